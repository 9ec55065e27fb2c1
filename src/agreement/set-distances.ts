/** How far apart two sets are, from 0 to 1. */
export type SetDistance = (one: ReadonlySet<string>, other: ReadonlySet<string>) => number;

/**
 * Passonneau's first distance of sets: 0 if they are the same, 1/3 if one holds the other, 2/3 if they share
 * something, 1 if nothing. The empty set is held by every other.
 *
 * Source: Passonneau, R. J. (2004). Computing reliability for coreference annotation. LREC 2004, 1503–1506.
 */
export const setDistance: SetDistance = (one, other) => {
  const shared = sharedBy(one, other);
  if (shared === one.size && shared === other.size) return 0;
  if (shared === one.size || shared === other.size) return 1 / 3;
  return shared > 0 ? 2 / 3 : 1;
};

/**
 * Jaccard's distance: the share of members that only one of two sets has; 0 of two empty ones.
 *
 * Source: Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist 11(2), 37–50.
 */
export const jaccardDistance: SetDistance = (one, other) => {
  const shared = sharedBy(one, other);
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : 1 - shared / all;
};

/**
 * MASI as a product of distances: Jaccard's times `setDistance`. So DKPro Statistics reads it.
 *
 * Source: Passonneau, R. J. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic
 * annotation. LREC 2006, 831–836.
 */
export const masiDistance: SetDistance = (one, other) =>
  jaccardDistance(one, other) * setDistance(one, other);

/**
 * MASI as one less a product of similarities: 1 − J · M, with M = 1, 2/3, 1/3 or 0. So NLTK reads the same paper.
 */
export const masiOfSimilarities: SetDistance = (one, other) =>
  1 - (1 - jaccardDistance(one, other)) * (1 - setDistance(one, other));

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const member of one) if (other.has(member)) shared++;
  return shared;
}
