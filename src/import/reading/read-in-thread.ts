import { availableParallelism } from 'node:os';
import type { Found, Given, Job } from './jobs.ts';
import { ReadingThread } from './thread.ts';

/** In ms of processor time: for any file, and for each megabyte of it. A good file takes a tenth of this. */
const TIME = 30_000;
const TIME_A_MEGABYTE = 500;

/** In bytes by which the process may grow while a file is read. */
const MEMORY = 1_000_000_000;

/** Two, so that whoever hands in a file does not wait for what is read in the background; more where there is room. */
const MOST_THREADS = Math.min(4, Math.max(2, availableParallelism()));

/** How long a thread waits for another job before it ends, in ms. */
const IDLE = 30_000;

/** What is read, and what ends the reading. */
export interface ReadOptions {
  /** How large it is, in bytes. */
  readonly size: number;
  readonly signal?: AbortSignal | undefined;
}

const idle = new Map<ReadingThread, NodeJS.Timeout>();
const waiting: (() => void)[] = [];
let threads = 0;

/**
 * Does one of the `JOBS` in a thread of its own and gives what it finds, one thing after another, reading not far
 * ahead. Throws as the job does, UnreadableFileError where it takes more time or memory than any good file does, and
 * the signal's reason once that is aborted.
 */
export async function* readInThread<Name extends Job>(
  job: Name,
  given: Given<Name>,
  { size, signal }: ReadOptions,
): AsyncGenerator<Found<Name>> {
  const processorTime = TIME + (TIME_A_MEGABYTE * size) / 1_000_000;
  const thread = await takeThread();
  try {
    yield* thread.run(job, given, { processorTime, memory: MEMORY, signal });
  } finally {
    giveBack(thread);
  }
}

/** As `readInThread`, for jobs that find one thing. */
export async function readOneInThread<Name extends Job>(
  job: Name,
  given: Given<Name>,
  options: ReadOptions,
): Promise<Found<Name>> {
  let last: { readonly found: Found<Name> } | undefined;
  for await (const found of readInThread(job, given, options)) last = { found };
  if (!last) throw new Error(`the job ${job} found nothing`);
  return last.found;
}

async function takeThread(): Promise<ReadingThread> {
  while (idle.size === 0 && threads >= MOST_THREADS)
    await new Promise<void>((resolve) => waiting.push(resolve));
  for (const [thread, timer] of idle) {
    clearTimeout(timer);
    idle.delete(thread);
    if (thread.isUsable) return thread;
    threads -= 1;
  }
  threads += 1;
  return new ReadingThread();
}

function giveBack(thread: ReadingThread): void {
  if (thread.isUsable) {
    const end = () => {
      idle.delete(thread);
      threads -= 1;
      thread.close();
    };
    idle.set(thread, setTimeout(end, IDLE).unref());
  } else threads -= 1;
  waiting.shift()?.();
}
