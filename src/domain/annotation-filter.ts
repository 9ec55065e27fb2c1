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
export function isFiltering({ tag, articleId, userId, speaker, words }: AnnotationFilter): boolean {
  return Boolean(tag ?? articleId ?? userId) || speaker.trim() !== '' || words.trim() !== '';
}
