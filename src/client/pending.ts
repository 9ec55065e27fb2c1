import { commands } from './commands.ts';
import { currentEntry, partsOf } from './current.ts';
import { type Effects, effectsOf } from './effects.ts';
import { highlight } from './highlight.ts';
import { onHtmx } from './htmx.ts';
import { pageText, textElement } from './offsets.ts';
import type { Receipt } from './queue.ts';

let effects: Effects = effectsOf([], { text: '', partsOf: () => [] }, new Map());

/** The annotations that steps of this page made, by the steps' names. */
const made = new Map<string, string>();

/** The text does not change while its page is open. */
let text: string | null = null;

/** What the changes that are on their way will do to this page. */
export function pendingEffects(): Effects {
  return effects;
}

/** Shows at once what waiting changes will do, until their answers draw it. */
export function startPending(): void {
  if (!textElement()) return;
  // The page's listener gives each event of ours its own detail.
  document.addEventListener('commands', (event) => {
    const receipt = (event as CustomEvent<Receipt | null>).detail;
    for (const [step, id] of Object.entries(receipt?.makes ?? {})) made.set(step, id);
    show();
  });
  onHtmx('htmx:after:swap', show);
  show();
}

function show(): void {
  const article = textElement()?.dataset.article;
  const waiting = commands().waiting.filter(({ articleId }) => articleId === article);
  text ??= pageText();
  effects = effectsOf(waiting, { text, partsOf: drawnParts }, made);
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
