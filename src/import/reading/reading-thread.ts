// The thread in which people's files are read: it does one job after another. A file made to harm can keep a reader
// busy in one call that nothing interrupts but the end of its thread.

import { parentPort } from 'node:worker_threads';
import { InvalidInputError, UnreadableFileError } from '../../domain/errors.ts';
import { nameOfThisThread } from '../../formats/reading/watch-thread.ts';
import { JOBS } from './jobs.ts';
import type { Answer, Order } from './messages.ts';

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

async function obey({ job, given, room }: Order): Promise<void> {
  // What belongs to a job was put together by name where it was given.
  const begin = JOBS[job] as (given: unknown) => AsyncGenerator<unknown>;
  try {
    for await (const item of begin(given)) {
      waitForRoom(room);
      answer({ kind: 'found', item });
    }
    answer({ kind: 'end' });
  } catch (error) {
    answer(refusalOf(error));
  }
}

/** Sleeps until somebody has taken enough of what was sent: this thread has nothing else to do. */
function waitForRoom(room: Int32Array): void {
  while (Atomics.load(room, 0) <= 0) Atomics.wait(room, 0, 0);
  Atomics.sub(room, 0, 1);
}

function refusalOf(error: unknown): Answer {
  if (error instanceof InvalidInputError)
    return { kind: 'refused', fields: error.fields, isFile: error instanceof UnreadableFileError };
  return { kind: 'failed', stack: error instanceof Error ? `${error.stack}` : String(error) };
}

parentPort?.on('message', obey);
answer({ kind: 'begun', thread: nameOfThisThread() });
