import type { Article, ArticleText } from '../../src/domain/article.ts';
import { t } from '../../src/messages/language.ts';

/** Sentences that are listed. */
const MAX_LISTED = 100;

/** Before a coding is finished: which sentences are not coded yet. */
export function UncodedPage({
  article,
  text,
  sentences,
}: {
  article: Article;
  text: ArticleText;
  sentences: readonly number[];
}) {
  const left = sentences.length - MAX_LISTED;
  return (
    <main id="main" tabIndex={-1}>
      <h1>{t('work.uncodedHeading', { count: sentences.length })}</h1>
      <p dir="auto">{article.title}</p>
      <p class="hint">{t('work.uncodedHint')}</p>
      <form method="post" action={`/articles/${article.id}/completion`} class="actions">
        <input type="hidden" name="rest" value="nothing" />
        <button class="primary" autofocus>
          {t('work.markRest')}
        </button>
        <a class="button" href={`/articles/${article.id}?at=continue`}>
          {t('work.keepCoding')}
        </a>
      </form>
      <ol class="uncoded" lang={article.language ?? undefined}>
        {sentences.slice(0, MAX_LISTED).map((sentence) => (
          <Line article={article} text={text} sentence={sentence} />
        ))}
      </ol>
      {left > 0 && <p>{t('work.moreUncoded', { count: left })}</p>}
    </main>
  );
}

function Line({ article, text, sentence }: { article: Article; text: ArticleText; sentence: number }) {
  const span = text.sentences[sentence];
  if (!span) return null;
  return (
    <li value={sentence + 1}>
      <a href={`/articles/${article.id}?at=${span.start}#s${sentence}`} dir="auto">
        {text.text.slice(span.start, span.end)}
      </a>
    </li>
  );
}
