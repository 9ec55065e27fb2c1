import { v7 as uuidv7 } from 'uuid';
import { t } from './messages.ts';
import { textElement } from './offsets.ts';
import { type Command, type CommandKind, CommandQueue, type Receipt } from './queue.ts';
import { say } from './say.ts';
import { keep, kept } from './tab.ts';
import { nextPage, sendCommand, setNextPage } from './transport.ts';

/** Where a tab keeps what is not saved yet, so that its next page goes on with it. */
const KEPT = `commands:${document.body.dataset.person ?? ''}`;

/** The steps of this page that may be undone, and redone, by the name of each. */
interface Steps {
  readonly done: readonly string[];
  readonly undone: readonly string[];
}

let steps: Steps = { done: [], undone: [] };

/** Annotations that stood there already, by the steps that would have made them. */
const twins = new Map<string, string>();

/** Versions that answers to this page's commands gave, by annotation. */
const versions = new Map<string, number>();

const queue = new CommandQueue(
  {
    send: sendCommand,
    keep: (commands) => keep(KEPT, commands),
    after: (milliseconds, then) => {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
    changed,
    sayFailed: () => t('desk.failedThrice'),
  },
  kept<readonly Command[]>(KEPT) ?? [],
);

/** All changes of this tab that are not saved. */
export function commands(): CommandQueue {
  return queue;
}

/** What a command is about, beside its kind. */
export interface Order {
  readonly annotationId?: string | null;
  readonly version?: number | null;
  readonly fields?: Command['fields'];
}

/** Makes a command of what the person did and gives it to the queue; the key names the step it makes. */
export function give(
  kind: CommandKind,
  { annotationId: named = null, version = null, fields = [] }: Order,
): string {
  const key = uuidv7();
  const makes = kind === 'tag' || kind === 'accept';
  const annotationId = named === null ? null : (twins.get(named) ?? named);
  const command: Command = {
    key,
    kind,
    articleId: textElement()?.dataset.article ?? '',
    annotationId: makes ? key : annotationId,
    fields,
    version: annotationId === null ? null : latest(annotationId, version),
    failures: 0,
    refused: null,
  };
  if (kind !== 'undo' && kind !== 'redo') steps = { done: [...steps.done, key], undone: [] };
  queue.add(command);
  document.dispatchEvent(new CustomEvent('given', { detail: command }));
  return key;
}

/**
 * Takes back the person's last step: of those of this page by its name, else the last that the server knows.
 */
export function giveUndo(): void {
  const last = steps.done.at(-1);
  const refused = queue.refused.find(({ key }) => key === last);
  if (refused) return giveUp(refused.key);
  steps = { done: steps.done.slice(0, -1), undone: last ? [...steps.undone, last] : steps.undone };
  give('undo', { fields: last ? [['of', last]] : [] });
}

/** Brings back the step that was undone last. */
export function giveRedo(): void {
  const last = steps.undone.at(-1);
  steps = { done: last ? [...steps.done, last] : steps.done, undone: steps.undone.slice(0, -1) };
  give('redo', { fields: last ? [['of', last]] : [] });
}

/** Gives up a command that was refused. */
export function giveUp(key: string): void {
  steps = { ...steps, done: steps.done.filter((step) => step !== key) };
  queue.discard(key);
  say(t('desk.givenUp'));
}

function latest(annotationId: string, seen: number | null): number | null {
  const answered = versions.get(annotationId);
  return answered === undefined ? seen : Math.max(answered, seen ?? 0);
}

function changed(receipt: Receipt | null): void {
  for (const [id, version] of Object.entries(receipt?.versions ?? {})) versions.set(id, version);
  for (const [step, id] of Object.entries(receipt?.makes ?? {})) twins.set(step, id);
  document.dispatchEvent(new CustomEvent('commands', { detail: receipt }));
  leaveIfSaved();
}

/** Goes to a page once nothing waits to be saved on this one. */
export function leaveWhenSaved(address: string): void {
  setNextPage(address);
  leaveIfSaved();
}

function leaveIfSaved(): void {
  const address = nextPage();
  if (!address || queue.waiting.length > 0) return;
  // An address with a place in it would only be scrolled to.
  if (address === location.href) location.reload();
  else location.assign(address);
}

/** A page from the browser's memory: meanwhile another one of this tab had the queue. */
export function readQueueAgain(): void {
  queue.replaceAll(kept<readonly Command[]>(KEPT) ?? []);
}
