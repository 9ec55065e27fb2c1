import type { Request } from 'express';
import type { AnnotationFilter } from '../../domain/annotation-filter.ts';
import { isFilteringArticles } from '../../domain/article-filter.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { filterOf } from '../annotations/filter.ts';
import { articleFilterOf } from '../articles/filter.ts';

/** Most articles that an address names. */
const MAX_NAMED = 1000;

/**
 * What an address asks to take away: the filter of the table, and that of the list of articles, where several
 * may be named (`article=…&article=…`).
 */
export function exportFilterOf(request: Request, codebook: Codebook): AnnotationFilter {
  const { article: named } = request.query;
  const ids = Array.isArray(named) ? named.map(String).slice(0, MAX_NAMED) : null;
  const articles = { ...articleFilterOf(request), ids };
  const filter = filterOf(request, codebook);
  return isFilteringArticles(articles) ? { ...filter, articles } : filter;
}

/** What an address holds beside the filter: not what is taken away, but where one comes from and how. */
const NO_FILTERS = ['project', 'format', 'raw', 'sort', 'order', 'page', '_method', 'new_label', 'how'];

/** The filter as an address holds it, what it names several times among it. */
export function exportFields(request: Request): (readonly [name: string, value: string])[] {
  return Object.entries(request.query).flatMap(([name, value]) => {
    if (NO_FILTERS.includes(name)) return [];
    return [value]
      .flat()
      .flatMap((each) => (typeof each === 'string' && each ? [[name, each] as const] : []));
  });
}
