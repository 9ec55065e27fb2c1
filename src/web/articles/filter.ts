import type { Request } from 'express';
import { ARTICLE_STATES, type ArticleFilter } from '../../domain/article-filter.ts';
import { type Codebook, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { ARTICLE_SORTS, type ArticleOrder, type ArticleSort } from '../../store/article-list.ts';
import { ownEntry } from '../../text/own-entry.ts';
import { queryOf } from '../fields.ts';

/** Which articles an address asks for. A state that there is not asks for all. */
export function articleFilterOf(request: Request): ArticleFilter {
  return {
    words: queryOf(request, 'q').trim(),
    state: ARTICLE_STATES.find((state) => state === queryOf(request, 'state')) ?? null,
    label: queryOf(request, 'label').trim() || null,
    ids: null,
  };
}

/** The filter as an address holds it. */
export function articleFields({ words, state, label }: ArticleFilter): Readonly<Record<string, string>> {
  return { ...(words && { q: words }), ...(state && { state }), ...(label && { label }) };
}

/** Names that orders had before headings sorted. */
const OLDER: Readonly<Record<string, ArticleOrder>> = {
  newest: { by: 'added', isDescending: true },
  oldest: { by: 'added', isDescending: false },
};

/** The name of an order in an address. */
export function sortName(by: ArticleSort): string {
  return typeof by === 'object' ? by.tag : by;
}

/** The order that an address asks for: `sort`, and `order` where it is not the usual one of what is sorted. */
export function articleOrderOf(request: Request, codebook: Codebook): ArticleOrder {
  const name = queryOf(request, 'sort');
  const tag = tagNamedIn(codebook, name);
  const by = ARTICLE_SORTS.find((sort) => sort === name) ?? (tag === undefined ? 'added' : { tag });
  const order = queryOf(request, 'order');
  const isDescending = order === '' ? by !== 'title' : order !== 'asc';
  return ownEntry(OLDER, name) ?? { by, isDescending };
}
