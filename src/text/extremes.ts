/**
 * The largest of some numbers, however many: what is spread out as arguments has to fit on the stack. -Infinity where
 * there is none.
 */
export function largest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The smallest of some numbers, however many; Infinity where there is none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) if (number < least) least = number;
  return least;
}
