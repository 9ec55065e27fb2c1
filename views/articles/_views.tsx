import { ExportLink } from '../shared/_export-link.tsx';

/** The two ways to work on an article, and the ways out. */
export function Views({ articleId, current }: { articleId: string; current: 'read' | 'sheet' }) {
  const address = `/articles/${articleId}`;
  return (
    <nav class="views" aria-label="This article">
      <a href={address} aria-current={current === 'read' ? 'page' : undefined}>
        Read
      </a>
      <a href={`${address}/sheet`} aria-current={current === 'sheet' ? 'page' : undefined}>
        Sheet
      </a>
      <ExportLink address={`/exports/new?article=${articleId}`} />
    </nav>
  );
}
