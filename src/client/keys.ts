import { closeCard, enterCard } from './cards.ts';
import { giveRedo, giveUndo } from './commands.ts';
import { currentEntry, currentId, setCurrent, stepCurrent } from './current.ts';
import { giveDelete, giveEdit, giveTag, giveToggle, judge, placeHere } from './forms.ts';
import { textElement } from './offsets.ts';
import { currentSentence, goTo, isUncoded, step } from './sentences.ts';
import { offered } from './suggestions.ts';
import { beginWords, endWords, isChoosingWords, moveWords } from './words.ts';

/** What a key does, now or when what it waits for is there. */
type Deed = () => void | Promise<void>;

/** Deeds that a held key repeats. */
const MOVES: Readonly<Record<string, Deed>> = {
  j: () => step(1),
  'Shift+j': () => step(1, true),
  k: () => step(-1),
  'Shift+k': () => step(-1, true),
  '.': () => step(1, false, isUncoded),
  ',': () => step(-1, false, isUncoded),
  ']': () => stepCurrent(1),
  m: () => stepCurrent(1),
  '[': () => stepCurrent(-1),
  'Shift+m': () => stepCurrent(-1),
};

const DEEDS: Readonly<Record<string, Deed>> = {
  n: giveToggle,
  w: beginWords,
  '+': () => placeHere(currentId() ?? '', 'add'),
  p: () => placeHere(currentId() ?? '', 'add'),
  e: () => enterCard(currentEntry()),
  a: () => judge('accept', offered()),
  x: () => judge('dismiss', offered()),
  o: () => document.getElementById('every')?.click(),
  z: giveUndo,
  'Shift+z': giveRedo,
  '/': () => document.getElementById('find')?.focus(),
  '?': () => location.assign('/help'),
};

/** Keys that browsers use themselves: taken only while the person is in the text. */
const TEXT_MOVES: Readonly<Record<string, Deed>> = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  'Shift+ArrowDown': () => step(1, true),
  'Shift+ArrowUp': () => step(-1, true),
  'Alt+ArrowRight': () => moveEnd('end-later'),
  'Alt+ArrowLeft': () => moveEnd('end-earlier'),
  'Alt+Shift+ArrowRight': () => moveEnd('start-later'),
  'Alt+Shift+ArrowLeft': () => moveEnd('start-earlier'),
};

const TEXT_DEEDS: Readonly<Record<string, Deed>> = {
  Enter: () => enterCard(currentEntry()),
  Delete: () => giveDelete(currentId() ?? ''),
};

/** Keys pressed while one before them waits for a part of the article; they are done in their order. */
let typed: Deed[] = [];
let isWaiting = false;

/** Keys of the reading page; none acts in a form field or with Ctrl or Meta held. */
export function startKeys(): void {
  if (!textElement()) return;
  const areOn = document.body.dataset.keys !== 'off';
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || (hasCommandKey(event) && !isChoosingWords())) return;
    const deed = event.key === 'Escape' ? leaveFrom(event.target) : areOn ? deedFor(event) : undefined;
    if (!deed) return;
    event.preventDefault();
    if (event.key === 'Escape') typed = [];
    typed.push(deed);
    void work();
  });
}

async function work(): Promise<void> {
  if (isWaiting) return;
  for (let next = typed.shift(); next; next = typed.shift()) {
    const wait = next();
    if (!wait) continue;
    isWaiting = true;
    await wait.finally(() => {
      isWaiting = false;
    });
  }
}

/** AltGr types characters: it counts as no key held. */
function hasCommandKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey && !event.getModifierState('AltGraph')) || event.metaKey;
}

function deedFor(event: KeyboardEvent): Deed | undefined {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('input, textarea, select, [contenteditable]')) return undefined;
  if (isChoosingWords() && event.key.startsWith('Arrow')) return wordDeed(event);
  const chord = chordOf(event);
  const isInText = target === document.body || target.closest('main, .entry') !== null;
  if (isInText && !isNativeEnter(event, target)) {
    const move = TEXT_MOVES[chord];
    if (move) return move;
    if (TEXT_DEEDS[chord]) return once(event, TEXT_DEEDS[chord]);
  }
  return MOVES[chord] ?? once(event, DEEDS[chord] ?? tagFor(chord));
}

/** A held key does its deed once; what it repeats is taken and does nothing. */
function once(event: KeyboardEvent, deed: Deed | undefined): Deed | undefined {
  return deed && event.repeat ? () => undefined : deed;
}

/**
 * A key as the tables name it. Letters count by their place where the layout has no Latin ones, whatever Caps
 * Lock says; signs count as typed, with whatever the layout needs for them.
 */
function chordOf({ key, code, altKey, shiftKey }: KeyboardEvent): string {
  const held = `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}`;
  if (/^[a-z]$/i.test(key)) return held + key.toLowerCase();
  if (/^\p{L}$/u.test(key) && /^Key[A-Z]$/.test(code)) return held + code.slice(3).toLowerCase();
  return [...key].length === 1 ? key : held + key;
}

/** The palette's buttons say which key tags with what. */
function tagFor(chord: string): Deed | undefined {
  const buttons = document.querySelectorAll<HTMLButtonElement>('#tag-form [name=tag]');
  const button = [...buttons].find((one) => one.getAttribute('aria-keyshortcuts')?.toLowerCase() === chord);
  return button && (() => void giveTag([['tag', button.value]]));
}

function wordDeed({ key, shiftKey, ctrlKey }: KeyboardEvent): Deed | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return endWords;
  return () => moveWords(key === 'ArrowRight' ? 1 : -1, ctrlKey ? 'character' : 'word', shiftKey);
}

function moveEnd(move: string): void {
  const id = currentId();
  if (id !== null) giveEdit(id, [['move', move]]);
}

/** Enter on a link or a button is the browser's own. */
function isNativeEnter(event: KeyboardEvent, target: Element): boolean {
  return event.key === 'Enter' && target.closest('a, button, summary') !== null;
}

/** Escape first empties a field to search in, as browsers do by themselves. */
function leaveFrom(target: EventTarget | null): Deed | undefined {
  const isSearch = target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
  return isSearch ? undefined : leave;
}

/** Ends choosing words, closes the open card, or leaves what was reached; the text has the focus again. */
function leave(): void {
  const place = currentSentence();
  const card = document.activeElement?.closest<HTMLElement>('.card') ?? currentEntry();
  if (isChoosingWords()) {
    endWords();
    if (place) goTo(place);
  } else if (card?.classList.contains('card')) {
    (place ?? document.getElementById('main'))?.focus({ preventScroll: true });
    closeCard(card);
  } else setCurrent(null);
  (place ?? document.getElementById('main'))?.focus({ preventScroll: true });
}
