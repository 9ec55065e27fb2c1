import { ALL_ARTICLES, type ArticleFilter, isFilteringArticles } from './article-filter.ts';
import type { Attributes } from './attributes.ts';
import type { CodingChoice } from './coding-choice.ts';
import type { Tag } from './tag.ts';

/** Which annotations of a project to find: all conditions hold together; `null` and empty ask for all. */
export interface AnnotationFilter {
  readonly tag: Tag | null;
  readonly articleId: string | null;
  /** The annotator. */
  readonly annotatorId: string | null;
  readonly confidence: Attributes['confidence'];
  /** How much it is worth checking. */
  readonly worth: Attributes['checkWorthiness'];
  /** A part of the speaker's name, compared as `fold` makes it. */
  readonly speaker: string;
  /** Words that all stand in the annotated words, the speaker or the note, compared as `fold` makes them. */
  readonly words: string;
  /** Which articles they are in; absent for any. */
  readonly articles?: ArticleFilter;
  /** Which codings they are of; absent for all that may be seen. */
  readonly coding?: CodingChoice;
}

/** Every annotation of the project. */
export const NO_FILTER: AnnotationFilter = {
  tag: null,
  articleId: null,
  annotatorId: null,
  confidence: null,
  worth: null,
  speaker: '',
  words: '',
};

/** Whether a filter asks for less than all. */
export function isFiltering({ speaker, words, articles, coding: _, ...exact }: AnnotationFilter): boolean {
  if (articles && isFilteringArticles(articles)) return true;
  return Object.values(exact).some((value) => value !== null) || speaker.trim() !== '' || words.trim() !== '';
}

/** The articles that a filter's annotations are in, those without any among them. */
export function articlesOf({ articleId, articles = ALL_ARTICLES }: AnnotationFilter): ArticleFilter {
  if (articleId === null) return articles;
  return { ...articles, ids: articles.ids?.filter((id) => id === articleId) ?? [articleId] };
}
