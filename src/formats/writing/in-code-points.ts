import type { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';

/** Spans over the text of `codePoints` in Unicode code points. */
export function inCodePoints(spans: readonly Span[], codePoints: CodePoints): Span[] {
  return spans.map(({ start, end }) => ({
    start: codePoints.countBefore(start),
    end: codePoints.countBefore(end),
  }));
}
