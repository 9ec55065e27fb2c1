import { overlaps, type Span } from '../text/span.ts';
import { comingBack, startComingBack, wordsOfSuggestion } from './coming-back.ts';
import { partsIn } from './effects.ts';
import { judge } from './forms.ts';
import { highlight } from './highlight.ts';
import { onHtmx } from './htmx.ts';
import { t } from './messages.ts';
import { elementsAt, textElement, wordsOf } from './offsets.ts';
import { pendingEffects } from './pending.ts';
import type { Command } from './queue.ts';
import { sayOffer } from './say.ts';
import { selectedSpan } from './selection.ts';
import { currentSentence, drawBeside, goToSpan } from './sentences.ts';
import { hideListed, isInList, startSuggestionList } from './suggestion-list.ts';

/** The suggestion that the palette offers: accepting and dismissing are about this one. */
let key = '';

/** Whether the palette says that there is none to offer. */
let isSayingNone = false;

/** The way to the next suggestion, while a part of the article is fetched for it. */
let going: Promise<void> | undefined;

/** Accepts or dismisses what is offered, and goes on; where nothing is, it goes to the next one. */
export function judgeOffered(kind: 'accept' | 'dismiss'): void | Promise<void> {
  if (key === '') return stepOffered(1);
  judge(kind, [['suggestion', key]]);
  return going;
}

/** Goes to the next or the previous suggestion of the article, into parts of it that are yet to be drawn. */
export async function stepOffered(direction: 1 | -1): Promise<void> {
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
  startComingBack();
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
function neighbour(from: number, direction: 1 | -1): string | undefined {
  const names = openNames();
  const at = names.indexOf(key);
  if (at >= 0) return names[at + direction];
  const isBehind = (name: string) => startOf(name) >= from;
  return direction > 0 ? names.find(isBehind) : names.findLast((name) => !isBehind(name));
}

function goToListed(name: string): boolean {
  if (firstPiece(name)) goToOffered(name);
  return firstPiece(name) !== undefined;
}

function goToOffered(name: string): void {
  const span = spanOfSuggestion(name);
  const piece = firstPiece(name) ?? (span && elementsAt(span, '.s')[0]);
  if (!piece) return;
  goToSpan(piece, span);
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
  const now = isOpen(name) ? name : '';
  const said = wordsOfSuggestion(now);
  if (!form || (now === key && !isSayingNone)) return;
  key = now;
  isSayingNone = false;
  form.hidden = !said;
  for (const button of form.querySelectorAll('button')) button.hidden = false;
  const field = form.elements.namedItem('suggestion');
  if (field instanceof HTMLInputElement) field.value = key;
  const parts = partsOfSuggestion(key);
  highlight('offered', parts);
  const says = said ? sayPlace(said.says) : '';
  setWords('suggestion-says', says);
  const words = parts.map(wordsOf).join(' … ');
  setWords('suggestion-words', says.includes(words) ? '' : words);
  setWords('suggestion-reasons', said?.reasons ?? '');
  sayOffer(says);
}

/** Which of the article's suggestions it is; of a long article nobody has counted them all. */
function sayPlace(what: string): string {
  if (textElement()?.querySelector('.section[hx-get]')) return t('offer.alone', { what });
  const names = openNames();
  return t('offer.at', { at: names.indexOf(key) + 1, of: names.length, what });
}

/** That there is none in this direction, for eye and ear. */
function sayNone(direction: 1 | -1): void {
  const left = openNames().length;
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
  sayOffer(words);
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

/** The names of all open suggestions that match, in text order. */
function openNames(matches: (name: string) => boolean = () => true): string[] {
  const pieces = textElement()?.querySelectorAll<HTMLElement>('[data-suggestion][data-says]') ?? [];
  const names = [...pieces].map((piece) => piece.dataset.suggestion ?? '');
  const drawn = new Set(names);
  const back = comingBack((name) => drawn.has(name)).filter(matches);
  const open = names.filter((name) => matches(name) && isUntaken(name));
  return back.length === 0 ? open : [...open, ...back].sort((one, other) => startOf(one) - startOf(other));
}

/** Whether a suggestion is on the page, or coming back to it, and no waiting change closes it. */
function isOpen(name: string): boolean {
  if (firstPiece(name)) return isUntaken(name);
  return comingBack((other) => other !== name).length > 0;
}

/** Whether no waiting change closes a suggestion: one on words that carry its tag is closed. */
function isUntaken(name: string): boolean {
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
  const names = openNames((name) => partsOfSuggestion(name).some((part) => overlaps(part, span)));
  return names.find((name) => startOf(name) >= span.start) ?? names[0] ?? '';
}
