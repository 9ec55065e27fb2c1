import { ALL_ARTICLES, type ArticleFilter, isFilteringArticles } from './article-filter.ts';
import type { Tag } from './tag.ts';

/** Which annotations of a project to find: all conditions hold together; `null` and empty ask for all. */
export interface AnnotationFilter {
  readonly tag: Tag | null;
  readonly articleId: string | null;
  /** The annotator. */
  readonly userId: string | null;
  /** A part of the speaker's name, compared as `fold` makes it. */
  readonly speaker: string;
  /** Words that all stand in the annotated words, the speaker or the note, compared as `fold` makes them. */
  readonly words: string;
  /** Which articles they are in; absent for any. */
  readonly articles?: ArticleFilter;
}

/** Every annotation of the project. */
export const NO_FILTER: AnnotationFilter = {
  tag: null,
  articleId: null,
  userId: null,
  speaker: '',
  words: '',
};

/** Whether a filter asks for less than all. */
export function isFiltering(filter: AnnotationFilter): boolean {
  const { tag, articleId, userId, speaker, words, articles } = filter;
  if (articles && isFilteringArticles(articles)) return true;
  return Boolean(tag ?? articleId ?? userId) || speaker.trim() !== '' || words.trim() !== '';
}

/** The articles that a filter's annotations are in, those without any among them. */
export function articlesOf({ articleId, articles = ALL_ARTICLES }: AnnotationFilter): ArticleFilter {
  if (articleId === null) return articles;
  return { ...articles, ids: articles.ids?.filter((id) => id === articleId) ?? [articleId] };
}
