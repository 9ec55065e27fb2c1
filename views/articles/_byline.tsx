import type { Article } from '../../src/domain/article.ts';
import { inTime, language, t } from '../../src/messages/language.ts';

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
      {published && <time datetime={published}>{readableDate(published)}</time>}
      {url && (
        <a href={url} rel="noreferrer noopener" target="_blank">
          {t('article.source')}
        </a>
      )}
      <a href={`/articles/${id}/edit`}>{t('article.details')}</a>
    </p>
  );
}

const DAY = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
} as const;

/** An ISO date as people write it; what is not one, as it is. */
export function readableDate(published: string): string {
  const [day = ''] = published.split('T');
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) ? inTime(date, DAY) : published;
}
