import type { Span } from '../../../src/text/span.ts';

/**
 * The offsets of some letters, digits and signs of money or share: quote marks, points and spaces never
 * count.
 */
export type Characters = ReadonlySet<number>;

export function charactersOf(text: string, spans: readonly Span[]): Characters {
  const offsets = new Set<number>();
  for (const { start, end } of spans) {
    for (let offset = start; offset < end; offset++) {
      if (/[\p{L}\p{N}$%]/u.test(text.charAt(offset))) offsets.add(offset);
    }
  }
  return offsets;
}

/** Intersection over union, from 0 to 1 (Jaccard's index); 0 for two empty sets. */
export function overlapOf(a: Characters, b: Characters): number {
  const shared = sharedBy(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Whether all of the first are in the second. */
export function isWithin(a: Characters, b: Characters): boolean {
  return sharedBy(a, b) === a.size;
}

function sharedBy(a: Characters, b: Characters): number {
  let shared = 0;
  for (const offset of a) if (b.has(offset)) shared++;
  return shared;
}

interface Covering {
  readonly content: Characters;
}

export interface Pair<T> {
  readonly wanted: T;
  readonly found: T;
  readonly overlap: number;
}

/**
 * Pairs items one to one that overlap by `least` or more, the closest first, equal ones in the order given.
 */
export function bestPairs<T extends Covering>(
  wanted: readonly T[],
  found: readonly T[],
  least: number,
): Pair<T>[] {
  const possible = wanted
    .flatMap((one) =>
      found.map((other) => ({ wanted: one, found: other, overlap: overlapOf(one.content, other.content) })),
    )
    .filter(({ overlap }) => overlap >= least)
    .sort((a, b) => b.overlap - a.overlap);
  const taken = new Set<T>();
  return possible.filter((pair) => {
    if (taken.has(pair.wanted) || taken.has(pair.found)) return false;
    taken.add(pair.wanted).add(pair.found);
    return true;
  });
}
