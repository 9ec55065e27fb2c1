import { CELLS, type Cell } from '../../src/agreement/confusion.ts';
import type { ArticleResult, OwnResult, TagResult } from '../../src/agreement/own-result.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { Scores } from '../agreement/_parts.tsx';
import { sayFigure } from '../agreement/figures.ts';

/** Articles that are listed. */
const SHOWN = 50;

/** The columns of counts: what nobody tagged is no result. */
const SHOWN_CELLS = CELLS.filter((cell) => cell !== 'neither');

export interface ResultsPageProps {
  readonly result: OwnResult;
  readonly titleOf: (articleId: string) => string;
  /** The coder's work. */
  readonly work: string;
  /** The address of the sentences behind a number. */
  readonly sentences: (tag: string, cell: Cell) => string;
}

/** A coder's own codings against the final ones, by tag and by article. */
export function ResultsPage({ result, titleOf, work, sentences }: ResultsPageProps) {
  const { tags, articles } = result;
  return (
    <main id="main" tabIndex={-1} class="agreement-page">
      <h1>{t('results.heading')}</h1>
      {articles.length === 0 ? (
        <p>{t('results.none')}</p>
      ) : (
        <p class="summary">{t('results.summary', { count: articles.length })}</p>
      )}
      <p>
        <a href={work}>{t('work.toWork')}</a>
      </p>
      {articles.length > 0 && (
        <>
          <ByTag tags={tags} sentences={sentences} />
          <ByArticle articles={articles} titleOf={titleOf} />
        </>
      )}
    </main>
  );
}

const FIGURES = ['precision', 'recall', 'f1', 'alpha'] as const;

function ByTag({ tags, sentences }: { tags: readonly TagResult[] } & Pick<ResultsPageProps, 'sentences'>) {
  return (
    <div>
      <h2 id="by-tag">{t('results.byTag')}</h2>
      <p class="hint">{t('results.hint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls. */}
      <section class="scrolls" aria-label={t('results.byTag')} tabIndex={0}>
        <table class="agreement">
          <thead>
            <tr>
              <th scope="col">{t('results.tag')}</th>
              {SHOWN_CELLS.map((cell) => (
                <Heading words={t(`results.${cell}`)} />
              ))}
              {FIGURES.map((key) => (
                <Heading words={t(`agreement.${key}`)} />
              ))}
              <Heading words={t('results.spans')} />
              <Heading words={t('results.overlap')} />
            </tr>
          </thead>
          <tbody>
            {tags.map((result) => (
              <TagRow result={result} sentences={sentences} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Heading({ words }: { words: string }) {
  return (
    <th scope="col" class="number">
      {words}
    </th>
  );
}

function TagRow({ result, sentences }: { result: TagResult } & Pick<ResultsPageProps, 'sentences'>) {
  const { tag, confusion, alpha, exact, overlap } = result;
  const isTagged = SHOWN_CELLS.some((cell) => confusion[cell] > 0);
  return (
    <tr>
      {/* Results are made of the tags that there are. */}
      <th scope="row">{t(`tagName.${tag as Tag}`)}</th>
      {SHOWN_CELLS.map((cell) => (
        <td class="number">
          {confusion[cell] === 0 ? (
            <span class="zero">0</span>
          ) : (
            <a href={sentences(tag, cell)}>{inWords(confusion[cell])}</a>
          )}
        </td>
      ))}
      {isTagged ? (
        <>
          <Scores confusion={confusion} />
          {[alpha, exact, overlap].map((figure) => (
            <td class="number">{sayFigure(figure)}</td>
          ))}
        </>
      ) : (
        <td colSpan={FIGURES.length + 2} class="faint">
          {t('results.untagged')}
        </td>
      )}
    </tr>
  );
}

function ByArticle({
  articles,
  titleOf,
}: { articles: readonly ArticleResult[] } & Pick<ResultsPageProps, 'titleOf'>) {
  const share = ({ differing, sentences }: ArticleResult) => (sentences === 0 ? 0 : differing / sentences);
  const worst = articles.toSorted((one, other) => share(other) - share(one));
  return (
    <section aria-labelledby="by-article">
      <h2 id="by-article">{t('results.byArticle')}</h2>
      <table class="agreement">
        <thead>
          <tr>
            <th scope="col">{t('results.article')}</th>
            <Heading words={t('results.differing')} />
          </tr>
        </thead>
        <tbody>
          {worst.slice(0, SHOWN).map(({ articleId, sentences, differing }) => (
            <tr>
              <th scope="row" dir="auto">
                <a href={`/articles/${articleId}/comparison`}>{titleOf(articleId)}</a>
              </th>
              <td class="number">{t('agreement.differingOf', { count: differing, all: sentences })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {worst.length > SHOWN && (
        <p class="hint">{t('results.moreArticles', { count: worst.length - SHOWN })}</p>
      )}
    </section>
  );
}
