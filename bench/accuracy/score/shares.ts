/** How a list of answers compares with the list that was wanted. */
export interface Tally {
  /** How many of the wanted ones were found. */
  readonly right: number;
  readonly proposed: number;
  readonly wanted: number;
}

/** In per cent; nothing of nothing is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

export const precisionOf = ({ right, proposed }: Tally): number => percentOf(right, proposed);

export const recallOf = ({ right, wanted }: Tally): number => percentOf(right, wanted);

/** The harmonic mean of precision and recall, in per cent. */
export const f1Of = ({ right, proposed, wanted }: Tally): number => percentOf(2 * right, proposed + wanted);

/** Of several texts taken as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { right: 0, proposed: 0, wanted: 0 };
  for (const { right, proposed, wanted } of tallies) {
    sum.right += right;
    sum.proposed += proposed;
    sum.wanted += wanted;
  }
  return sum;
}
