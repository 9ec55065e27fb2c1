import type { English } from '../messages/catalogue.ts';
import { closeCard, enterCard } from './cards.ts';
import { chordOf, hasCommandKey, isNamed } from './chord.ts';
import { giveRedo, giveUndo } from './commands.ts';
import { currentEntry, currentId, setCurrent, stepCurrent } from './current.ts';
import { openDefinitions } from './definitions.ts';
import { giveDelete, giveEdit, giveTag, giveToggle, placeHere } from './forms.ts';
import { openKeysDialog } from './keys-dialog.ts';
import { textElement } from './offsets.ts';
import { isDialogOpen } from './page-dialogs.ts';
import { selectedSpan } from './selection.ts';
import { currentSentence, goTo, isUncoded, step } from './sentences.ts';
import { judgeOffered, stepOffered } from './suggestions.ts';
import { beginWords, endWords, isChoosingWords, moveWords } from './words.ts';

/** What a key does, now or when what it waits for is there. */
type Deed = () => void | Promise<void>;

/** What keys do beside tagging; the table that the page carries says which key does it. */
type DeedName = Exclude<keyof English['keys'], 'tag'>;

/** Deeds that a held key repeats. */
const MOVES = {
  nextSentence: () => step(1),
  previousSentence: () => step(-1),
  extendForward: () => step(1, true),
  extendBack: () => step(-1, true),
  nextUncoded: () => step(1, false, isUncoded),
  previousUncoded: () => step(-1, false, isUncoded),
  nextAnnotation: () => stepCurrent(1),
  previousAnnotation: () => stepCurrent(-1),
  nextSuggestion: () => stepOffered(1),
  previousSuggestion: () => stepOffered(-1),
  endLater: () => moveEnd('end-later'),
  endEarlier: () => moveEnd('end-earlier'),
  startLater: () => moveEnd('start-later'),
  startEarlier: () => moveEnd('start-earlier'),
} satisfies Partial<Record<DeedName, Deed>>;

const DEEDS: Readonly<Record<Exclude<DeedName, keyof typeof MOVES>, Deed>> = {
  nothing: giveToggle,
  chooseWords: beginWords,
  add: () => placeHere(currentId() ?? '', 'add'),
  every: () => document.getElementById('every')?.click(),
  edit: () => enterCard(currentEntry()),
  delete: () => giveDelete(currentId() ?? ''),
  accept: () => judgeOffered('accept'),
  dismiss: () => judgeOffered('dismiss'),
  undo: giveUndo,
  redo: giveRedo,
  finish: () => document.getElementById('finish')?.click(),
  find: () => document.getElementById('find')?.focus(),
  define: openDefinitions,
  help: openKeysDialog,
};

const moves = new Map<string, Deed>(Object.entries(MOVES));
const deeds = new Map<string, Deed>(Object.entries(DEEDS));

/** Keys pressed while one before them waits for a part of the article; they are done in their order. */
let typed: Deed[] = [];
let isWaiting = false;

/** What every key does, by its name. */
let keymap: ReadonlyMap<string, string> = new Map();

/** Whether single keys act. Without them those do that browsers have for moving, while a sentence has the focus. */
const areOn = document.body.dataset.keys !== 'off';

/** Keys of the reading page; none acts in a form field or with Ctrl or Meta held. */
export function startKeys(): void {
  if (!textElement()) return;
  keymap = readKeymap();
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || isDialogOpen()) return;
    if (hasCommandKey(event) && !isChoosingWords()) return;
    const deed = event.key === 'Escape' ? leaveFrom(event.target) : deedFor(event);
    if (!deed && !(isWaiting && isArrowInText(event))) return;
    event.preventDefault();
    if (event.key === 'Escape') typed = [];
    // What a key does depends on those before it, such as the one that begins to choose words.
    const isLater = isWaiting && event.key !== 'Escape';
    typed.push(isLater ? () => deedFor(event)?.() : (deed ?? (() => undefined)));
    void work();
  });
  document.getElementById('choose-words')?.addEventListener('click', chooseWordsInText);
}

function readKeymap(): ReadonlyMap<string, string> {
  const written = document.getElementById('keymap')?.textContent ?? '{}';
  // Written by the server: the deed of each key.
  return new Map(Object.entries(JSON.parse(written) as Record<string, string>));
}

async function work(): Promise<void> {
  if (isWaiting) return;
  for (let next = typed.shift(); next; next = typed.shift()) {
    const wait = next();
    if (!wait) continue;
    setWaiting(true);
    await wait.finally(() => setWaiting(false));
  }
}

/** Told to the page too: what was typed would be lost if the page were left now. */
function setWaiting(isOn: boolean): void {
  isWaiting = isOn;
  document.body.toggleAttribute('data-typed', isOn);
}

function isArrowInText({ key, target }: KeyboardEvent): boolean {
  return /^Arrow(Left|Right)$/.test(key) && target instanceof Element && target.closest('main') !== null;
}

function deedFor(event: KeyboardEvent): Deed | undefined {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('input, textarea, select, [contenteditable]')) return undefined;
  const isInSentence = target.closest('.s') !== null;
  if (!areOn && !isInSentence) return undefined;
  if (isChoosingWords() && event.key.startsWith('Arrow')) return wordDeed(event);
  const chord = chordOf(event);
  if (!areOn && chord === 'Enter') return goToButtons;
  if (isNamed(chord) && !isForText(chord, target)) return undefined;
  return deedOf(keymap.get(chord) ?? '', event.repeat);
}

/** Keys that browsers use themselves act in the text alone; Enter on a link or a button is the browser's own. */
function isForText(chord: string, target: Element): boolean {
  if (chord.endsWith('Enter') && target.closest('a, button, summary')) return false;
  return target === document.body || target.closest('main, .entry') !== null;
}

/** A held key moves on and on, but does anything else once: what it repeats is taken and does nothing. */
function deedOf(name: string, isRepeated: boolean): Deed | undefined {
  const deed = moves.get(name) ?? deeds.get(name) ?? tagDeed(name);
  return deed && isRepeated && !moves.has(name) ? () => undefined : deed;
}

function tagDeed(name: string): Deed | undefined {
  const [, tag] = /^tag-(.+)$/.exec(name) ?? [];
  return tag === undefined ? undefined : () => void giveTag([['tag', tag]]);
}

/** From the sentence to the palette, for those who work without single keys; Escape goes back. */
function goToButtons(): void {
  const sentence = currentSentence();
  if (sentence && !selectedSpan()) goTo(sentence);
  document.querySelector<HTMLElement>('#tag-form button')?.focus();
}

/** The button of the palette: arrows choose words once the text has the focus. */
function chooseWordsInText(): void {
  beginWords();
  currentSentence()?.focus({ preventScroll: true });
}

function wordDeed({ key, shiftKey, ctrlKey }: KeyboardEvent): Deed | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return endWords;
  return () => moveWords(key === 'ArrowRight' ? 1 : -1, ctrlKey ? 'character' : 'word', shiftKey);
}

function moveEnd(move: string): void {
  const id = currentId();
  if (id !== null) giveEdit(id, [['move', move]]);
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
