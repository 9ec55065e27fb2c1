import type { Span } from '../text/span.ts';
import { commands } from './commands.ts';
import { currentEntry, partsOf } from './current.ts';
import { type Effects, effectsOf, fieldOf, partsIn } from './effects.ts';
import { highlight } from './highlight.ts';
import { onHtmx } from './htmx.ts';
import { elementsAt, pageText, textElement } from './offsets.ts';
import type { Command, Receipt } from './queue.ts';

/** What steps of this page did, by their names. */
const past = { made: new Map<string, string>(), toggled: new Map<string, readonly Span[]>() };

let effects: Effects = effectsOf([], { text: '', partsOf: () => [] }, past);

/** The text does not change while its page is open. */
let text: string | null = null;

/** What the changes that are on their way will do to this page. */
export function pendingEffects(): Effects {
  return effects;
}

/** Shows at once what waiting changes will do, until their answers draw it. */
export function startPending(): void {
  if (!textElement()) return;
  document.addEventListener('given', (event) => {
    // Only `give` sends this event, with its command.
    const { key, kind, fields } = (event as CustomEvent<Command>).detail;
    if (kind === 'nothing') past.toggled.set(key, partsIn(fieldOf(fields, 'parts')));
  });
  document.addEventListener('commands', (event) => {
    // Only the queue sends this event, with the receipt of what was done.
    const receipt = (event as CustomEvent<Receipt | null>).detail;
    for (const [step, id] of Object.entries(receipt?.makes ?? {})) past.made.set(step, id);
    show();
  });
  onHtmx('htmx:after:swap', show);
  show();
}

function show(): void {
  const article = textElement()?.dataset.article;
  const waiting = commands().waiting.filter(({ articleId }) => articleId === article);
  text ??= pageText();
  effects = effectsOf(waiting, { text, partsOf: drawnParts }, past);
  highlight(
    'pending',
    effects.tagged.flatMap(({ parts }) => parts),
  );
  highlight('pending-nothing', effects.toggled);
  const entry = currentEntry();
  const moved = effects.parts.get(entry?.dataset.annotation ?? '');
  if (entry) highlight('current', moved ?? partsOf(entry));
  setGone('[data-annotation]', 'annotation', effects.goneAnnotations);
  setGone('[data-suggestion]', 'suggestion', effects.goneSuggestions);
  showComing();
}

/** Says of sentences what will be true of them: whether they are coded. */
function showComing(): void {
  for (const sentence of document.querySelectorAll<HTMLElement>('.s[data-coming]'))
    delete sentence.dataset.coming;
  for (const span of effects.toggled) toggle(elementsAt(span, '.s'));
  for (const { parts } of effects.tagged)
    for (const sentence of parts.flatMap((part) => elementsAt(part, '.s'))) sentence.dataset.coming = 'coded';
}

/** "Nothing here" on sentences is taken back only where all that have no annotation are marked. */
function toggle(sentences: readonly HTMLElement[]): void {
  const free = sentences.filter((sentence) => !sentence.querySelector('mark') && !sentence.closest('mark'));
  const isNothing = (sentence: HTMLElement) =>
    sentence.dataset.coming ? sentence.dataset.coming === 'coded' : sentence.matches('.nothing');
  const coming = free.every(isNothing) ? 'uncoded' : 'coded';
  for (const sentence of free) sentence.dataset.coming = coming;
}

function drawnParts(annotationId: string) {
  const entry = document.getElementById(`entry-${annotationId}`);
  return entry ? partsOf(entry) : [];
}

function setGone(selector: string, name: 'annotation' | 'suggestion', gone: ReadonlySet<string>): void {
  for (const element of document.querySelectorAll<HTMLElement>(`${selector}[data-gone]`)) {
    if (!gone.has(element.dataset[name] ?? '')) delete element.dataset.gone;
  }
  for (const id of gone) {
    const pieces = document.querySelectorAll<HTMLElement>(`[data-${name}="${CSS.escape(id)}"]`);
    for (const piece of pieces) piece.dataset.gone = '';
  }
}
