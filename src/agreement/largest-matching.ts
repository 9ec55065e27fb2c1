/**
 * How many can be paired one to one: `partners` names for each of some the numbers of those, of `count` others,
 * that it may be paired with.
 *
 * Source: augmenting paths, Kuhn, H. W. (1955). The Hungarian method for the assignment problem. Naval Research
 * Logistics Quarterly 2, 83–97.
 */
export function largestMatching(partners: readonly (readonly number[])[], count: number): number {
  const taken = new Array<number | undefined>(count);
  let pairs = 0;
  for (const one of partners.keys()) if (findPartner(partners, one, taken, new Set())) pairs++;
  return pairs;
}

/** Gives a partner to one, moving others to another partner of theirs if need be. */
function findPartner(
  partners: readonly (readonly number[])[],
  one: number,
  taken: (number | undefined)[],
  tried: Set<number>,
): boolean {
  for (const partner of partners[one] ?? []) {
    if (tried.has(partner)) continue;
    tried.add(partner);
    const holder = taken[partner];
    if (holder === undefined || findPartner(partners, holder, taken, tried)) {
      taken[partner] = one;
      return true;
    }
  }
  return false;
}
