import type { OwnWork, PracticeArticle } from '../../src/domain/own-work.ts';
import { rich, t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { DoneList, PracticeList, ReleasedList, WorkList } from './_list.tsx';

export type WorkPageProps = {
  /** How many comments wait for the person. */
  readonly waiting: number;
} & (
  | { readonly place: Place; readonly isLead: boolean; readonly isFor: 'all' | 'none' }
  | (CoderWork & { readonly isFor: 'maker' })
);

interface CoderWork {
  readonly place: Place;
  /** Whether they may see how far others are. */
  readonly isLead: boolean;
  /** What is due first comes first. */
  readonly work: readonly OwnWork[];
  readonly practice: readonly PracticeArticle[];
  /** How many articles the coder could take. */
  readonly free: number;
  /** The article to go on with. */
  readonly next: string | null;
  readonly now: Date;
  /** Articles whose result the coder may see; null where the project shows none. */
  readonly results: ReadonlySet<string> | null;
}

/** A coder's first page. */
export function WorkPage(props: WorkPageProps) {
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{t('work.heading')}</h1>
        <Links {...props} />
      </div>
      {props.waiting > 0 && (
        <p>
          <a href={`/projects/${encodeURIComponent(props.place.project.slug)}/comments`}>
            {t('comments.waiting', { count: props.waiting })}
          </a>
        </p>
      )}
      {props.isFor === 'maker' ? <Work {...props} /> : <NoWork {...props} />}
    </main>
  );
}

function Links(props: WorkPageProps) {
  const { place, isLead } = props;
  return (
    <div class="actions">
      {props.isFor === 'maker' && props.results && (
        <a class="button" href={inProject(place, '/work/results')}>
          {t('results.heading')}
        </a>
      )}
      {isLead && place.project.way === 'apart' && <LeadLinks place={place} />}
    </div>
  );
}

function LeadLinks({ place }: { place: Place }) {
  const own = `/projects/${encodeURIComponent(place.project.slug)}`;
  return (
    <>
      <a class="button" href={`${own}/progress`}>
        {t('assignments.progress')}
      </a>
      <a class="button" href={`${own}/agreement`}>
        {t('agreement.heading')}
      </a>
      <a class="button" href={`${own}/assignments`}>
        {t('assignments.heading')}
      </a>
    </>
  );
}

function NoWork({ place, isFor }: { place: Place; isFor: 'all' | 'none' }) {
  const key = isFor === 'all' ? 'work.together' : 'work.reader';
  return <p>{rich(key, { link: (words) => <a href={inProject(place, '/')}>{words}</a> })}</p>;
}

function Work(props: CoderWork) {
  const { work, practice } = props;
  const practiceIds = new Set(practice.map(({ id }) => id));
  const inState = (state: OwnWork['state']) =>
    work.filter((each) => each.state === state && (state === 'done' || !practiceIds.has(each.articleId)));
  const states = new Map(work.map(({ articleId, state }) => [articleId, state]));
  const toPractise = practice.filter(({ id }) => states.get(id) !== 'done');
  return (
    <>
      <p class="summary">{summaryOf(work, toPractise.length)}</p>
      <Onward {...props} free={toPractise.length > 0 ? 0 : props.free} />
      <PracticeList {...props} articles={toPractise} />
      <WorkList {...props} heading={t('work.begun')} id="begun" codings={inState('begun')} />
      <WorkList {...props} heading={t('work.todo')} id="todo" codings={inState('todo')} />
      <ReleasedList {...props} codings={inState('released')} />
      <DoneList {...props} codings={inState('done')} />
    </>
  );
}

function summaryOf(work: readonly OwnWork[], practice: number): string {
  const count = (state: OwnWork['state']) => work.filter((each) => each.state === state).length;
  const [todo, begun, done] = [count('todo'), count('begun'), count('done')];
  if (todo + begun + practice > 0)
    return t('work.summary', { todo: todo + notCounted(work, practice), begun });
  return done > 0 ? t('work.summaryDone', { done }) : t('work.summaryNone');
}

/** Practice that has no coding yet is to be done as well. */
function notCounted(work: readonly OwnWork[], practice: number): number {
  return Math.max(
    0,
    practice - work.filter(({ isPractice, state }) => isPractice && state !== 'done').length,
  );
}

/** The one thing to press: on with the work, or the next article. */
function Onward({ place, work, practice, free, next }: CoderWork) {
  const current = work.find(({ articleId }) => articleId === next);
  const title = current?.title ?? practice.find(({ id }) => id === next)?.title ?? '';
  const isBegun = current?.state === 'begun';
  return (
    <div class="actions">
      {next !== null && (
        <a class="button primary" href={`/articles/${next}?at=continue`} autofocus>
          <span dir="auto">{t(isBegun ? 'work.continueWith' : 'work.startWith', { title })}</span>
        </a>
      )}
      {free > 0 && (
        <form method="post" action={inProject(place, '/work/articles')}>
          <button type="submit" class={next === null ? 'primary' : undefined} autofocus={next === null}>
            {t('work.takeNext')}
          </button>{' '}
          <span class="faint">{t('work.free', { count: free })}</span>
        </form>
      )}
    </div>
  );
}
