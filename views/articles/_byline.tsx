import type { Article } from '../../src/domain/article.ts';

/** Who wrote it, where and when, as far as it is known. */
export function Byline({ article }: { article: Article }) {
  const { byline, publication, published, url, id } = article;
  return (
    <p class="byline">
      {[byline, publication].filter(Boolean).map((words) => (
        <span>{words}</span>
      ))}
      {published && (
        <time lang="en" datetime={published}>
          {readableDate(published)}
        </time>
      )}
      {url && (
        <a href={url} lang="en" rel="noreferrer noopener" target="_blank">
          Source
        </a>
      )}
      <a href={`/articles/${id}/edit`} lang="en">
        Details
      </a>
    </p>
  );
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An ISO date as people write it; what is not one, as it is. */
export function readableDate(published: string): string {
  const [day = ''] = published.split('T');
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) ? DAY.format(date) : published;
}
