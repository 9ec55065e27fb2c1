import type { Span } from '../text/span.ts';
import { htmx } from './htmx.ts';
import { offsetOf, spanOf, textElement } from './offsets.ts';
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
  currentSentence()?.removeAttribute('tabindex');
  here = sentence.id;
  anchor = spanOf(sentence);
  sentence.setAttribute('tabindex', '0');
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

/** A sentence that holds no annotation and is not marked "nothing here". */
export const isUncoded: Wanted = (sentence) =>
  !sentence.matches('.nothing, mark *') && !sentence.querySelector('mark') && !sentence.closest('mark');

/**
 * Goes to the next or the previous sentence that is wanted, with the focus, so that screen readers say it.
 * Where a long article has yet to draw it, the promise ends when that is done.
 */
export async function step(direction: 1 | -1, extend = false, wanted: Wanted = () => true): Promise<void> {
  let from = currentSentence();
  let next = from ? await neighbour(from, direction) : firstInView();
  while (next && !wanted(next)) {
    from = next;
    next = await neighbour(from, direction);
  }
  if (!next) return;
  goTo(next, extend);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

async function neighbour(from: HTMLElement, direction: 1 | -1): Promise<HTMLElement | null> {
  const id = `s${Number(from.id.slice(1)) + direction}`;
  const next = document.getElementById(id);
  if (next) return next;
  await drawBeside(from.closest('.section'), direction);
  return document.getElementById(id);
}

/**
 * Draws the section beside another, where it is yet to be drawn, and gives it; null at the ends of the
 * article.
 */
export async function drawBeside(section: Element | null, direction: 1 | -1): Promise<Element | null> {
  const beside = direction > 0 ? section?.nextElementSibling : section?.previousElementSibling;
  const address = beside?.getAttribute('hx-get');
  if (beside && address) await htmx.ajax('GET', address, { source: beside, swap: 'none' });
  return beside ? document.getElementById(beside.id) : null;
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
  const reachable = () => currentSentence() ?? text.querySelector(SENTENCE);
  reachable()?.setAttribute('tabindex', '0');
  // A focusable element under the pointer would swallow a selection that begins in it.
  text.addEventListener('pointerdown', () => reachable()?.removeAttribute('tabindex'), { capture: true });
  for (const end of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(end, () => reachable()?.setAttribute('tabindex', '0'));
  text.addEventListener('focusin', ({ target }) => {
    // A tap focuses too, before its click says what was meant.
    if (target instanceof Element && target.matches(`${SENTENCE}:focus-visible`) && target.id !== here)
      goTo(target);
  });
}
