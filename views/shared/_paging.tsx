import { t } from '../../src/messages/language.ts';

export interface PagingProps {
  readonly page: number;
  readonly pages: number;
  /** Whether there are more than were counted. */
  readonly hasMore?: boolean;
  readonly label?: string;
  readonly address: (page: number) => string;
}

/** Previous and next page, and where one is. Nothing where there is one page. */
export function Paging({ page, pages, hasMore = false, label = t('paging.pages'), address }: PagingProps) {
  if (pages < 2) return null;
  const previous = hasMore ? page - 1 : Math.min(pages, page - 1);
  return (
    <nav class="paging" aria-label={label}>
      {previous >= 1 && (
        <a href={address(previous)} rel="prev">
          {t('paging.previous')}
        </a>
      )}
      <span class="numbers">
        {hasMore ? t('paging.page', { page }) : t('paging.pageOf', { page, pages })}
      </span>
      {(page < pages || hasMore) && (
        <a href={address(page + 1)} rel="next">
          {t('paging.next')}
        </a>
      )}
    </nav>
  );
}
