/** The way through lists of several pages. */
export const paging = {
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  page: 'Page {page}',
  pageOf: 'Page {page} of {pages}',
  order: 'Order',
} as const;
