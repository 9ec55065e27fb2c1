import { wordSegmenter } from '../text/segmenters.ts';
import type { Span } from '../text/span.ts';
import { setCurrent } from './current.ts';
import { blockAround, offsetAtPoint, offsetOf, textElement } from './offsets.ts';
import { select, selectedSpan, selectFreely } from './selection.ts';
import { goTo, sentenceAt, setHere } from './sentences.ts';

let narrowing: 'start' | 'end' = 'start';
let lastPointer = 'mouse';

/** Click or tap selects the sentence, a drag any words; Shift extends; on a phone two taps more narrow it. */
export function startPointer(): void {
  const text = textElement();
  if (!text) return;
  text.addEventListener('pointerdown', (event) => {
    lastPointer = event.pointerType;
    // Pressed inside of selected words, browsers would carry those away instead of selecting others.
    const isPlain = event.button === 0 && !event.shiftKey && event.pointerType === 'mouse';
    if (isPlain && !isCollapsed()) document.getSelection()?.removeAllRanges();
  });
  text.addEventListener('mousedown', (event) => {
    // The browser would extend from where it was clicked last, not what is selected.
    if (!event.shiftKey || !selectedSpan()) return;
    event.preventDefault();
    document.getSelection()?.removeAllRanges();
  });
  text.addEventListener('click', onClick);
  document.addEventListener('selectionchange', onSelectionChange);
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target.closest('a, button') || !isCollapsed()) return;
  const offset = offsetAtPoint(event.clientX, event.clientY);
  const before = selectedSpan();
  if (event.shiftKey && before && offset !== null) return select(extended(before, offset));
  if (lastPointer === 'touch' && before && offset !== null && isInside(before, offset))
    return narrow(before, offset);
  const sentence = target.closest('.s');
  narrowing = 'start';
  if (sentence) goTo(sentence);
  setCurrentFrom(target);
}

/** Marks inside of marks: each click on the same place goes one further out. */
function setCurrentFrom(target: Element): void {
  const marks: HTMLElement[] = [];
  for (let mark = target.closest<HTMLElement>('mark'); mark; ) {
    marks.push(mark);
    mark = mark.parentElement?.closest<HTMLElement>('mark') ?? null;
  }
  const ids = marks.map((mark) => mark.dataset.annotation ?? '');
  const at = ids.indexOf(lastReached ?? '');
  lastReached = ids[(at + 1) % Math.max(1, ids.length)] ?? null;
  setCurrent(lastReached, 'show');
}

let lastReached: string | null = null;

/** The words that the browser's own selection held last. */
let dragged: Span | null = null;

function onSelectionChange(): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    dragged = null;
    return;
  }
  const range = selection.getRangeAt(0);
  if (!textElement()?.contains(range.commonAncestorContainer)) return;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return;
  // Put back after the text was drawn anew: the person may have gone on by keys since.
  if (dragged?.start === start && dragged.end === end) return;
  dragged = { start, end };
  setHere(sentenceAt(range.startContainer, range.startOffset));
  selectFreely({ start, end });
}

function isCollapsed(): boolean {
  return document.getSelection()?.isCollapsed ?? true;
}

function extended(span: Span, offset: number): Span {
  const word = wordAt(offset) ?? { start: offset, end: offset };
  return { start: Math.min(span.start, word.start), end: Math.max(span.end, word.end) };
}

function narrow(span: Span, offset: number): void {
  const word = wordAt(offset);
  if (!word) return;
  select(narrowing === 'start' ? { start: word.start, end: span.end } : { start: span.start, end: word.end });
  narrowing = narrowing === 'start' ? 'end' : 'start';
}

const isInside = (span: Span, offset: number) => offset >= span.start && offset <= span.end;

function wordAt(offset: number): Span | null {
  const block = blockAround(offset) ?? blockAround(offset - 1);
  if (!block) return null;
  const segment = wordSegmenter()
    .segment(block.words)
    .containing(Math.min(offset - block.start, block.words.length - 1));
  if (!segment) return null;
  const start = block.start + segment.index;
  return { start, end: start + segment.segment.length };
}
