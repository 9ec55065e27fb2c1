import { overlaps, type Span, touching } from '../text/span.ts';

/** What stands on some words of a text. `parts` are in text order and disjoint. */
interface Placed {
  readonly parts: readonly Span[];
}

/** How much of their words two things share, from 0 to 1: those that both hold, of those that either holds. */
export type Overlap = (a: Placed, b: Placed) => number;

/**
 * Measures overlap over the words of a text (Jaccard's index of the sets of words). A word of which a part holds a piece
 * counts whole, so a quotation mark more or less changes nothing. Where one of the two holds no word at all, code units
 * are counted in their place.
 */
export function overlapOver(words: readonly Span[]): Overlap {
  const held = new WeakMap<Placed, readonly Span[]>();
  const runsOf = (placed: Placed) => {
    const known = held.get(placed) ?? joined(placed.parts.map((part) => runOf(words, part)));
    held.set(placed, known);
    return known;
  };
  return (a, b) => {
    const [left, right] = [runsOf(a), runsOf(b)];
    return left.length > 0 && right.length > 0 ? share(left, right) : share(a.parts, b.parts);
  };
}

function runOf(words: readonly Span[], part: Span): Span {
  const [start, end] = touching(words, part);
  return { start, end };
}

/** Runs without the empty ones, with those joined that two parts share a word of. */
function joined(runs: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.start >= run.end) continue;
    if (last && run.start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, run.end) };
    else all.push(run);
  }
  return all;
}

function share(left: readonly Span[], right: readonly Span[]): number {
  const both = left.reduce(
    (sum, one) =>
      sum + sizeOf(right.filter((other) => overlaps(one, other)).map((other) => common(one, other))),
    0,
  );
  const either = sizeOf(left) + sizeOf(right) - both;
  return either === 0 ? 0 : both / either;
}

function common(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
