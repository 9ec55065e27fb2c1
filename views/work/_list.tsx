import type { ComponentChildren } from 'preact';
import type { OwnWork, PracticeArticle } from '../../src/domain/own-work.ts';
import { isOverdue } from '../../src/domain/progress.ts';
import { t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { shortDay } from '../shared/dates.ts';

/** Lines of what is done that are shown. */
const MAX_DONE = 100;

interface ListProps {
  readonly place: Place;
  readonly practice: readonly PracticeArticle[];
  readonly codings: readonly OwnWork[];
  readonly now: Date;
}

/** What is to be done, or begun; nothing where there is none. */
export function WorkList({ codings, now, heading, id }: ListProps & { heading: string; id: string }) {
  if (codings.length === 0) return null;
  return (
    <Section id={id} heading={heading} count={codings.length}>
      {codings.map((coding) => (
        <li>
          <a href={`/articles/${coding.articleId}?at=continue`} dir="auto">
            {coding.title}
          </a>
          <span class="faint numbers">
            {coding.state === 'begun'
              ? t('work.codedOf', coding)
              : t('work.sentences', { count: coding.sentences })}
          </span>
          {coding.state === 'begun' && (
            <progress value={coding.coded} max={Math.max(1, coding.sentences)} aria-hidden="true" />
          )}
          <Due coding={coding} now={now} />
        </li>
      ))}
    </Section>
  );
}

function Due({ coding, now }: { coding: OwnWork; now: Date }) {
  const { dueAt } = coding;
  if (!dueAt) return null;
  const isLate = isOverdue(coding, now);
  return (
    <span class={isLate ? 'wrong' : 'faint'}>
      {t('work.dueDay')} <time datetime={dueAt.toISOString().slice(0, 10)}>{shortDay(dueAt)}</time>
      {isLate && <> · {t('work.overdue')}</>}
    </span>
  );
}

/** What a new coder codes first. */
export function PracticeList({ articles }: { articles: readonly PracticeArticle[] }) {
  if (articles.length === 0) return null;
  return (
    <Section id="practice" heading={t('work.practice')} hint={t('work.practiceHint')} count={articles.length}>
      {articles.map(({ id, title, sentences }) => (
        <li>
          <a href={`/articles/${id}?at=continue`} dir="auto">
            {title}
          </a>
          <span class="faint numbers">{t('work.sentences', { count: sentences })}</span>
        </li>
      ))}
    </Section>
  );
}

/** What the coder took and let lie. */
export function ReleasedList({ place, codings }: ListProps) {
  if (codings.length === 0) return null;
  return (
    <Section id="released" heading={t('work.released')} hint={t('work.releasedHint')} count={codings.length}>
      {codings.map(({ articleId, title, ...coding }) => (
        <li>
          <a href={`/articles/${articleId}`} dir="auto">
            {title}
          </a>
          <span class="faint numbers">{t('work.codedOf', coding)}</span>
          <form method="post" action={inProject(place, '/work/articles')}>
            <input type="hidden" name="article" value={articleId} />
            <button type="submit">{t('work.takeAgain')}</button>
          </form>
        </li>
      ))}
    </Section>
  );
}

/** What is done, latest first, with the way to the comparison where there is one. */
export function DoneList({
  practice,
  codings,
  results,
}: ListProps & { results: ReadonlySet<string> | null }) {
  if (codings.length === 0) return null;
  const practised = new Set(practice.filter(({ hasReference }) => hasReference).map(({ id }) => id));
  const latest = [...codings].sort((a, b) => (b.doneAt?.getTime() ?? 0) - (a.doneAt?.getTime() ?? 0));
  const left = latest.length - MAX_DONE;
  return (
    <Section id="done" heading={t('work.done')} count={codings.length}>
      {latest.slice(0, MAX_DONE).map(({ articleId, title, doneAt }) => (
        <li>
          <a href={`/articles/${articleId}`} dir="auto">
            {title}
          </a>
          {doneAt && (
            <span class="faint">
              {t('work.finishedOn')} <time datetime={doneAt.toISOString()}>{shortDay(doneAt)}</time>
            </span>
          )}
          {(results?.has(articleId) || practised.has(articleId)) && (
            <a class="button" href={`/articles/${articleId}/comparison`}>
              {t(results?.has(articleId) ? 'work.seeResult' : 'work.compare')}
            </a>
          )}
        </li>
      ))}
      {left > 0 && <li>{t('work.moreDone', { count: left })}</li>}
    </Section>
  );
}

interface SectionProps {
  readonly id: string;
  readonly heading: string;
  readonly hint?: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

function Section({ id, heading, hint, count, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span class="count numbers faint">{count}</span>
      </h2>
      {hint && <p class="hint">{hint}</p>}
      <ul class="work-list">{children}</ul>
    </section>
  );
}
