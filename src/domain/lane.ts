/**
 * Which coding of an article: `shared`, `final`, or the id of the annotator whose it is. `article`, which is no coding,
 * stands in history for changes of an article's own details.
 */
export type Lane = string;

/** The one coding of an article in a project that works together. */
export const SHARED: Lane = 'shared';
/** The agreed coding of an article in a project that works apart. */
export const FINAL: Lane = 'final';
/** What history says of an article's details. */
export const DETAILS: Lane = 'article';

/** Whether it is the coding of one annotator. */
export function isOwnLane(lane: Lane): boolean {
  return lane !== SHARED && lane !== FINAL;
}
