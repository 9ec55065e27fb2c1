import { currentEntry, openCurrent, setCurrent, stepCurrent } from './current.ts';
import { textElement } from './offsets.ts';
import { changeCurrent, press } from './palette.ts';
import { currentSentence, step } from './sentences.ts';

/** What each key does; the names are those of the browser's key events. */
const KEYS: Readonly<Record<string, () => void>> = {
  j: () => step(1, false),
  J: () => step(1, true),
  k: () => step(-1, false),
  K: () => step(-1, true),
  '+': () => press('#current-form [name=add]'),
  ']': () => stepCurrent(1),
  '[': () => stepCurrent(-1),
  a: () => press('#suggestion-form [value=accept]'),
  x: () => press('#suggestion-form [value=dismiss]'),
  z: () => press('#undo'),
  Z: () => press('#redo'),
  '/': () => document.getElementById('find')?.focus(),
  '?': () => location.assign('/help'),
};

/** Keys that browsers use themselves: taken only while the person is in the text. */
const TEXT_KEYS: Readonly<Record<string, () => void>> = {
  ArrowDown: () => step(1, false),
  ArrowUp: () => step(-1, false),
  'Shift+ArrowDown': () => step(1, true),
  'Shift+ArrowUp': () => step(-1, true),
  Enter: openCurrent,
  Delete: () => changeCurrent({ _method: 'DELETE' }),
  'Alt+ArrowRight': () => changeCurrent({ move: 'end-later' }),
  'Alt+ArrowLeft': () => changeCurrent({ move: 'end-earlier' }),
  'Alt+Shift+ArrowRight': () => changeCurrent({ move: 'start-later' }),
  'Alt+Shift+ArrowLeft': () => changeCurrent({ move: 'start-earlier' }),
};

/** Keys of the reading page; none acts in a form field or with Ctrl or Meta held. */
export function startKeys(): void {
  if (!textElement() || document.body.dataset.keys === 'off') return;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    const action = event.key === 'Escape' ? leaveFrom(event.target) : actionFor(event);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function actionFor(event: KeyboardEvent): (() => void) | undefined {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('input, textarea, select, [contenteditable]')) return undefined;
  const isInText =
    target === document.body || textElement()?.contains(target) || target.closest('main') !== null;
  const isOnEntry = target.closest('.entry') !== null && event.key !== 'Enter';
  const chord = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
  if ((isInText || isOnEntry) && !isNativeEnter(event, target)) {
    const action = TEXT_KEYS[chord];
    if (action) return action;
  }
  return event.altKey ? undefined : (KEYS[event.key] ?? tagAction(event.key));
}

/** Every button that tags says its key, a capital letter or a digit. */
function tagAction(key: string): (() => void) | undefined {
  const tagging = `#tag-form [aria-keyshortcuts="${CSS.escape(key.toUpperCase())}"]`;
  return key === key.toLowerCase() && document.querySelector(tagging) ? () => press(tagging) : undefined;
}

/** Enter on a link or a button is the browser's own. */
function isNativeEnter(event: KeyboardEvent, target: Element): boolean {
  return event.key === 'Enter' && target.closest('a, button, summary') !== null;
}

/** Escape first empties a field to search in, as browsers do by themselves. */
function leaveFrom(target: EventTarget | null): (() => void) | undefined {
  const isSearch = target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
  return isSearch ? undefined : leave;
}

/** Closes the open card, or leaves what was reached, and goes back to the text. */
function leave(): void {
  const card = document.activeElement?.closest('.card') ?? currentEntry();
  const close = card?.querySelector<HTMLElement>('.close');
  close?.click();
  if (!close) setCurrent(null);
  const place = currentSentence() ?? document.getElementById('main');
  place?.focus({ preventScroll: true });
}
