import { characterSegmenter } from './segmenters.ts';
import type { Span } from './span.ts';

/** How far around an offset is looked: no character that people see is longer, but for a row of flags. */
const REACH = 64;
const FLAGS = /[\u{1f1e6}-\u{1f1ff}]/u;
const MOST_FLAGS = 4000;

/** Whether an offset stands inside one character as people see it: in a flag, before a skin tone or an accent. */
export function isInsideGrapheme(text: string, offset: number): boolean {
  return graphemeAt(text, offset).start < offset;
}

/** The span widened to whole characters as people see them; the same span where it cuts none. */
export function wholeGraphemes(text: string, span: Span): Span {
  const { start } = graphemeAt(text, span.start);
  const last = graphemeAt(text, span.end);
  const end = last.start < span.end ? last.end : span.end;
  return start === span.start && end === span.end ? span : { start, end };
}

/** The character that an offset stands in or before. */
function graphemeAt(text: string, offset: number): Span {
  const plain = offset <= 0 || offset >= text.length || (isPlain(text, offset - 1) && isPlain(text, offset));
  if (plain) return { start: offset, end: offset };
  const from = safeStart(text, offset);
  const ahead = text.slice(from, offset + REACH);
  const found = characterSegmenter()
    .segment(ahead)
    .containing(offset - from);
  if (!found) return { start: offset, end: offset };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/** Latin letters, digits and marks join with nothing behind them but what is no such. */
const isPlain = (text: string, at: number): boolean => text.charCodeAt(at) < 0x300;

/** Where segmenting may begin: behind plain text, or at the start of a row of flags, which pair up from there. */
function safeStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < REACH && !isPlain(text, at - 1)) at--;
  while (at > 1 && offset - at < MOST_FLAGS && FLAGS.test(text.slice(at - 2, at))) at -= 2;
  // The plain character itself may carry what follows: "e" and its accent.
  return at > 0 && isPlain(text, at - 1) ? at - 1 : at;
}
