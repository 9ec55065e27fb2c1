/**
 * Random numbers that a seed decides, the same on every machine: whole numbers of 32 bits only, nothing that rounds.
 * The generator is Mulberry32 by Tommy Ettinger (public domain). For draws that must repeat, never for secrets.
 */
export type SeededNumbers = () => number;

/** Seeds are whole numbers from zero to this. */
export const MAX_SEED = 2 ** 32 - 1;

/** The numbers of a seed, each from zero to `MAX_SEED`. Throws RangeError for what is no seed. */
export function seededNumbers(seed: number): SeededNumbers {
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) throw new RangeError(`No seed: ${seed}`);
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The items in an order that the numbers decide. */
export function shuffled<Item>(items: readonly Item[], next: SeededNumbers): Item[] {
  const drawn = items.map((item) => ({ item, lot: next() }));
  return drawn.sort((a, b) => a.lot - b.lot).map(({ item }) => item);
}
