import type { Markable } from '../../text/marks.ts';
import { type Span, touching } from '../../text/span.ts';

/**
 * For each of `spans` the marks that share a code unit with it, in the order of `marks`. `spans` must be in
 * order and disjoint. Takes time in proportion to the marks and their pieces, so that each span can be drawn
 * by itself.
 */
export function marksBySpan<M extends Markable>(spans: readonly Span[], marks: readonly M[]): M[][] {
  const found = spans.map((): M[] => []);
  for (const mark of marks) {
    for (const part of mark.parts) {
      const [from, to] = touching(spans, part);
      for (const here of found.slice(from, to)) if (here.at(-1) !== mark) here.push(mark);
    }
  }
  return found;
}
