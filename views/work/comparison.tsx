import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article, ArticleText } from '../../src/domain/article.ts';
import type { ComparedSentence, SentenceSide } from '../../src/domain/comparison.ts';
import { t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { tagClass } from '../shared/tags.ts';

export interface ComparisonProps {
  readonly article: Article;
  readonly text: ArticleText;
  readonly compared: readonly ComparedSentence<Annotation>[];
  /** The page to go on with. */
  readonly onward: string;
}

/** A coder's practice beside its reference, sentence by sentence. */
export function ComparisonPage({ article, text, compared, onward }: ComparisonProps) {
  const same = compared.filter(({ isSame }) => isSame).length;
  return (
    <main id="main" tabIndex={-1}>
      <h1 dir="auto">{article.title}</h1>
      <p>{t('comparison.summary', { same, count: compared.length })}</p>
      <p class="actions">
        <a class="button primary" href={onward}>
          {t('comparison.onward')}
        </a>
      </p>
      <div class="stacked">
        <table class="comparison">
          <thead>
            <tr>
              <th scope="col">{t('comparison.sentence')}</th>
              <th scope="col">{t('comparison.own')}</th>
              <th scope="col">{t('comparison.reference')}</th>
              <th scope="col">{t('comparison.verdict')}</th>
            </tr>
          </thead>
          <tbody lang={article.language ?? undefined}>
            {compared.map((line) => (
              <Line line={line} words={wordsOf(text, line.sentence)} articleId={article.id} />
            ))}
          </tbody>
        </table>
      </div>
    </main>
  );
}

function wordsOf({ text, sentences }: ArticleText, sentence: number): string {
  const span = sentences[sentence];
  return span ? text.slice(span.start, span.end) : '';
}

interface LineProps {
  readonly line: ComparedSentence<Annotation>;
  readonly words: string;
  readonly articleId: string;
}

function Line({ line: { sentence, own, reference, isSame }, words, articleId }: LineProps) {
  return (
    <tr class={isSame ? undefined : 'differs'}>
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
        <span class="heading-beside">{t('comparison.reference')}</span>
        <Side side={reference} />
      </td>
      <td>{t(isSame ? 'comparison.same' : 'comparison.different')}</td>
    </tr>
  );
}

function Side({ side: { annotations, isNothing } }: { side: SentenceSide<Annotation> }) {
  const codebook = useCodebook();
  if (annotations.length === 0) {
    return <p class="nothing">{t(isNothing ? 'comparison.nothing' : 'comparison.untagged')}</p>;
  }
  return (
    <>
      {annotations.map(({ tag, text }) => (
        <p class={tagClass(codebook, tag)}>
          <strong>{t(`tagName.${tag}`)}</strong> <span dir="auto">{text}</span>
        </p>
      ))}
    </>
  );
}
