import type { Span } from './span.ts';

const STRAY_AT_START = /[\s,;:.!?\u2026\u2013\u2014)\]}\u201d]/u;
const STRAY_AT_END = /[\s,;:\u2013\u2014([{\u201c]/u;

/**
 * A span without the white space and the punctuation that a hasty hand takes along: commas, colons, dashes at
 * both ends, closing marks at its start, opening ones at its end. Full stops and quote marks that belong to
 * the words stay. A span of nothing else comes back as it is, less its white space; one of white space only
 * comes back empty.
 */
export function trimSpan(text: string, span: Span): Span {
  const trimmed = shrink(text, span, STRAY_AT_START, STRAY_AT_END);
  return trimmed.start < trimmed.end ? trimmed : trimSpace(text, span);
}

/** White space, control and format characters, and marks on no letter have no shape of their own. */
const SHOWN = /[^\s\p{C}\p{Z}\p{M}]/u;

/** Whether anything can be seen of some words. */
export function isShown(words: string): boolean {
  return SHOWN.test(words);
}

/** A span without the white space at its ends. */
export function trimSpace(text: string, span: Span): Span {
  return shrink(text, span, /\s/u, /\s/u);
}

function shrink(text: string, { start, end }: Span, atStart: RegExp, atEnd: RegExp): Span {
  let from = start;
  let to = end;
  while (from < to && atStart.test(text.charAt(from))) from++;
  while (to > from && atEnd.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
