import { overlaps, type Span } from '../text/span.ts';
import { partsIn } from './effects.ts';
import { onHtmx } from './htmx.ts';
import { spanOf, textElement } from './offsets.ts';
import { pendingEffects } from './pending.ts';
import type { Command } from './queue.ts';
import { say } from './say.ts';
import { selectedSpan } from './selection.ts';
import { drawBeside, goToSpan } from './sentences.ts';

/** The suggestion that the palette offers: accepting and dismissing are about this one. */
let key = '';

/** The offered suggestion as a form sends it; nothing where there is none. */
export function offered(): readonly (readonly [string, string])[] {
  if (key === '') say('No suggestion here.');
  return key === '' ? [] : [['suggestion', key]];
}

/**
 * Offers the suggestion at the cursor in the palette: what it would be, why, and the keys to accept or
 * dismiss it.
 */
export function startSuggestions(): void {
  const form = document.getElementById('suggestion-form');
  if (!(form instanceof HTMLFormElement)) return;
  textElement()?.addEventListener('click', ({ target }) => {
    const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-suggestion]') : null;
    if (clicked) offer(form, clicked.dataset.suggestion ?? '');
  });
  const offerHere = () => offer(form, suggestionAt(selectedSpan()));
  document.addEventListener('selected', offerHere);
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const { kind } = (event as CustomEvent<Command>).detail;
    if (kind === 'accept' || kind === 'dismiss') void offerNext(form);
    else if (!isOpen(key)) offerHere();
  });
  onHtmx('htmx:after:swap', () => {
    if (key === '' || !isOpen(key)) offerHere();
  });
}

/** Goes on to the next suggestion of the article, into parts of it that are yet to be drawn. */
async function offerNext(form: HTMLFormElement): Promise<void> {
  const from = startOf(key);
  let section: Element | null = firstPiece(key)?.closest('.section') ?? null;
  let next = openPieces().find((piece) => startOf(piece.dataset.suggestion ?? '') >= from);
  while (!next && section) {
    section = await drawBeside(section, 1);
    next = openPieces().find((piece) => startOf(piece.dataset.suggestion ?? '') >= from);
  }
  if (!next) {
    offer(form, '');
    return say('No suggestions left in this article.');
  }
  goToSpan(next, spanOfSuggestion(next.dataset.suggestion ?? ''));
  next.closest<HTMLElement>('.s')?.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  offer(form, next.dataset.suggestion ?? '');
}

function offer(form: HTMLFormElement, name: string): void {
  key = isOpen(name) ? name : '';
  const first = firstPiece(key);
  form.hidden = !first;
  const field = form.elements.namedItem('suggestion');
  if (field instanceof HTMLInputElement) field.value = key;
  setWords('suggestion-says', first?.dataset.says ?? '');
  setWords('suggestion-reasons', first?.dataset.reasons ?? '');
}

function setWords(id: string, words: string): void {
  const place = document.getElementById(id);
  if (place && place.textContent !== words) place.textContent = words;
}

/** The first piece of a suggestion, which says what it would be. */
function firstPiece(name: string): HTMLElement | undefined {
  if (name === '') return undefined;
  const pieces = document.querySelectorAll<HTMLElement>(`[data-suggestion="${CSS.escape(name)}"]`);
  return [...pieces].find((piece) => piece.dataset.says);
}

function openPieces(): HTMLElement[] {
  const pieces = textElement()?.querySelectorAll<HTMLElement>('[data-suggestion][data-says]') ?? [];
  return [...pieces].filter((piece) => isOpen(piece.dataset.suggestion ?? ''));
}

/**
 * Whether a suggestion is on the page and no waiting change closes it: one on words that carry its tag is
 * closed.
 */
function isOpen(name: string): boolean {
  if (!firstPiece(name)) return false;
  const { goneSuggestions, tagged } = pendingEffects();
  const [tag] = name.split(':');
  const own = partsOfSuggestion(name);
  const isTaken = tagged.some(
    (other) => other.tag === tag && other.parts.some((part) => own.some((one) => overlaps(one, part))),
  );
  return !goneSuggestions.has(name) && !isTaken;
}

function partsOfSuggestion(name: string): Span[] {
  return partsIn(name.slice(name.indexOf(':') + 1));
}

function spanOfSuggestion(name: string): Span | undefined {
  return partsOfSuggestion(name)[0];
}

function startOf(name: string): number {
  return spanOfSuggestion(name)?.start ?? 0;
}

/** The first suggestion that begins in the selected words, or else touches them. */
function suggestionAt(span: Span | null): string {
  if (!span) return '';
  const near = [...(textElement()?.querySelectorAll<HTMLElement>('.section [data-suggestion]') ?? [])];
  const touching = near.filter((piece) => {
    const own = spanOf(piece);
    return own !== null && overlaps(own, span) && isOpen(piece.dataset.suggestion ?? '');
  });
  const begins = touching.find((piece) => piece.dataset.says && (spanOf(piece)?.start ?? -1) >= span.start);
  return (begins ?? touching[0])?.dataset.suggestion ?? '';
}
