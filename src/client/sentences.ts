import type { Span } from '../text/span.ts';
import { pointerReleased } from './held-pointer.ts';
import { onHtmx } from './htmx.ts';
import { t } from './messages.ts';
import { offsetOf, spanOf, textElement } from './offsets.ts';
import { say } from './say.ts';
import { drawSection, findSentence } from './sections.ts';
import { select, selectedSpan } from './selection.ts';

const SENTENCE = '.s';

/** Where the person works: the sentence that a key, a pointer or a deed came to last. */
let here: string | null = null;
/** The sentence that a selection over several began at. */
let anchor: Span | null = null;

/** The sentence the person works in, if it is on the page. */
export function currentSentence(): HTMLElement | null {
  return here === null ? null : document.getElementById(here);
}

/** Makes a sentence the one that Tab reaches and keys go on from. */
export function setHere(sentence: Element | null): void {
  if (!sentence || sentence.id === here) return;
  for (const name of Object.keys(reachableAs(''))) currentSentence()?.removeAttribute(name);
  here = sentence.id;
  anchor = spanOf(sentence);
  makeReachable(sentence);
}

/** The one sentence that Tab reaches says what it is, and its words. */
function makeReachable(sentence: Element | null): void {
  for (const [name, value] of Object.entries(reachableAs(sentence?.id ?? '')))
    sentence?.setAttribute(name, value);
}

function reachableAs(id: string): Readonly<Record<string, string>> {
  const says = { role: 'group', 'aria-roledescription': t('desk.sentence'), 'aria-labelledby': id };
  return { tabindex: '0', ...says };
}

/** Goes to a sentence and selects it, or with `extend` everything from where the selection began. */
export function goTo(sentence: Element, extend = false): void {
  const span = spanOf(sentence);
  if (!span) return;
  const from = extend ? anchor : null;
  setHere(sentence);
  anchor = from ?? span;
  select({ start: Math.min(anchor.start, span.start), end: Math.max(anchor.end, span.end) });
}

/** Goes to a place inside a sentence and selects a span that begins there. */
export function goToSpan(place: Element, span: Span | undefined): void {
  const sentence = place.closest(SENTENCE);
  if (!sentence || !span) return;
  setHere(sentence);
  select(span);
}

/** The sentence that a place of the page stands in, or the next one. */
export function sentenceAt(node: Node, at: number): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  const own = element?.closest(SENTENCE);
  const block = element?.closest('.block');
  const offset = offsetOf(node, at);
  if (own || !block || offset === null) return own ?? null;
  const sentences = [...block.querySelectorAll(SENTENCE)];
  return sentences.find((sentence) => (spanOf(sentence)?.end ?? 0) > offset) ?? sentences.at(-1) ?? null;
}

/** Which sentences a step may end at. */
export type Wanted = (sentence: HTMLElement) => boolean;

/** A sentence that holds no annotation and is not marked "nothing here", changes on their way included. */
export const isUncoded: Wanted = (sentence) => {
  if (sentence.dataset.coming !== undefined) return sentence.dataset.coming === 'uncoded';
  const isMarked = sentence.querySelector(MARK) !== null || sentence.closest(MARK) !== null;
  return !isMarked && !sentence.matches('.nothing');
};

const MARK = 'mark:not([data-gone])';

/**
 * Goes to the next or the previous sentence, or to one without work, with the focus, so that screen readers
 * say it. Where a long article has yet to draw it, the promise ends when that is done.
 */
export async function step(direction: 1 | -1, extend = false, wanted?: Wanted): Promise<void> {
  const from = currentSentence();
  const next = wanted
    ? await findWanted(from ? numberOf(from) + direction : numberInView(), direction, wanted)
    : await beside(from, direction);
  if (next) return goAndShow(next, extend);
  if (wanted) say(t(direction > 0 ? 'desk.noneUncodedBelow' : 'desk.noneUncodedAbove'));
}

/** Goes to the next sentence without work, behind the end of the article to the first one. */
async function goOn(): Promise<void> {
  const from = currentSentence();
  const behind = await findWanted(from ? numberOf(from) + 1 : 0, 1, isUncoded);
  const next = behind ?? (await findWanted(0, 1, isUncoded));
  if (next) goAndShow(next);
  else say(t('desk.allCoded'));
}

/** Goes to a sentence with the focus, and has it seen. */
export function goAndShow(sentence: HTMLElement, extend = false, block: ScrollLogicalPosition = 'nearest') {
  goTo(sentence, extend);
  sentence.focus({ preventScroll: true });
  sentence.scrollIntoView({ block });
}

/** The sentence with a number, if it is drawn. */
export function sentenceNumbered(number: number): HTMLElement | null {
  return document.getElementById(`s${number}`);
}

async function beside(from: HTMLElement | null, direction: 1 | -1): Promise<HTMLElement | null> {
  if (!from) return firstInView();
  const number = numberOf(from) + direction;
  if (!sentenceNumbered(number)) await drawBeside(from.closest('.section'), direction);
  return sentenceNumbered(number);
}

/** Looks through what is drawn; the server knows of the rest, so that no part in between need be drawn. */
async function findWanted(
  from: number | null,
  direction: 1 | -1,
  wanted: Wanted,
): Promise<HTMLElement | null> {
  let number = from;
  while (number !== null && number >= 0) {
    if (!sentenceNumbered(number)) number = await findFar(number, direction);
    const sentence = number === null ? null : sentenceNumbered(number);
    if (number === null || !sentence || wanted(sentence)) return sentence;
    number += direction;
  }
  return null;
}

/** Where all parts are drawn there is nobody to ask, and keys need not wait. */
async function findFar(from: number, direction: 1 | -1): Promise<number | null> {
  if (!document.querySelector('.section[hx-get]')) return null;
  return findSentence(from, direction, 'uncoded');
}

function numberInView(): number | null {
  const sentence = firstInView();
  return sentence && numberOf(sentence);
}

function numberOf(sentence: HTMLElement): number {
  return Number(sentence.id.slice(1));
}

/**
 * Draws the section beside another, where it is yet to be drawn, and gives it; null at the ends of the
 * article.
 */
export async function drawBeside(section: Element | null, direction: 1 | -1): Promise<Element | null> {
  const next = direction > 0 ? section?.nextElementSibling : section?.previousElementSibling;
  await drawSection(next);
  return next ? document.getElementById(next.id) : null;
}

function firstInView(): HTMLElement | null {
  const selected = selectedSpan();
  const sentences = [...(textElement()?.querySelectorAll<HTMLElement>(SENTENCE) ?? [])];
  const isHere = (sentence: HTMLElement) => {
    if (!selected) return sentence.getBoundingClientRect().bottom > 0;
    return (spanOf(sentence)?.end ?? 0) > selected.start;
  };
  return sentences.find(isHere) ?? null;
}

/** Tab reaches the sentence at hand, at first the first one; Enter there selects it. */
export function startSentences(): void {
  const text = textElement();
  if (!text) return;
  document.addEventListener('click', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || !(event.target instanceof Element) || !event.target.closest('#progress a')) return;
    event.preventDefault();
    void goOn();
  });
  const reachable = () => currentSentence() ?? text.querySelector<HTMLElement>(SENTENCE);
  makeReachable(reachable());
  // A focusable element under the pointer would swallow a selection that begins in it.
  text.addEventListener('pointerdown', () => reachable()?.removeAttribute('tabindex'), { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(end, () => makeReachable(reachable()));
  // A part that is drawn anew has its sentences without.
  onHtmx('htmx:after:swap', () => void pointerReleased().then(() => makeReachable(reachable())));
  text.addEventListener('focusin', ({ target }) => {
    // A tap focuses too, before its click says what was meant.
    if (target instanceof Element && target.matches(`${SENTENCE}:focus-visible`) && target.id !== here)
      goTo(target);
  });
}
