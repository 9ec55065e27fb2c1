import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InvalidInputError, UnreadableFileError } from '../../domain/errors.ts';
import {
  type Overrun,
  type ThreadLimits,
  threadClock,
  watchThread,
} from '../../formats/reading/watch-thread.ts';
import { t } from '../../messages/language.ts';
import { packageRoot } from '../../store/package-root.ts';
import { AnswerQueue } from './answer-queue.ts';
import type { Found, Given, Job } from './jobs.ts';
import type { Answer, Order } from './messages.ts';

/** What one job may use, and what ends it early. */
export interface JobLimits extends ThreadLimits {
  readonly signal?: AbortSignal | undefined;
}

/** How many of the things that a job finds may wait to be taken. */
const ROOM = 16;

/**
 * In MB. Beyond it Node ends the thread where it can, and the whole process where it cannot: the limit of memory, which
 * is watched from outside, comes first.
 */
const HEAP = 2048;

/**
 * From the build, wherever the program itself runs from: Node 20 starts no thread from TypeScript, and tests run from
 * the sources.
 */
const THREAD = 'dist/src/reading-thread.js';

/** What the thread answers, or why it will answer no more. */
type Message = Exclude<Answer, { kind: 'begun' }> | { readonly kind: 'ended'; readonly why: unknown };

/** A thread that reads files, one job at a time. */
export class ReadingThread {
  readonly #worker: Worker;
  #answers = new AnswerQueue<Message>();
  #clock = () => 0;
  #hasEnded = false;

  /** `heap`: most of its own heap, in MB. `script`: what it runs. */
  constructor(heap = HEAP, script = join(packageRoot(), THREAD)) {
    this.#worker = startWorker(heap, script);
    // Nobody but reading-thread.ts posts here.
    this.#worker.on('message', (answer: Answer) => {
      if (answer.kind === 'begun') this.#clock = threadClock(answer.thread);
      else this.#answers.put(answer);
    });
    this.#worker.on('error', (error) => this.#end(reasonOf(error)));
    this.#worker.on('exit', () => this.#end(new Error('the thread that reads files has ended')));
    this.#worker.unref();
  }

  /** Whether it can do another job. */
  get isUsable(): boolean {
    return !this.#hasEnded;
  }

  /**
   * Does a job, and gives what it finds, one thing after another. Throws as the job does, UnreadableFileError where it
   * uses more than its limits, and the reason of the signal once that is aborted. A job that is not done to its end
   * ends the thread.
   */
  async *run<Name extends Job>(
    job: Name,
    given: Given<Name>,
    { signal, ...limits }: JobLimits,
  ): AsyncGenerator<Found<Name>> {
    signal?.throwIfAborted();
    const room = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(ROOM);
    const stop = () => this.#end(signal?.reason);
    const stopWatching = watchThread(
      () => this.#clock(),
      limits,
      (what) => this.#end(overrun(what)),
    );
    signal?.addEventListener('abort', stop);
    // While somebody waits for it, the process is not to end.
    this.#worker.ref();
    let isDone = false;
    try {
      this.#worker.postMessage({ job, given, room } satisfies Order);
      for (;;) {
        const answer = await this.#answers.next();
        isDone = answer.kind !== 'found' && answer.kind !== 'ended';
        if (answer.kind === 'end') return;
        if (answer.kind !== 'found') throw errorOf(answer);
        // Only the job of this name answers.
        yield answer.item as Found<Name>;
        Atomics.add(room, 0, 1);
        Atomics.notify(room, 0);
      }
    } finally {
      stopWatching();
      signal?.removeEventListener('abort', stop);
      this.#worker.unref();
      if (!isDone) this.close();
    }
  }

  close(): void {
    this.#end(new Error('the thread that reads files was ended'));
  }

  #end(why: unknown): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#answers.put({ kind: 'ended', why });
    // It ends by itself, and nobody has to wait for it.
    void this.#worker.terminate();
  }
}

function startWorker(heap: number, script: string): Worker {
  return new Worker(script, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heap },
    stdout: true,
    stderr: true,
  });
}

function errorOf(answer: Exclude<Message, { kind: 'found' | 'end' }>): unknown {
  if (answer.kind === 'ended') return answer.why;
  if (answer.kind === 'failed') return new Error(`reading failed: ${answer.stack}`);
  return answer.isFile
    ? new UnreadableFileError(answer.fields.file ?? '')
    : new InvalidInputError(answer.fields);
}

function overrun(what: Overrun): UnreadableFileError {
  return new UnreadableFileError(t(what === 'time' ? 'file.tooMuchWork' : 'file.tooMuchMemory'));
}

/** What a thread has died of; of its heap it is the file's fault. */
function reasonOf(error: Error): Error {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isFull ? overrun('memory') : error;
}
