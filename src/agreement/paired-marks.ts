import type { Mark, Stretch } from './coded-articles.ts';

/** From this share of common words on, two marks of one tag are taken to be about the same. */
const SAME = 0.5;

/**
 * Pairs marks of two coders that have the same tag and of which what both cover is at least half of what either
 * covers, best overlap first; each mark is in one pair at most. Equal overlaps are paired in text order.
 */
export function pairMarks(ones: readonly Mark[], others: readonly Mark[]): [Mark, Mark][] {
  const candidates = ones.flatMap((one) =>
    others
      .filter((other) => other.tag === one.tag)
      .map((other) => ({ one, other, overlap: overlapOf(one.parts, other.parts) }))
      .filter(({ overlap }) => overlap >= SAME),
  );
  const taken = new Set<Mark>();
  const pairs: [Mark, Mark][] = [];
  for (const { one, other } of candidates.sort((a, b) => b.overlap - a.overlap)) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  return pairs;
}

/** The share of all that either covers which both cover. */
function overlapOf(ones: readonly Stretch[], others: readonly Stretch[]): number {
  let shared = 0;
  for (const one of ones) {
    for (const other of others) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  const covered = (parts: readonly Stretch[]) => parts.reduce((sum, { start, end }) => sum + end - start, 0);
  return shared / (covered(ones) + covered(others) - shared);
}
