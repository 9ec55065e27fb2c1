import type { Article } from '../../src/domain/article.ts';
import { language, t } from '../../src/messages/language.ts';
import { publishedDay } from '../shared/dates.ts';

/** Who wrote it, where and when, as far as it is known. */
export function Byline({ article }: { article: Article }) {
  const { byline, publication, published, url, id } = article;
  return (
    <p class="byline" lang={language().code}>
      {[byline, publication].filter(Boolean).map((words) => (
        <span dir="auto" lang={article.language ?? undefined}>
          {words}
        </span>
      ))}
      {published && <time datetime={published}>{publishedDay(published)}</time>}
      {url && (
        <a href={url} rel="noreferrer noopener" target="_blank">
          {t('article.source')}
        </a>
      )}
      <a href={`/articles/${id}/edit`}>{t('article.details')}</a>
    </p>
  );
}
