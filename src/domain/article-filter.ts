import type { Counts } from './article.ts';

/** How far an article is. */
export const ARTICLE_STATES = ['not-begun', 'begun', 'done'] as const;

export type ArticleState = (typeof ARTICLE_STATES)[number];

/** Not begun: no sentence is coded; done: all are. An article without sentences is never begun. */
export function stateOfArticle({ coded, sentences }: Pick<Counts, 'coded' | 'sentences'>): ArticleState {
  if (coded === 0) return 'not-begun';
  return coded < sentences ? 'begun' : 'done';
}

/** Which articles of a project to find: all conditions hold together; `null` and empty ask for all. */
export interface ArticleFilter {
  /** Words that all stand in title or text, compared as `fold` makes them. */
  readonly words: string;
  readonly state: ArticleState | null;
  /** One label, as it is written. */
  readonly label: string | null;
  readonly ids: readonly string[] | null;
}

/** Every article of the project. */
export const ALL_ARTICLES: ArticleFilter = { words: '', state: null, label: null, ids: null };

/** Whether a filter asks for less than all. */
export function isFilteringArticles({ words, state, label, ids }: ArticleFilter): boolean {
  return words.trim() !== '' || Boolean(state ?? label ?? ids);
}
