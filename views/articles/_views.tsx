import { t } from '../../src/messages/language.ts';
import { ExportLink } from '../shared/_export-link.tsx';

/** The two ways to work on an article, and the ways out. */
export function Views({ articleId, current }: { articleId: string; current: 'read' | 'sheet' }) {
  const address = `/articles/${articleId}`;
  return (
    <nav class="views" aria-label={t('article.views')}>
      <a href={address} aria-current={current === 'read' ? 'page' : undefined}>
        {t('article.read')}
      </a>
      <a href={`${address}/sheet`} aria-current={current === 'sheet' ? 'page' : undefined}>
        {t('article.sheet')}
      </a>
      <ExportLink address={`/exports/new?article=${articleId}`} />
    </nav>
  );
}
