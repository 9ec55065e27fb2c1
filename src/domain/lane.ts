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

/** Under which comments on a case fall, which speak of several codings: no coding, and seen by whoever sees all of them. */
export const CASES: Lane = 'cases';

const OF_NOBODY: ReadonlySet<Lane> = new Set([SHARED, FINAL, DETAILS, CASES]);

/** Whether it is the coding of one annotator. */
export function isOwnLane(lane: Lane): boolean {
  return !OF_NOBODY.has(lane);
}
