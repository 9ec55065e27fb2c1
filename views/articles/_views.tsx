import { t } from '../../src/messages/language.ts';
import { type ExportChoice, ExportMenu } from '../shared/_export-menu.tsx';

/** The two ways to work on an article, and the ways out. */
export function Views({
  articleId,
  current,
  exports,
}: {
  articleId: string;
  current: 'read' | 'sheet';
  exports: readonly ExportChoice[];
}) {
  const address = `/articles/${articleId}`;
  return (
    <nav class="views" aria-label={t('article.views')}>
      <a href={address} aria-current={current === 'read' ? 'page' : undefined}>
        {t('article.read')}
      </a>
      <a href={`${address}/sheet`} aria-current={current === 'sheet' ? 'page' : undefined}>
        {t('article.sheet')}
      </a>
      <ExportMenu choices={exports} address={(key) => `${address}/annotations.${key}`} />
    </nav>
  );
}
