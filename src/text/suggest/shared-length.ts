import type { Span } from '../span.ts';

/** How many code units some parts have together. */
export function totalLength(parts: readonly Span[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How many code units two lots of parts have in common. */
export function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const one of a) {
    for (const other of b)
      sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return sum;
}
