import type { Span } from '../text/span.ts';
import { trimSpan } from '../text/trim.ts';
import { highlight } from './highlight.ts';
import { blockAround, textElement, wordsOf } from './offsets.ts';

/** What the person has selected in the text; told to the page as the event `selected`. */
let selected: Span | null = null;

/** The words selected last, or null. */
export function selectedSpan(): Span | null {
  return selected;
}

/** Selects a span as it is. */
export function select(span: Span | null): void {
  selected = span && span.start < span.end ? span : null;
  highlight('selected', selected ? [selected] : []);
  document.dispatchEvent(new CustomEvent('selected', { detail: selected }));
}

/** Selects what a hand has marked freely: stray ends are trimmed where the person wants that. */
export function selectFreely(span: Span): void {
  select(textElement()?.dataset.trim === undefined ? span : trimmed(span));
}

/** Ends in different blocks are trimmed each in its own. */
function trimmed(span: Span): Span {
  const first = blockAround(span.start);
  const last = blockAround(span.end - 1);
  if (!first || !last) return span;
  const start = trimIn(first, {
    start: span.start,
    end: Math.min(span.end, first.start + first.words.length),
  }).start;
  const end = trimIn(last, { start: Math.max(span.start, last.start), end: span.end }).end;
  return start < end ? { start, end } : span;
}

function trimIn(block: { start: number; words: string }, span: Span): Span {
  const inside = trimSpan(block.words, { start: span.start - block.start, end: span.end - block.start });
  return { start: inside.start + block.start, end: inside.end + block.start };
}

/** The selected words as the page shows them. */
export function selectedWords(): string {
  return selected ? wordsOf(selected) : '';
}
