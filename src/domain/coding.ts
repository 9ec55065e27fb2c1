import type { Article, Counts } from './article.ts';
import type { Lane } from './lane.ts';

/**
 * How far a coding is, by the word of whoever makes it. `released`: it was taken and lay still, so that somebody else
 * may take the article; what was made stays.
 */
export const CODING_STATES = ['todo', 'begun', 'done', 'released'] as const;

/** How far a coding is. */
export type CodingState = (typeof CODING_STATES)[number];

/** What is made of one article in one lane, as a whole. */
export interface Coding {
  readonly articleId: string;
  readonly lane: Lane;
  readonly state: CodingState;
  readonly counts: Counts;
  /** Length of the longest hull that any annotation here ever had; bounds the search for overlaps. */
  readonly longestHull: number;
  /** One more with every step; 0 where nothing was made yet. */
  readonly version: number;
  /** When it was last changed; null where nothing was made yet. */
  readonly updatedAt: Date | null;
}

/** A coding that nobody has begun. */
export function blankCoding(
  { id, sentenceCount }: Pick<Article, 'id' | 'sentenceCount'>,
  lane: Lane,
): Coding {
  const counts = { sentences: sentenceCount, coded: 0, tags: {} };
  return { articleId: id, lane, state: 'todo', counts, longestHull: 0, version: 0, updatedAt: null };
}
