import type { Span } from '../text/span.ts';
import { endNear } from '../text/word-ends.ts';
import { currentEntry, partsOf } from './current.ts';
import { giveEdit } from './forms.ts';
import { highlight } from './highlight.ts';
import { onHtmx } from './htmx.ts';
import { offsetAtPoint, pageText, rangesOf, textElement, wordsOf } from './offsets.ts';
import { pendingEffects } from './pending.ts';

/** One end of one part of the current annotation. */
interface End {
  readonly part: number;
  readonly which: 'start' | 'end';
}

/** An end on its way, and how far from it the pointer took hold. */
interface Drag extends End {
  readonly id: string;
  readonly from: readonly Span[];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where the pointer took hold in the window, and half a line. */
  readonly top: number;
  readonly reach: number;
}

/** What stands between the words of two parts, as the server joins them. */
const JOINT = ' […] ';

let parts: readonly Span[] = [];
let drag: Drag | null = null;
let handles: HTMLElement[] = [];

/**
 * Shows a handle under each end of the current annotation's parts; dragged, it moves that end. Only what hangs below
 * the line takes the pointer, so that the first and the last letter can be clicked and dragged from.
 */
export function startHandles(): void {
  const text = textElement();
  if (!text) return;
  document.addEventListener('current', refresh);
  document.addEventListener('commands', refresh);
  onHtmx('htmx:after:swap', refresh);
  new ResizeObserver(refresh).observe(text);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') stop();
  });
}

let isDue = false;

/** Many things happen at once; they are looked at once, when the page is drawn. */
function refresh(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    if (drag) return;
    parts = currentParts();
    place();
  });
}

function currentParts(): readonly Span[] {
  const entry = currentEntry();
  return entry ? (pendingEffects().parts.get(entry.dataset.annotation ?? '') ?? partsOf(entry)) : [];
}

function place(): void {
  const ends = parts.flatMap((_, part): End[] => [
    { part, which: 'start' },
    { part, which: 'end' },
  ]);
  while (handles.length > ends.length) handles.pop()?.remove();
  for (const [at, end] of ends.entries()) {
    const handle = handles[at] ?? newHandle(at);
    if (handle) put(handle, end);
  }
}

function newHandle(at: number): HTMLElement | null {
  const template = document.getElementById('handle');
  const handle =
    template instanceof HTMLTemplateElement && template.content.firstElementChild?.cloneNode(true);
  if (!(handle instanceof HTMLElement)) return null;
  handle.addEventListener('pointerdown', (event) => take(event, at));
  handle.addEventListener('pointermove', pull);
  handle.addEventListener('pointerup', letGo);
  handle.addEventListener('pointercancel', stop);
  // Or the browser would select words along the way.
  handle.addEventListener('mousedown', (event) => event.preventDefault());
  textElement()?.parentElement?.append(handle);
  handles = [...handles, handle];
  return handle;
}

function put(handle: HTMLElement, { part, which }: End): void {
  const span = parts[part];
  const box = span && boxOf(span, which);
  handle.hidden = !box;
  if (!box) return;
  const around = handle.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  handle.style.left = `${box.x - around.left}px`;
  handle.style.top = `${box.top + box.height - around.top}px`;
  handle.style.setProperty('--line', `${box.height}px`);
}

/** Where an end stands in the window. */
function boxOf(span: Span, which: End['which']): { x: number; top: number; height: number } | undefined {
  const range = rangesOf(span).at(which === 'start' ? 0 : -1);
  const box = [...(range?.getClientRects() ?? [])].at(which === 'start' ? 0 : -1);
  if (!range || !box) return undefined;
  const element = range.startContainer.parentElement;
  const isFromRight = element !== null && getComputedStyle(element).direction === 'rtl';
  const { top, height } = box;
  return { x: isFromRight === (which === 'start') ? box.right : box.left, top, height };
}

function take(event: PointerEvent, at: number): void {
  const entry = currentEntry();
  const handle = event.currentTarget;
  const end: End = { part: at >> 1, which: at % 2 === 0 ? 'start' : 'end' };
  const span = parts[end.part];
  const box = span && boxOf(span, end.which);
  if (!entry || !box || !(handle instanceof HTMLElement) || event.button !== 0) return;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  // A finger holds the handle below its words, which it would cover.
  const hold = { x: event.clientX - box.x, y: event.clientY - box.top - box.height / 2 };
  const way = { top: event.clientY, reach: box.height / 2 };
  drag = { ...end, ...hold, ...way, id: entry.dataset.annotation ?? '', from: parts, text: pageText() };
  document.body.dataset.dragging = '';
}

function pull(event: PointerEvent): void {
  if (!drag) return;
  const offset = offsetAtPoint(event.clientX - drag.x, heightOf(event, drag));
  if (offset === null) return;
  const { part, which, from } = drag;
  const end = event.altKey ? offset : endNear(drag.text, offset, which);
  const moved = from.map((span, at) => (at === part ? { ...span, [which]: end } : span));
  if (!isInOrder(moved)) return;
  parts = moved;
  highlight('current', parts);
  place();
}

/** A finger points above itself all the way; a mouse, once it has left the gap below the line, where it is. */
function heightOf({ pointerType, clientY }: PointerEvent, { y, top, reach }: Drag): number {
  return pointerType === 'mouse' && Math.abs(clientY - top) > reach ? clientY : clientY - y;
}

/** Whether no part is empty and none reaches into the next. */
function isInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start, end }, at) => start < end && (spans[at - 1]?.end ?? -1) < start);
}

function letGo(): void {
  if (!drag) return;
  const { id, from } = drag;
  const isMoved = written(parts) !== written(from);
  const fields = [
    ['parts', written(parts)],
    ['text', parts.map(wordsOf).join(JOINT)],
  ] as const;
  end();
  if (isMoved) giveEdit(id, fields);
  refresh();
}

const written = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join(';');

/** The drag ends and nothing has moved. */
function stop(): void {
  if (!drag) return;
  highlight('current', drag.from);
  end();
  refresh();
}

function end(): void {
  drag = null;
  delete document.body.dataset.dragging;
}
