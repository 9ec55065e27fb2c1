import type { AnnotationRecord, ArticleRecords } from '../../domain/record.ts';
import { drawMarks } from '../../text/marks.ts';
import type { Span } from '../../text/span.ts';
import { type DrawnStep, stepsThrough } from '../writing/drawn-steps.ts';
import { marksBySpan } from '../writing/marks-by-span.ts';
import { isFigure } from './inline-elements.ts';

/** A step through the words of a block: words, or a piece of an annotation that opens or closes. */
export type TeiStep = DrawnStep<AnnotationRecord>;

/**
 * The words of each block with the pieces of the annotations around them. Numbers and measures may not hold speech in
 * TEI, so statistics are drawn inside of all else and cut by it.
 */
export function drawBlocks({ article, annotations }: ArticleRecords): TeiStep[][] {
  const { text, blocks } = article;
  const outer = marksBySpan(
    blocks,
    annotations.filter((record) => !isFigure(record)),
  );
  const inner = marksBySpan(blocks, annotations.filter(isFigure));
  return blocks.map((block, index) => {
    const steps = stepsThrough(drawMarks(text, block, outer[index] ?? []));
    return drawInside(text, steps, block.start, inner[index] ?? []);
  });
}

/** The steps, which begin at `start`, with more marks drawn inside of their words. */
function drawInside(
  text: string,
  steps: TeiStep[],
  start: number,
  inner: readonly AnnotationRecord[],
): TeiStep[] {
  if (inner.length === 0) return steps;
  const spans = wordSpans(steps, start);
  const marks = marksBySpan(spans, inner);
  let next = 0;
  return steps.flatMap((step) => {
    if (typeof step !== 'string') return [step];
    const span = spans[next];
    return span ? stepsThrough(drawMarks(text, span, marks[next++] ?? [])) : [];
  });
}

/** Where the words of the steps stand, which begin at `start`. */
function wordSpans(steps: readonly TeiStep[], start: number): Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const step of steps) {
    if (typeof step !== 'string') continue;
    spans.push({ start: at, end: at + step.length });
    at += step.length;
  }
  return spans;
}

/** Into how many pieces each annotation is cut, by its id. */
export function countPieces(drawn: readonly (readonly TeiStep[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const step of drawn.flat()) {
    if (typeof step === 'string' || 'closes' in step) continue;
    counts.set(step.opens.id, (counts.get(step.opens.id) ?? 0) + 1);
  }
  return counts;
}
