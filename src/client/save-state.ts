import { enterCard, goToProblem } from './cards.ts';
import { commands, giveUp } from './commands.ts';
import { entryOf } from './current.ts';
import { t } from './messages.ts';
import type { Command } from './queue.ts';
import { sayWrong, say as speak } from './say.ts';

/** What is over in a moment is not worth saying, least of all by a screen reader. In ms. */
const PATIENCE = 400;

let later: ReturnType<typeof setTimeout> | undefined;
let hasSaved = false;
let isSaving = false;

/**
 * Says in words whether the work is saved, and offers what can be done where it is not.
 */
export function startSaveState(): void {
  document.addEventListener('commands', show);
  document.getElementById('try-again')?.addEventListener('click', tryAgain);
  document.getElementById('show-refused')?.addEventListener('click', showRefused);
  document.getElementById('discard')?.addEventListener('click', () => {
    const [refused] = commands().refused;
    if (refused) giveUp(refused.key);
  });
  window.addEventListener('online', () => commands().start());
  window.addEventListener('pageshow', () => commands().start());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') commands().start();
  });
  show();
}

function tryAgain(): void {
  const [refused] = commands().refused;
  if (refused && commands().trouble === undefined) commands().resend(refused.key);
  else commands().start();
}

/** Leads to where a refused change stands: its card, which has the value and what is wrong with it. */
function showRefused(): void {
  const refused = commands().refused.find((command) => !isForTheBar(command));
  if (!refused) return;
  enterCard(entryOf(refused.annotationId), false);
  goToProblem(refused);
}

function show(): void {
  const { waiting, refused, trouble } = commands();
  const [first] = refused;
  setShown('try-again', trouble !== undefined || isForTheBar(first));
  setShown('discard', trouble === undefined && isForTheBar(first));
  setShown('show-refused', trouble === undefined && first !== undefined && !isForTheBar(first));
  if (trouble !== undefined) return sayTrouble(troubleWith(trouble, waiting.length), 'trouble');
  if (first)
    return sayTrouble(
      t('desk.notSaved', { count: refused.length, why: first.refused?.sentence ?? '' }),
      first.key,
    );
  if (wrong !== null) {
    wrong = null;
    speak(t('desk.allSaved'));
  }
  if (waiting.length > 0) {
    hasSaved = true;
    return sayLater(t('desk.saving', { count: waiting.length }));
  }
  if (hasSaved) say(t('desk.saved'));
}

/** What is wrong now and has been spoken: a count that goes up is not a new trouble. */
let wrong: string | null = null;

function sayTrouble(words: string, what: string): void {
  if (wrong !== what) sayWrong(words);
  wrong = what;
  say(words, 'wrong');
}

/** A refused field says so beside itself, and a conflict has its own buttons. */
function isForTheBar(command: Command | undefined): boolean {
  return command !== undefined && command.refused?.status !== 422 && command.refused?.status !== 409;
}

/** Nobody is signed in any more. */
const NOT_SIGNED_IN = 401;

/** The server is there, and says that it cannot save just now. */
const UNAVAILABLE = 503;

function troubleWith(status: number | null, count: number): string {
  if (status === null) return t('desk.noAnswer', { count });
  if (status === NOT_SIGNED_IN) return t('desk.signedOut', { count });
  return status === UNAVAILABLE ? t('desk.away', { count }) : t('desk.failing', { count });
}

/** While something is said already, the count follows at once. */
function sayLater(words: string): void {
  if (isSaving) return say(words, 'saving');
  clearTimeout(later);
  later = setTimeout(() => {
    if (commands().waiting.length > 0) say(words, 'saving');
  }, PATIENCE);
}

function say(words: string, kind: '' | 'saving' | 'wrong' = ''): void {
  clearTimeout(later);
  isSaving = kind === 'saving';
  const place = document.getElementById('save-state');
  if (!place || place.textContent === words) return;
  place.textContent = words;
  place.className = kind === 'wrong' ? 'saved wrong' : 'saved';
}

function setShown(id: string, isShown: boolean): void {
  const button = document.getElementById(id);
  if (button) button.hidden = !isShown;
}
