import type { ArticleFilter } from '../../src/domain/article-filter.ts';

/** What an address of the list asks for. */
export interface ListQuery {
  readonly filter: ArticleFilter;
  /** The filter as an address holds it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly isDescending: boolean;
  readonly page: number;
  readonly pageSize: number;
}

/** The filter and order of a list as an address holds them. */
export function listFields(query: ListQuery): Readonly<Record<string, string>> {
  return { ...query.fields, ...orderFields(query) };
}

/** The order alone. */
export function orderFields({ sort, isDescending }: ListQuery): Readonly<Record<string, string>> {
  return { sort, order: isDescending ? 'desc' : 'asc' };
}

/** An address with fields in its query. */
export function address(path: string, fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(fields).toString();
  return query === '' ? path : `${path}?${query}`;
}
