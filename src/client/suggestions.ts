import { overlaps, type Span } from '../text/span.ts';
import { broughtBack } from './commands.ts';
import { partsIn } from './effects.ts';
import { judge } from './forms.ts';
import { highlight } from './highlight.ts';
import { onHtmx } from './htmx.ts';
import { t } from './messages.ts';
import { spanOf, textElement, wordsOf } from './offsets.ts';
import { pendingEffects } from './pending.ts';
import type { Command } from './queue.ts';
import { say } from './say.ts';
import { selectedSpan } from './selection.ts';
import { currentSentence, drawBeside, goToSpan } from './sentences.ts';
import { hideListed, isInList, startSuggestionList } from './suggestion-list.ts';

/** The suggestion that the palette offers: accepting and dismissing are about this one. */
let key = '';

/** Whether the palette says that there is none to offer. */
let isSayingNone = false;

/** The way to the next suggestion, while a part of the article is fetched for it. */
let going: Promise<void> | undefined;

/**
 * Accepts or dismisses what is offered, and goes on; where nothing is, it goes to the next one. What an undo
 * brings back counts too, so its answer is waited for.
 */
export function judgeOffered(kind: 'accept' | 'dismiss'): void | Promise<void> {
  const back = broughtBack();
  return back ? back.then(() => judgeHere(kind)) : judgeHere(kind);
}

function judgeHere(kind: 'accept' | 'dismiss'): void | Promise<void> {
  if (key === '') return stepOffered(1);
  judge(kind, [['suggestion', key]]);
  return going;
}

/** Goes to the next or the previous suggestion of the article, into parts of it that are yet to be drawn. */
export async function stepOffered(direction: 1 | -1): Promise<void> {
  const back = broughtBack();
  if (back) await back;
  const from = key === '' ? (selectedSpan()?.start ?? 0) : startOf(key);
  let section = firstPiece(key)?.closest('.section') ?? currentSentence()?.closest('.section') ?? null;
  section ??= textElement()?.querySelector('.section') ?? null;
  let next = neighbour(from, direction);
  while (!next && section) {
    section = await drawBeside(section, direction);
    next = neighbour(from, direction);
  }
  if (next) goToOffered(next);
  else sayNone(direction);
}

/**
 * Offers the suggestion at the cursor in the palette: what it would be, why, and the keys to accept or
 * dismiss it.
 */
export function startSuggestions(): void {
  if (!offerForm()) return;
  startSuggestionList(goToListed);
  textElement()?.addEventListener('click', ({ target }) => {
    const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-suggestion]') : null;
    if (clicked) offer(clicked.dataset.suggestion ?? '');
  });
  document.addEventListener('selected', offerHere);
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const { kind, fields } = (event as CustomEvent<Command>).detail;
    if (kind !== 'accept' && kind !== 'dismiss') return isOpen(key) ? undefined : offerHere();
    const wasInList = isInList(document.activeElement);
    hideListed(fields.find(([name]) => name === 'suggestion')?.[1] ?? '');
    if (wasInList) return isOpen(key) ? undefined : offerHere();
    going = stepOffered(1).finally(() => {
      going = undefined;
    });
  });
  onHtmx('htmx:after:swap', () => {
    if (!isOpen(key) && !isSayingNone) offerHere();
  });
}

const offerHere = () => offer(suggestionAt(selectedSpan()));

/** The next open suggestion behind an offset, or the last before it; the offered one is passed by. */
function neighbour(from: number, direction: 1 | -1): HTMLElement | undefined {
  const pieces = openPieces();
  const at = pieces.findIndex((piece) => piece.dataset.suggestion === key);
  if (at >= 0) return pieces[at + direction];
  const isBehind = (piece: HTMLElement) => startOf(piece.dataset.suggestion ?? '') >= from;
  return direction > 0 ? pieces.find(isBehind) : pieces.findLast((piece) => !isBehind(piece));
}

function goToListed(name: string): boolean {
  const piece = firstPiece(name);
  if (piece) goToOffered(piece);
  return piece !== undefined;
}

function goToOffered(piece: HTMLElement): void {
  const name = piece.dataset.suggestion ?? '';
  goToSpan(piece, spanOfSuggestion(name));
  piece.closest<HTMLElement>('.s')?.focus({ preventScroll: true });
  piece.scrollIntoView({ block: 'nearest' });
  offer(name);
}

function offerForm(): HTMLFormElement | null {
  const form = document.getElementById('suggestion-form');
  return form instanceof HTMLFormElement ? form : null;
}

/**
 * Shows a suggestion in the palette and paints its words. It is said aloud once, when it becomes the offered
 * one: what an answer draws changes nothing here.
 */
function offer(name: string): void {
  const form = offerForm();
  const first = firstPiece(isOpen(name) ? name : '');
  const now = first ? name : '';
  if (!form || (now === key && !isSayingNone)) return;
  key = now;
  isSayingNone = false;
  form.hidden = !first;
  for (const button of form.querySelectorAll('button')) button.hidden = false;
  const field = form.elements.namedItem('suggestion');
  if (field instanceof HTMLInputElement) field.value = key;
  const parts = partsOfSuggestion(key);
  highlight('offered', parts);
  const says = first ? sayPlace(first.dataset.says ?? '') : '';
  setWords('suggestion-says', says);
  const words = parts.map(wordsOf).join(' … ');
  setWords('suggestion-words', says.includes(words) ? '' : words);
  setWords('suggestion-reasons', first?.dataset.reasons ?? '');
  if (says !== '') say(says);
}

/** Which of the article's suggestions it is; of a long article nobody has counted them all. */
function sayPlace(what: string): string {
  if (textElement()?.querySelector('.section[hx-get]')) return t('offer.alone', { what });
  const pieces = openPieces();
  const at = pieces.findIndex((piece) => piece.dataset.suggestion === key) + 1;
  return t('offer.at', { at, of: pieces.length, what });
}

/** That there is none in this direction, for eye and ear. */
function sayNone(direction: 1 | -1): void {
  const left = openPieces().length;
  offer('');
  const words =
    left === 0
      ? t('offer.none')
      : direction > 0
        ? t('offer.noneAfter', { count: left })
        : t('offer.noneBefore');
  const form = offerForm();
  if (form) {
    isSayingNone = true;
    form.hidden = false;
    for (const button of form.querySelectorAll('button')) button.hidden = true;
    setWords('suggestion-says', words);
  }
  say(words);
}

function setWords(id: string, words: string): void {
  const place = document.getElementById(id);
  if (place && place.textContent !== words) place.textContent = words;
}

/** The first piece of a suggestion, which says what it would be. */
function firstPiece(name: string): HTMLElement | undefined {
  if (name === '') return undefined;
  const pieces = document.querySelectorAll<HTMLElement>(`.s [data-suggestion="${CSS.escape(name)}"]`);
  return [...pieces].find((piece) => piece.dataset.says);
}

/** The first pieces of all open suggestions, in text order. */
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
