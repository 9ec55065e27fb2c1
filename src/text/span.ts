/**
 * The one unit of position: UTF-16 code units over one stored text, counted from zero, end exclusive.
 * The stored text has LF line endings, no byte order mark and no U+0000, and is otherwise untouched.
 * Every offset in the program is in this unit; formats convert at their own edge.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a span is two whole numbers, not empty, and inside a text of `length` code units. */
export function fitsText(span: Span, length: number): boolean {
  const whole = Number.isInteger(span.start) && Number.isInteger(span.end);
  return whole && span.start >= 0 && span.start < span.end && span.end <= length;
}

/** Whether two spans share at least one code unit. Spans that only touch do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The smallest span that holds all of `spans`. Throws a RangeError for an empty list. */
export function hullOf(spans: readonly Span[]): Span {
  const [first] = spans;
  if (!first) throw new RangeError('hull of no spans');
  let { start, end } = first;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/**
 * The run of `spans` that share a code unit with `span`, as indexes `[from, to)`. `spans` must be in order
 * and disjoint. Empty (`from === to`) where none does. Logarithmic in the number of spans.
 */
export function touching(spans: readonly Span[], span: Span): readonly [from: number, to: number] {
  const from = firstWhere(spans, (candidate) => candidate.end > span.start);
  const to = firstWhere(spans, (candidate) => candidate.start >= span.end);
  return [from, Math.max(from, to)];
}

/** Index of the first span that answers `test` with true, or their number; once true it must stay true. */
function firstWhere(spans: readonly Span[], test: (span: Span) => boolean): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = spans[middle];
    if (candidate && test(candidate)) high = middle;
    else low = middle + 1;
  }
  return low;
}
