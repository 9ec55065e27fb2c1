import { characterSegmenter, wordSegmenter } from '../text/segmenters.ts';
import type { Span } from '../text/span.ts';
import { pageText } from './offsets.ts';
import { select, selectedSpan } from './selection.ts';
import { currentSentence } from './sentences.ts';

/** How far ahead the next word is looked for, in UTF-16 code units. */
const REACH = 400;

let isChoosing = false;

/** Whether arrows choose words now. */
export function isChoosingWords(): boolean {
  return isChoosing;
}

/** Begins to choose words, at the first one of what is selected. */
export function beginWords(): void {
  const span = selectedSpan();
  if (!span || !currentSentence()) return;
  const first = wordsIn(span.start, span.end).at(0);
  if (!first) return;
  isChoosing = true;
  select(first);
}

/** Ends choosing; what is selected stays. */
export function endWords(): void {
  isChoosing = false;
}

/** Moves the selection by a word or a character, or with `extend` its end alone. */
export function moveWords(direction: 1 | -1, by: 'word' | 'character', extend: boolean): void {
  const span = selectedSpan();
  if (!span) return;
  const moved = extend ? extended(span, direction, by) : beside(span, direction, by);
  if (moved && moved.start < moved.end) select(moved);
}

function extended({ start, end }: Span, direction: 1 | -1, by: 'word' | 'character'): Span | undefined {
  const to =
    direction > 0 ? piecesFrom(end, by).at(0)?.end : piecesTo(end, by).findLast((one) => one.end < end)?.end;
  return to === undefined ? undefined : { start, end: to };
}

function beside({ start, end }: Span, direction: 1 | -1, by: 'word' | 'character'): Span | undefined {
  return direction > 0 ? piecesFrom(end, by).at(0) : piecesTo(start, by).at(-1);
}

function piecesFrom(offset: number, by: 'word' | 'character'): Span[] {
  return pieces(offset, offset + REACH, by);
}

function piecesTo(offset: number, by: 'word' | 'character'): Span[] {
  return pieces(Math.max(0, offset - REACH), offset, by);
}

function pieces(from: number, to: number, by: 'word' | 'character'): Span[] {
  if (by === 'word') return wordsIn(from, to);
  return [...characterSegmenter().segment(pageText().slice(from, to))].map(({ index, segment }) => ({
    start: from + index,
    end: from + index + segment.length,
  }));
}

function wordsIn(from: number, to: number): Span[] {
  return [...wordSegmenter().segment(pageText().slice(from, to))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }));
}
