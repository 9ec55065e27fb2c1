/** What stands at a place of a list of numbers that has it. */
export function at(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0;
}

/** Adds to a number in a list. */
export function add(numbers: Float64Array, place: number, amount: number): void {
  numbers[place] = at(numbers, place) + amount;
}

/** The sum of numbers. */
export function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** The mean of numbers; NaN of none. */
export function mean(numbers: readonly number[]): number {
  return total(numbers) / numbers.length;
}

/** The pairs of the first so many whole numbers, each once: [0, 1], [0, 2], [1, 2] … */
export function pairsOf(count: number): [number, number][] {
  const firsts = Array.from({ length: count }, (_, first) => first);
  return firsts.flatMap((first) =>
    Array.from({ length: count - first - 1 }, (_, rest): [number, number] => [first, first + 1 + rest]),
  );
}

/** The largest of numbers; -Infinity of none. */
export function largest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The smallest of numbers; Infinity of none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) if (number < least) least = number;
  return least;
}
