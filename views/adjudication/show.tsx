import { accordOf } from '../../src/domain/accord.ts';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Coding } from '../../src/domain/coding.ts';
import type { CaseCounts, Decision } from '../../src/domain/decision.ts';
import type { Section } from '../../src/domain/section.ts';
import { rich, t } from '../../src/messages/language.ts';
import { CaseItem, type CaseProps, Decided } from './_case.tsx';
import { Coders, type CodersProps } from './_coders.tsx';
import { Carried, swaps } from './_forms.tsx';
import { Lanes } from './_lanes.tsx';

export interface AdjudicationProps extends CaseProps, CodersProps {
  readonly article: Article;
  /** The page of all articles to decide on. */
  readonly queue: string;
  readonly sections: readonly Section[];
  readonly lanes: readonly (readonly Annotation[])[];
  readonly coding: Coding;
  readonly counts: CaseCounts;
  readonly strays: readonly Decision[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What is wrong with the whole. */
  readonly problem?: string | undefined;
  /** What was just done, for those who do not see it. */
  readonly told?: string | undefined;
}

/** Deciding on what coders have made of an article: the cases, and beside them the text once. */
export function AdjudicationPage(props: AdjudicationProps) {
  return (
    <main id="main" class="adjudicating" tabIndex={-1}>
      <p>
        <a href={props.queue}>{t('adjudication.queue')}</a>
      </p>
      <h1 dir="auto">{props.article.title}</h1>
      <p id="said" class="hidden-words" role="status" />
      <AdjudicationBody {...props} />
    </main>
  );
}

/** What is drawn anew after each decision. */
export function AdjudicationBody(props: AdjudicationProps) {
  const { article, text, sections, lanes, cases, counts, coding, told, coders } = props;
  return (
    <div id="adjudication" data-choose-first={t('adjudication.chooseFirst')}>
      <p id="told" hidden>
        {told}
      </p>
      <p id="not-saved" class="wrong" role="alert" data-says={t('adjudication.notSaved')} />
      <Head {...props} />
      <div class="text-and-cases">
        <section aria-labelledby="cases-heading" class="cases">
          <h2 id="cases-heading">{t('adjudication.cases')}</h2>
          {coders.length === 0 && <p>{t('adjudication.noCoders')}</p>}
          {coders.length > 0 && counts.cases === 0 && <p>{t('adjudication.noCases')}</p>}
          {coding.state !== 'done' && counts.cases > 0 && (
            <details class="keys">
              <summary>{t('adjudication.keys')}</summary>
              <p>{rich('adjudication.keysHint', { k: (key) => <kbd>{key}</kbd> })}</p>
            </details>
          )}
          <ol>
            {cases.map((one, at) => (
              <CaseItem {...props} one={one} number={at + 1} />
            ))}
          </ol>
          <Strays {...props} />
        </section>
        <section aria-labelledby="article-heading">
          <h2 id="article-heading">{t('adjudication.text')}</h2>
          <Coders {...props} />
          <article class="article-text" lang={article.language ?? undefined}>
            <Lanes text={text} sections={sections} lanes={lanes} />
          </article>
        </section>
      </div>
    </div>
  );
}

function Head(props: AdjudicationProps) {
  const { place, cases, counts, coding, problem, canUndo, canRedo, isOpen } = props;
  const agreed = cases.filter((one) => one.state === 'open' && accordOf(one) === 'agreed').length;
  const isAll = counts.decided === counts.cases && props.strays.length === 0;
  return (
    <div class="adjudication-head">
      <p class="progress">
        <progress max={Math.max(counts.cases, 1)} value={counts.decided} aria-hidden="true" />{' '}
        {t('adjudication.progress', { decided: counts.decided, count: counts.cases })}
      </p>
      {problem && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      <div class="actions">
        {isOpen && agreed > 0 && (
          <Deed place={place} path="/decisions" name="deed" value="agreed" isMain={true}>
            {t('adjudication.acceptAgreed', { count: agreed })}
          </Deed>
        )}
        {isOpen && (canUndo || canRedo) && (
          <>
            <Deed place={place} path="/decisions/undo" isDisabled={!canUndo} undoes={true}>
              {t('adjudication.undo')} <kbd aria-hidden="true">z</kbd>
            </Deed>
            <Deed place={place} path="/decisions/redo" isDisabled={!canRedo}>
              {t('adjudication.redo')}
            </Deed>
          </>
        )}
        {isOpen && props.coders.length > 0 && (
          <Deed place={place} path="/adjudicate/completion" isMain={isAll && agreed === 0}>
            {t('adjudication.finish')}
          </Deed>
        )}
        {coding.state === 'done' && (
          <>
            <p>{t('adjudication.isDone')}</p>
            <Deed place={place} path="/adjudicate/completion" name="_method" value="DELETE">
              {t('adjudication.reopen')}
            </Deed>
          </>
        )}
      </div>
      {isOpen && props.coders.length > 0 && <p class="hint">{t('adjudication.finishHint')}</p>}
    </div>
  );
}

interface DeedProps {
  readonly place: CaseProps['place'];
  readonly path: string;
  readonly name?: string;
  readonly value?: string;
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
  readonly undoes?: boolean;
  readonly children?: preact.ComponentChildren;
}

/** A form of one button. */
function Deed({ place, path, name, value, isMain, isDisabled, undoes, children }: DeedProps) {
  return (
    <form {...swaps(`${place.address}${path}`)}>
      <Carried place={place} />
      {name === '_method' && <input type="hidden" name={name} value={value} />}
      <button
        class={isMain ? 'primary' : undefined}
        disabled={isDisabled}
        data-undo-last={undoes ? '' : undefined}
        {...(name && name !== '_method' ? { name, value } : {})}
      >
        {children}
      </button>
    </form>
  );
}

function Strays({ strays, ...props }: AdjudicationProps) {
  if (strays.length === 0) return null;
  return (
    <section aria-labelledby="strays">
      <h3 id="strays">{t('adjudication.strays')}</h3>
      <p>{t('adjudication.straysHint')}</p>
      {strays.map((decision) => (
        <Decided {...props} decision={decision} />
      ))}
    </section>
  );
}
