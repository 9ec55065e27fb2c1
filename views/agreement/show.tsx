import type { Cell } from '../../src/agreement/confusion.ts';
import type { ArticleStudy, PairStudy, TagStudy } from '../../src/agreement/study-report.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { ByTag, nameOf } from './_by-tag.tsx';
import { Choice, type ChoiceProps } from './_choice.tsx';
import { Methods } from './_methods.tsx';
import { Pairs } from './_pairs.tsx';
import { ByArticle, Fields, Finals, OverTime } from './_parts.tsx';
import { decimals, percent } from './figures.ts';

export interface AgreementPageProps extends ChoiceProps {
  readonly study: {
    readonly coders: readonly string[];
    readonly articles: readonly { readonly id: string; readonly title: string }[];
    readonly sighted: number;
  };
  readonly report: { readonly tags: readonly TagStudy[]; readonly articles: readonly ArticleStudy[] };
  /** The address of a page of the study (`/sentences`), with more in its query. */
  readonly linkTo: (page: string, more?: Readonly<Record<string, string>>) => string;
  readonly version: string;
}

/** How far coders agree: in a sentence, in figures, and in the sentences behind them. */
export function AgreementPage(props: AgreementPageProps) {
  const { study, report, tag, names, linkTo, version } = props;
  const ofTag = report.tags.find((each) => each.tag === tag);
  const nameAt = (place: number) => names.get(study.coders[place] ?? '') ?? '';
  return (
    <main id="main" tabIndex={-1} class="agreement-page">
      <h1>{t('agreement.heading')}</h1>
      {ofTag && <Summary study={ofTag} />}
      <Sighted count={study.sighted} />
      <Choice {...props} />
      <ByTag tags={report.tags} linkTo={(other: Tag) => `${linkTo('', { tag: other })}#of-tag`} />
      {ofTag && (
        <>
          <h2 id="of-tag">{t('agreement.ofTag', { tag: t(`tagNames.${tag}`) })}</h2>
          <p>
            <a href={linkTo('/sentences')}>{t('agreement.cellDiffering', { count: ofTag.differing })}</a>
          </p>
          <Pairs
            pairs={ofTag.pairs}
            coders={study.coders}
            nameAt={nameAt}
            linkToCell={(pair, cell) => linkTo('/sentences', cellQuery(study.coders, pair, cell))}
          />
          <Fields fields={ofTag.fields} />
          <Finals finals={ofTag.againstFinal} nameAt={nameAt} />
          <OverTime weeks={ofTag.weeks} />
        </>
      )}
      <ByArticle
        articles={report.articles}
        titleOf={(id) => study.articles.find((article) => article.id === id)?.title ?? ''}
        linkToArticle={(article) => linkTo('/sentences', { article })}
      />
      {ofTag && (
        <Methods
          study={ofTag}
          coders={study.coders.length}
          articles={study.articles.length}
          version={version}
        />
      )}
      <p class="actions">
        <a class="button" href={linkTo('/ratings.csv')} download>
          {t('agreement.ratings', { tag: t(`tagName.${tag}`) })}
        </a>
        <a class="button" href={linkTo('/figures.json')} download>
          {t('agreement.figures')}
        </a>
      </p>
    </main>
  );
}

function cellQuery(coders: readonly string[], { coders: [one, other] }: PairStudy, cell: Cell) {
  return { one: coders[one] ?? '', other: coders[other] ?? '', cell };
}

/** The answer in words, before any table. */
function Summary({ study }: { study: TagStudy }) {
  const { observed, sentences, alpha } = study;
  if (observed.figure.value === null) return null;
  const tag = t(`aTag.${nameOf(study)}`);
  const agreed = t('agreement.summary', { count: sentences, tag, percent: percent(observed.figure.value) });
  return (
    <p class="summary">
      {agreed} {alphaWords(alpha)}
    </p>
  );
}

function alphaWords({ figure, interval }: TagStudy['alpha']): string {
  if (figure.value === null) return t('agreement.summaryNoAlpha', { reason: t(`noFigure.${figure.reason}`) });
  const alpha = decimals(figure.value);
  if ('reason' in interval) return t('agreement.summaryAlphaAlone', { alpha });
  return t('agreement.summaryAlpha', { alpha, low: decimals(interval.low), high: decimals(interval.high) });
}

function Sighted({ count }: { count: number }) {
  return count === 0 ? null : <p class="hint">{t('agreement.sighted', { count })}</p>;
}

/** Where nothing can be compared: why, and what else could be chosen. */
export function NoStudy(props: ChoiceProps & { sighted: number; isTogether: boolean }) {
  const { candidates, choice, sighted, isTogether } = props;
  const most = choice.isByAll ? Math.max(2, choice.coders.length || candidates.length) : 2;
  const isChoice = choice.isByAll || choice.coders.length > 0;
  return (
    <main id="main" tabIndex={-1}>
      <h1>{t('agreement.heading')}</h1>
      {isTogether ? (
        <p>{t('agreement.together')}</p>
      ) : (
        <>
          <p>{isChoice ? t('agreement.nothingChosen', { count: most }) : t('agreement.nothing')}</p>
          <Sighted count={sighted} />
          {candidates.length > 1 && <Choice {...props} />}
        </>
      )}
    </main>
  );
}

/** How far the figures are; looks again by itself where scripts run. */
export function Underway({ done, total, address }: { done: number; total: number; address: string }) {
  return (
    <div id="underway" hx-get={address} hx-trigger="every 700ms" hx-target="#underway" hx-swap="outerHTML">
      <p>
        <progress class="wide" max={total} value={done} aria-label={t('agreement.working')} />{' '}
        {t('agreement.working')}
      </p>
      <p class="hint">
        {t('agreement.workingHint')} <a href={address}>{t('agreement.refresh')}</a>
      </p>
    </div>
  );
}
