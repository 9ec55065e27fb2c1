import type { Span } from '../../text/span.ts';

// These are all that Python's `splitlines`, by which brat reads an .ann file, ends a line at.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines for brat
const LINE_BREAK = /[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines for brat
const LINES = /[^\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are white space for brat
const BLANK = /^[\s\u001c-\u001e\u0085]+$/;

/**
 * Parts as brat can hold them: none goes over a line break, since a line of an .ann file holds its words.
 * brat itself makes such fragments of a selection over several lines. Offsets are UTF-16 over `text`.
 */
export function splitAtLineBreaks(text: string, parts: readonly Span[]): Span[] {
  return parts.flatMap((part) => {
    const lines = text.slice(part.start, part.end).matchAll(LINES);
    return [...lines].map(({ 0: line, index }) => ({
      start: part.start + index,
      end: part.start + index + line.length,
    }));
  });
}

/** Joins fragments that only white space with a line break parts. UTF-16 over `text`. */
export function joinAcrossLineBreaks(text: string, fragments: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of fragments) {
    const last = joined.at(-1);
    const gap = last ? text.slice(last.end, start) : '';
    if (last && BLANK.test(gap) && LINE_BREAK.test(gap)) {
      joined[joined.length - 1] = { start: last.start, end };
    } else joined.push({ start, end });
  }
  return joined;
}
