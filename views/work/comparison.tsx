import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article, ArticleText } from '../../src/domain/article.ts';
import type { ComparedSentence, Difference, SentenceSide } from '../../src/domain/comparison.ts';
import { t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { tagClass } from '../shared/tags.ts';

export interface ComparisonProps {
  readonly article: Article;
  readonly text: ArticleText;
  readonly compared: {
    /** What the person's own coding is compared with. */
    readonly beside: 'reference' | 'final';
    readonly sentences: readonly ComparedSentence<Annotation>[];
  };
  /** Whether only sentences that differ are shown. */
  readonly isShort: boolean;
  /** The page to go on with. */
  readonly onward: string;
  /** The page of the person's results over all articles; absent where they are not shown. */
  readonly results: string | undefined;
}

/** A coder's own coding beside the final one or a reference, sentence by sentence. */
export function ComparisonPage(props: ComparisonProps) {
  const { article, text, compared, isShort, onward, results } = props;
  const { beside, sentences } = compared;
  const shown = isShort ? sentences.filter(({ difference }) => difference !== 'none') : sentences;
  return (
    <main id="main" tabIndex={-1}>
      <h1 dir="auto">{article.title}</h1>
      <p class="summary">{summaryOf(compared)}</p>
      <p class="actions">
        <a class="button primary" href={onward}>
          {t('comparison.onward')}
        </a>
        {beside === 'final' && (
          <a class="button" href={`/articles/${article.id}/codings/final`}>
            {t('comparison.readFinal')}
          </a>
        )}
        {results && <a href={results}>{t('comparison.results')}</a>}
        <Filter articleId={article.id} isShort={isShort} />
      </p>
      {shown.length === 0 ? (
        <p>{t('comparison.noDifference')}</p>
      ) : (
        <Lines article={article} text={text} lines={shown} beside={beside} />
      )}
    </main>
  );
}

function summaryOf({ beside, sentences }: ComparisonProps['compared']): string {
  const of = (difference: Difference) => sentences.filter((line) => line.difference === difference).length;
  const [count, details] = [sentences.length, of('details')];
  const same = t(`comparison.${beside}Summary`, { count, same: of('none') + details });
  return details === 0 ? same : `${same} ${t('comparison.details', { count: details })}`;
}

function Filter({ articleId, isShort }: { articleId: string; isShort: boolean }) {
  const address = `/articles/${articleId}/comparison`;
  if (isShort) return <a href={address}>{t('comparison.all')}</a>;
  return <a href={`${address}?only=differences`}>{t('comparison.onlyDifferences')}</a>;
}

interface LinesProps {
  readonly article: Article;
  readonly text: ArticleText;
  readonly lines: readonly ComparedSentence<Annotation>[];
  readonly beside: 'reference' | 'final';
}

function Lines({ article, text, lines, beside }: LinesProps) {
  return (
    <div class="stacked">
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">{t('comparison.sentence')}</th>
            <th scope="col">{t('comparison.own')}</th>
            <th scope="col">{t(`comparison.${beside}`)}</th>
            <th scope="col">{t('comparison.verdict')}</th>
          </tr>
        </thead>
        <tbody lang={article.language ?? undefined}>
          {lines.map((line) => (
            <Line line={line} words={wordsOf(text, line.sentence)} articleId={article.id} beside={beside} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function wordsOf({ text, sentences }: ArticleText, sentence: number): string {
  const span = sentences[sentence];
  return span ? text.slice(span.start, span.end) : '';
}

interface LineProps extends Pick<LinesProps, 'beside'> {
  readonly line: ComparedSentence<Annotation>;
  readonly words: string;
  readonly articleId: string;
}

function Line({ line: { sentence, own, reference, difference }, words, articleId, beside }: LineProps) {
  return (
    <tr class={difference === 'tags' ? 'differs' : undefined}>
      <td>
        <a href={`/articles/${articleId}#s${sentence}`} dir="auto">
          {words}
        </a>
      </td>
      <td>
        <span class="heading-beside">{t('comparison.own')}</span>
        <Side side={own} />
      </td>
      <td>
        <span class="heading-beside">{t(`comparison.${beside}`)}</span>
        <Side side={reference} />
      </td>
      <td>{t(`difference.${difference}`)}</td>
    </tr>
  );
}

function Side({ side: { annotations, isNothing } }: { side: SentenceSide<Annotation> }) {
  if (annotations.length === 0) {
    return <p class="nothing">{t(isNothing ? 'comparison.nothing' : 'comparison.untagged')}</p>;
  }
  return (
    <>
      {annotations.map((annotation) => (
        <Tagged {...annotation} />
      ))}
    </>
  );
}

function Tagged(annotation: Annotation) {
  const { tag, text, note } = annotation;
  const filledIn = summarise({ ...annotation, note: null });
  return (
    <div class={tagClass(useCodebook(), tag)}>
      <p>
        <strong>{t(`tagName.${tag}`)}</strong> <span dir="auto">{text}</span>
      </p>
      {filledIn.length > 0 && (
        <p class="faint" dir="auto">
          {filledIn.join(' · ')}
        </p>
      )}
      {note && <p dir="auto">{note}</p>}
    </div>
  );
}
