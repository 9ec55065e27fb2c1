import type { Span } from '../text/span.ts';
import { highlight } from './highlight.ts';
import { htmx, onHtmx } from './htmx.ts';

/** The annotation that keys and palette work on: the one made, opened or reached last. */
let current: string | null = null;

/** The entry of the current annotation in the list, if it is there. */
export function currentEntry(): HTMLElement | null {
  return current === null ? null : document.getElementById(`entry-${current}`);
}

/** Makes an annotation the current one; `show` brings its entry, and `go` its words too, into view. */
export function setCurrent(id: string | null, view?: 'show' | 'go'): void {
  currentEntry()?.removeAttribute('aria-current');
  current = id || null;
  const entry = currentEntry();
  entry?.setAttribute('aria-current', 'true');
  highlight('current', entry ? partsOf(entry) : []);
  document.dispatchEvent(new CustomEvent('current', { detail: entry }));
  if (view) entry?.scrollIntoView({ block: 'nearest' });
  if (view === 'go' && current) document.getElementById(`m-${current}`)?.scrollIntoView({ block: 'center' });
}

/** The parts of an entry's annotation. */
export function partsOf(entry: HTMLElement): Span[] {
  return (entry.dataset.parts ?? '').split(';').map((part) => {
    const [start = 0, end = 0] = part.split('-').map(Number);
    return { start, end };
  });
}

/** Goes to the next or the previous annotation, in text order. */
export function stepCurrent(direction: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>('#entries .entry')];
  const from = currentEntry();
  const at = from ? entries.indexOf(from) : direction > 0 ? -1 : entries.length;
  const next = entries[at + direction];
  if (!next) return fetchMore(direction);
  setCurrent(next.dataset.annotation ?? null, 'go');
  next.querySelector<HTMLElement>('a, input')?.focus({ preventScroll: true });
}

function fetchMore(direction: 1 | -1): void {
  const lists = [...document.querySelectorAll('#entries .waiting')];
  const list =
    direction > 0 ? lists.find(isBehindCurrent) : lists.findLast((waiting) => !isBehindCurrent(waiting));
  if (!list) return;
  document.addEventListener('htmx:after:swap', () => stepCurrent(direction), { once: true });
  htmx.trigger(list, 'near', {});
}

function isBehindCurrent(list: Element): boolean {
  const entry = currentEntry();
  return !entry || Boolean(entry.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Keeps track of what is made, opened, deleted and drawn again. */
export function startCurrent(): void {
  document.addEventListener('click', (event) => {
    const entry = event.target instanceof Element ? event.target.closest<HTMLElement>('.entry') : null;
    if (entry)
      setCurrent(entry.dataset.annotation ?? null, entry.classList.contains('card') ? undefined : 'go');
  });
  onHtmx('htmx:after:swap', () => {
    const opened = document.activeElement?.closest<HTMLElement>('.card');
    setCurrent(opened?.dataset.annotation ?? current, opened ? 'show' : undefined);
  });
}
