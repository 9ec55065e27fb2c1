import type { Span } from './span.ts';

const STOPS = new Set('.!?…:;。！？．؟۔।॥');
const CLOSERS = new Set('"\'”’»›“‘)]}*_」』）');
const LOWER_START = /["'“‘«‹([]*\p{Ll}/uy;
const UPPER_START = /["'“‘«‹([]*[\p{Lu}\p{Lt}\p{N}]/uy;

/**
 * Whether the last mark of a span, closing quotes and brackets aside, ends a sentence or announces something.
 */
export function endsWithStop(text: string, span: Span): boolean {
  let last = span.end - 1;
  while (last > span.start && CLOSERS.has(text.charAt(last))) last -= 1;
  return STOPS.has(text.charAt(last));
}

/** Whether a span begins, after opening quotes, with a lower-case letter. */
export function startsLower(text: string, span: Span): boolean {
  return matchesAt(LOWER_START, text, span.start);
}

/** Whether a span begins, after opening quotes, with a capital or a digit. Scripts without case never do. */
export function startsUpper(text: string, span: Span): boolean {
  return matchesAt(UPPER_START, text, span.start);
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}
