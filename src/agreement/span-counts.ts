import type { Unit } from './continuum.ts';
import { type Figure, noFigure } from './figure.ts';

/** How many spans two coders marked, and how many they have in common. */
export interface SpanCounts {
  first: number;
  second: number;
  /** That begin and end at the same places. */
  exact: number;
  /** Of which both cover at least half of what either covers. */
  overlap: number;
}

/**
 * Adds the spans of two coders in one article. Each coder's must be in order and not overlap; then a span matches one of
 * the other at most, or two halves of itself, so that counting them as they come finds as many pairs as any matching.
 */
export function addSpans(counts: SpanCounts, ones: readonly Unit[], others: readonly Unit[]): void {
  counts.first += ones.length;
  counts.second += others.length;
  let first = 0;
  for (const one of ones) {
    while ((others[first]?.end ?? Infinity) <= one.start) first++;
    let isMatched = false;
    for (let next = first; next < others.length && !isMatched; next++) {
      const other = others[next];
      if (!other || other.start >= one.end) break;
      const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      const covered = one.end - one.start + other.end - other.start - shared;
      if (one.start === other.start && one.end === other.end) counts.exact += 1;
      isMatched = 2 * shared >= covered;
    }
    if (isMatched) counts.overlap += 1;
  }
}

/** F1 of spans (`span-f1.ts`) from their counts. */
export function f1Of({ first, second }: SpanCounts, matched: number): Figure {
  return first + second === 0 ? noFigure('no-units') : { value: (2 * matched) / (first + second) };
}
