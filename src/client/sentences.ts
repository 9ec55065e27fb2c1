import type { Span } from '../text/span.ts';
import { htmx } from './htmx.ts';
import { spanOf, textElement } from './offsets.ts';
import { select, selectedSpan } from './selection.ts';

const SENTENCE = '.s';

/** Where the person works: the sentence that a key or a pointer came to last. */
let here: string | null = null;
/** The sentence that a selection over several began at. */
let anchor: Span | null = null;

/** The sentence the person works in, if it is on the page. */
export function currentSentence(): HTMLElement | null {
  return here === null ? null : document.getElementById(here);
}

/** Goes to a sentence and selects it, or with `extends` everything from where the selection began. */
export function goTo(sentence: Element, extend = false): void {
  const span = spanOf(sentence);
  if (!span) return;
  here = sentence.id;
  if (!extend || !anchor) anchor = span;
  select({ start: Math.min(anchor.start, span.start), end: Math.max(anchor.end, span.end) });
}

/** Goes to a place inside a sentence and selects a span that begins there. */
export function goToSpan(place: Element, span: Span | undefined): void {
  const sentence = place.closest(SENTENCE);
  if (!sentence || !span) return;
  here = sentence.id;
  anchor = spanOf(sentence);
  select(span);
}

/** Goes to the next or the previous sentence, with the focus, so that screen readers say it. */
export function step(direction: 1 | -1, extend: boolean): void {
  const from = currentSentence();
  const next = from ? neighbour(from, direction) : firstInView();
  if (!next) return;
  goTo(next, extend);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function neighbour(from: HTMLElement, direction: 1 | -1): HTMLElement | null {
  const number = Number(from.id.slice(1)) + direction;
  const next = document.getElementById(`s${number}`);
  if (next || number < 0) return next;
  fetchSection(from, direction);
  return null;
}

/** A long article's next section is yet to be drawn: once it is, the key works on. */
function fetchSection(from: HTMLElement, direction: 1 | -1): void {
  const section = from.closest('.section');
  const next = direction > 0 ? section?.nextElementSibling : section?.previousElementSibling;
  if (!next?.hasAttribute('hx-get')) return;
  document.addEventListener('htmx:after:swap', () => step(direction, false), { once: true });
  htmx.trigger(next, 'near', {});
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
