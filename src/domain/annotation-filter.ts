import type { Tag } from './tag.ts';

/** Which of a project's annotations are asked for. What is `null` or empty asks for all; the rest must hold together. */
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
