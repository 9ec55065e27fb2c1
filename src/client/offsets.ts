import type { Span } from '../text/span.ts';

/**
 * Blocks hold the words of the text and nothing else, so an offset is a block's start and the words before
 * it.
 */
const BLOCK = '.block';

/** A place in a text node of the page. */
export interface Place {
  readonly node: Text;
  readonly at: number;
}

/** The article's element, where this page shows one. */
export function textElement(): HTMLElement | null {
  return document.getElementById('text');
}

/** The offset of a place in the page, or null where it is not in the text. */
export function offsetOf(node: Node, at: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>(BLOCK);
  if (!block) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, at);
  return Number(block.dataset.start) + before.toString().length;
}

/** The offset at a point of the window, or null where no text is. */
export function offsetAtPoint(x: number, y: number): number | null {
  const place = document.caretPositionFromPoint?.(x, y);
  if (place) return offsetOf(place.offsetNode, place.offset);
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? offsetOf(range.startContainer, range.startOffset) : null;
}

/** The span of an element inside a block. */
export function spanOf(element: Element): Span | null {
  const start = offsetOf(element, 0);
  return start === null ? null : { start, end: start + (element.textContent?.length ?? 0) };
}

/** The pieces of a span, a range for each block that it touches. */
export function rangesOf(span: Span): Range[] {
  return blocksAt(span).map((block) => {
    const start = Number(block.dataset.start);
    const range = document.createRange();
    range.selectNodeContents(block);
    const from = placeIn(block, span.start - start, 'after');
    const to = placeIn(block, span.end - start, 'before');
    if (from) range.setStart(from.node, from.at);
    if (to) range.setEnd(to.node, to.at);
    return range;
  });
}

/** The words of a span as the page shows them, a space between blocks. */
export function wordsOf(span: Span): string {
  return rangesOf(span)
    .map((range) => range.toString())
    .join(' ');
}

/** Where an offset is in the page; at a border in the node behind it or before it, as `side` says. */
export function placeAt(offset: number, side: 'before' | 'after'): Place | null {
  const blocks = textElement()?.getElementsByClassName('block');
  const block = blocks?.item(firstBlockAt(blocks, offset));
  if (!block) return null;
  const at = offset - startOf(block);
  return placeIn(block, at, side) ?? placeIn(block, at, side === 'after' ? 'before' : 'after');
}

/** The words of the block around an offset, with the offset of its start. */
export function blockAround(offset: number): { readonly start: number; readonly words: string } | null {
  const [block] = blocksAt({ start: offset, end: offset + 1 });
  return block ? { start: Number(block.dataset.start), words: block.textContent ?? '' } : null;
}

/** The elements inside of blocks that match a selector and share words with a span. */
export function elementsAt(span: Span, selector: string): HTMLElement[] {
  const inside = blocksAt(span).flatMap((block) => [...block.querySelectorAll<HTMLElement>(selector)]);
  return inside.filter((element) => {
    const own = spanOf(element);
    return own !== null && own.start < span.end && own.end > span.start;
  });
}

/** The blocks that a span touches. A long article has thousands: they are searched by halves. */
function blocksAt(span: Span): HTMLElement[] {
  const blocks = textElement()?.getElementsByClassName('block');
  const found: HTMLElement[] = [];
  if (!blocks) return found;
  for (let at = firstBlockAt(blocks, span.start); at < blocks.length; at++) {
    const block = blocks.item(at);
    if (!(block instanceof HTMLElement) || startOf(block) >= span.end) break;
    if (startOf(block) + (block.textContent?.length ?? 0) > span.start) found.push(block);
  }
  return found;
}

/** Index of the last block that starts at an offset or before it. */
function firstBlockAt(blocks: HTMLCollectionOf<Element>, offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(blocks.item(middle)) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function startOf(block: Element | null): number {
  return Number(block?.getAttribute('data-start'));
}

/**
 * The text node that holds an offset of a block; at a border the node behind it or before it, as `side` says.
 */
function placeIn(block: Element, offset: number, side: 'before' | 'after'): Place | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  while (walker.nextNode()) {
    // The walker shows text nodes alone.
    const node = walker.currentNode as Text;
    const isHere = side === 'after' ? offset < passed + node.length : offset <= passed + node.length;
    if (isHere) return { node, at: Math.max(0, offset - passed) };
    passed += node.length;
  }
  return null;
}

/** The text as far as the page has it: the words of each block where they stand, line ends in between. */
export function pageText(): string {
  const length = Number(textElement()?.dataset.length ?? 0);
  let text = '';
  for (const block of textElement()?.getElementsByClassName('block') ?? []) {
    text = text.padEnd(startOf(block), '\n') + (block.textContent ?? '');
  }
  return text.padEnd(length, '\n');
}
