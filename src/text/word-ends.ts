import { wordSegmenter } from './segmenters.ts';
import { fitsText, type Span } from './span.ts';

/** The four ways to move an end of a span by a word. */
export const END_MOVES = ['start-earlier', 'start-later', 'end-earlier', 'end-later'] as const;

/** One of the four ways to move an end of a span by a word. */
export type EndMove = (typeof END_MOVES)[number];

/** How far a word may reach from where an end stands; a longer one is moved through in steps of this size. */
const REACH = 200;

/**
 * The span with one end moved to the next boundary between a word and what is not one. The same span where
 * that would leave the text or empty the span. Looks at the words around that end only.
 */
export function moveEnd(text: string, span: Span, move: EndMove): Span {
  const later = move.endsWith('later');
  const moved = move.startsWith('start')
    ? { start: later ? nextWordStart(text, span.start) : previousWordStart(text, span.start), end: span.end }
    : { start: span.start, end: later ? nextWordEnd(text, span.end) : previousWordEnd(text, span.end) };
  return fitsText(moved, text.length) ? moved : span;
}

/** Words near `offset`, in text order. */
function wordsNear(text: string, offset: number): Span[] {
  const from = wholeCharacter(text, Math.max(0, offset - REACH));
  const to = wholeCharacter(text, Math.min(text.length, offset + REACH));
  return [...wordSegmenter().segment(text.slice(from, to))]
    .filter((segment) => segment.isWordLike)
    .map((segment) => ({ start: from + segment.index, end: from + segment.index + segment.segment.length }));
}

function nextWordStart(text: string, offset: number): number {
  return (
    wordsNear(text, offset).find((word) => word.start > offset)?.start ?? wholeCharacter(text, offset + REACH)
  );
}

function previousWordStart(text: string, offset: number): number {
  return (
    wordsNear(text, offset).findLast((word) => word.start < offset)?.start ??
    wholeCharacter(text, offset - REACH)
  );
}

function nextWordEnd(text: string, offset: number): number {
  return (
    wordsNear(text, offset).find((word) => word.end > offset)?.end ?? wholeCharacter(text, offset + REACH)
  );
}

function previousWordEnd(text: string, offset: number): number {
  return (
    wordsNear(text, offset).findLast((word) => word.end < offset)?.end ?? wholeCharacter(text, offset - REACH)
  );
}

/**
 * Where an end of a span may stand that is nearest to `offset`: at a word, with or without the punctuation that
 * touches it; the offset itself where no word is near.
 */
export function endNear(text: string, offset: number, which: 'start' | 'end'): number {
  const places = wordsNear(text, offset).flatMap((word) =>
    which === 'start'
      ? [word.start, startOfRun(text, word.start)]
      : [word.end, word.end + (/^\S*/u.exec(text.slice(word.end, word.end + REACH))?.[0].length ?? 0)],
  );
  const [nearest] = places.toSorted((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
  return nearest ?? wholeCharacter(text, offset);
}

/** The start of what stands without a space before an offset. */
function startOfRun(text: string, offset: number): number {
  return offset - (/\S*$/u.exec(text.slice(Math.max(0, offset - REACH), offset))?.[0].length ?? 0);
}

/** The offset itself, or the one before it where it would cut a character of two code units. */
function wholeCharacter(text: string, offset: number): number {
  const low = text.charCodeAt(offset);
  const high = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? offset - 1 : offset;
}
