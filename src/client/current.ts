import type { Span } from '../text/span.ts';
import { highlight } from './highlight.ts';
import { onHtmx } from './htmx.ts';
import { t } from './messages.ts';
import { placeAt } from './offsets.ts';
import { say } from './say.ts';
import { findSentence } from './sections.ts';
import { selectedSpan } from './selection.ts';
import { goToSpan } from './sentences.ts';

/** The annotation that keys and palette work on: the one made, opened or reached last. */
let current: string | null = null;

/** Whether the person has gone nowhere else since: the next annotation is then the one behind it. */
let isThere = false;

/** The id of the current annotation, which the list may not hold yet. */
export function currentId(): string | null {
  return current;
}

/** An annotation's entry in the list, if it is there. */
export function entryOf(id: string | null): HTMLElement | null {
  return id === null ? null : document.getElementById(`entry-${id}`);
}

/** The entry of the current annotation in the list, if it is there. */
export function currentEntry(): HTMLElement | null {
  return entryOf(current);
}

/** The version of an annotation that the page shows. */
export function seenVersion(id: string): number | null {
  const entry = entryOf(id);
  const field = entry?.querySelector<HTMLInputElement>('input[name=version]');
  return Number(field?.value || entry?.dataset.version) || null;
}

/** Makes an annotation the current one; `show` brings its entry, and `go` its words too, into view. */
export function setCurrent(id: string | null, view?: 'show' | 'go'): void {
  currentEntry()?.removeAttribute('aria-current');
  const isOther = id !== current;
  current = id || null;
  const entry = currentEntry();
  entry?.setAttribute('aria-current', 'true');
  highlight('current', entry ? partsOf(entry) : []);
  document.dispatchEvent(new CustomEvent('current', { detail: entry }));
  if (view && entry) showInPanel(entry);
  if (view === 'go' && entry) goToWords(entry);
  if (view || isOther) isThere = entry !== null;
}

/** Scrolls the list and never the text: where the list does not scroll by itself, nothing moves. */
function showInPanel(entry: HTMLElement): void {
  const panel = entry.closest('.panel');
  if (!panel) return;
  const [from, to] = [panel.getBoundingClientRect(), entry.getBoundingClientRect()];
  const style = getComputedStyle(panel);
  const above = to.top - from.top - Number.parseFloat(style.scrollPaddingTop);
  const below = to.bottom - from.bottom + Number.parseFloat(style.scrollPaddingBottom);
  panel.scrollTop += above < 0 ? above : Math.max(0, Math.min(above, below));
}

/** Selects an annotation's words, and brings them to the middle of the page where they are out of sight. */
function goToWords(entry: HTMLElement): void {
  const mark = document.getElementById(`m-${entry.dataset.annotation}`);
  if (!mark) return;
  goToSpan(mark, partsOf(entry)[0]);
  const box = mark.getBoundingClientRect();
  const isSeen = box.top > 60 && box.bottom < window.innerHeight - 120;
  if (!isSeen) mark.scrollIntoView({ block: 'center' });
}

/** The parts of an entry's annotation. */
export function partsOf(entry: HTMLElement): Span[] {
  return (entry.dataset.parts ?? '').split(';').map((part) => {
    const [start = 0, end = 0] = part.split('-').map(Number);
    return { start, end };
  });
}

/**
 * Goes to the next or the previous annotation, in text order; in a long article the server tells which part
 * has it.
 */
export function stepCurrent(direction: 1 | -1): void | Promise<void> {
  const entries = [...document.querySelectorAll<HTMLElement>('#entries .entry')];
  const from = currentEntry();
  const next =
    from && isThere ? entries[entries.indexOf(from) + direction] : fromSelection(entries, direction);
  const waiting = waitingBefore(next, from && isThere ? from : null, direction);
  if (waiting) return stepFar(waiting, direction);
  if (next) return setCurrent(next.dataset.annotation ?? null, 'go');
  say(t(direction > 0 ? 'desk.noneBelow' : 'desk.noneAbove'));
}

/** The first annotation that begins where the selection does or after it, or the last one before it. */
function fromSelection(entries: HTMLElement[], direction: 1 | -1): HTMLElement | undefined {
  const at = selectedSpan()?.start ?? 0;
  const isBehind = (entry: HTMLElement) => (partsOf(entry)[0]?.start ?? 0) >= at;
  return direction > 0 ? entries.find(isBehind) : entries.findLast((entry) => !isBehind(entry));
}

/** The list of the first part on the way to an annotation that is yet to be drawn. */
function waitingBefore(next: HTMLElement | undefined, from: HTMLElement | null, direction: 1 | -1) {
  const here = from?.parentElement ?? listOfSelection();
  const lists = [...document.querySelectorAll<HTMLElement>('#entries > *')];
  const start = here ? lists.indexOf(here) : 0;
  const end = next?.parentElement ? lists.indexOf(next.parentElement) : undefined;
  const between =
    direction > 0 ? lists.slice(start, end) : lists.slice((end ?? -1) + 1, start + 1).toReversed();
  return between.find((list) => list.matches('.waiting'));
}

function listOfSelection(): HTMLElement | null {
  const section = placeAt(selectedSpan()?.start ?? 0, 'after')?.node.parentElement?.closest<HTMLElement>(
    '.section',
  );
  return document.getElementById(`entries-${section?.dataset.section}`);
}

async function stepFar(waiting: HTMLElement, direction: 1 | -1): Promise<void> {
  const number = await findSentence(sentenceBeside(waiting, direction), direction, 'annotation');
  const section =
    number === null ? null : document.getElementById(`s${number}`)?.closest<HTMLElement>('.section');
  const entries = [...(document.getElementById(`entries-${section?.dataset.section}`)?.children ?? [])];
  const next = direction > 0 ? entries[0] : entries.at(-1);
  if (next instanceof HTMLElement) return setCurrent(next.dataset.annotation ?? null, 'go');
  say(t(direction > 0 ? 'desk.noneBelow' : 'desk.noneAbove'));
}

/** The number of the first sentence, in a direction, of a part that is yet to be drawn. */
function sentenceBeside(list: HTMLElement, direction: 1 | -1): number {
  const sections = [...document.querySelectorAll<HTMLElement>('.section')];
  const own = sections.findIndex(({ dataset }) => dataset.section === list.dataset.section);
  const drawn = direction > 0 ? sections.slice(0, own) : sections.slice(own + 1);
  const sentences = drawn.flatMap((section) => [...section.querySelectorAll('.s')]);
  const last = direction > 0 ? sentences.at(-1) : sentences[0];
  return Number(last?.id.slice(1) ?? -1) + direction;
}

/** Keeps track of what is made, opened, deleted and drawn again. */
export function startCurrent(): void {
  document.addEventListener('selected', () => {
    isThere = false;
  });
  document.addEventListener('click', (event) => {
    const entry = event.target instanceof Element ? event.target.closest<HTMLElement>('.entry') : null;
    if (entry)
      setCurrent(entry.dataset.annotation ?? null, entry.classList.contains('card') ? undefined : 'go');
  });
  onHtmx('htmx:after:swap', () => setCurrent(current));
}
