import { commands, giveUp } from './commands.ts';
import { t } from './messages.ts';
import type { Command } from './queue.ts';

/** What is over in a moment is not worth saying, least of all by a screen reader. In ms. */
const PATIENCE = 400;

let later: ReturnType<typeof setTimeout> | undefined;
let hasSaved = false;

/**
 * Says in words whether the work is saved, offers what can be done where it is not, and warns before it would
 * be lost.
 */
export function startSaveState(): void {
  document.addEventListener('commands', show);
  document.getElementById('try-again')?.addEventListener('click', tryAgain);
  document.getElementById('discard')?.addEventListener('click', () => {
    const [refused] = commands().refused;
    if (refused) giveUp(refused.key);
  });
  window.addEventListener('online', () => commands().start());
  window.addEventListener('pageshow', () => commands().start());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') commands().start();
  });
  window.addEventListener('beforeunload', (event) => {
    if (commands().waiting.length > 0 && !isLeavingForTheDesk) event.preventDefault();
  });
  for (const kind of ['click', 'submit'] as const) document.addEventListener(kind, noteLeaving, true);
  show();
}

/** The desk's next page goes on with what waits; only leaving the desk would lose it. */
let isLeavingForTheDesk = false;

function noteLeaving({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  isLeavingForTheDesk = target instanceof HTMLFormElement || link?.origin === location.origin;
  setTimeout(() => {
    isLeavingForTheDesk = false;
  });
}

function tryAgain(): void {
  const [refused] = commands().refused;
  if (refused && commands().trouble === undefined) commands().resend(refused.key);
  else commands().start();
}

function show(): void {
  const { waiting, refused, trouble } = commands();
  const [first] = refused;
  setShown('try-again', trouble !== undefined || isForTheBar(first));
  setShown('discard', trouble === undefined && isForTheBar(first));
  if (trouble !== undefined) return say(troubleWith(trouble, waiting.length), 'wrong');
  if (first) return say(`${refused.length} not saved: ${first.refused?.sentence ?? ''}`, 'wrong');
  if (waiting.length > 0) {
    hasSaved = true;
    return sayLater(t('desk.saving', { count: waiting.length }));
  }
  if (hasSaved) say('Saved');
}

/** A refused field says so beside itself, and a conflict has its own buttons. */
function isForTheBar(command: Command | undefined): boolean {
  return command !== undefined && command.refused?.status !== 422 && command.refused?.status !== 409;
}

function troubleWith(status: number | null, count: number): string {
  const what = count > 1 ? `${count} changes not saved yet` : 'Not saved yet';
  return `${what}: the server ${status === null ? 'did not answer' : 'failed'}. Trying again…`;
}

/** While something is said already, the count follows at once. */
function sayLater(words: string): void {
  if (document.getElementById('save-state')?.textContent?.startsWith('Saving')) return say(words);
  clearTimeout(later);
  later = setTimeout(() => {
    if (commands().waiting.length > 0) say(words);
  }, PATIENCE);
}

function say(words: string, kind = ''): void {
  clearTimeout(later);
  const place = document.getElementById('save-state');
  if (!place || place.textContent === words) return;
  place.textContent = words;
  place.className = `saved ${kind}`;
}

function setShown(id: string, isShown: boolean): void {
  const button = document.getElementById(id);
  if (button) button.hidden = !isShown;
}
