// SQLite waits for a lock by sleeping, which puts the whole process to sleep with it. So nothing waits inside of SQLite:
// what finds the lock taken is tried again a moment later, and everybody else gets their turn meanwhile.

import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseAwayError } from '../domain/errors.ts';
import { isLocked } from './outages.ts';

/** How long to try before others are told that the database is busy, in ms. */
const PATIENCE = 5000;

/** Between two tries, in ms. */
const PAUSE = 2;

/** Refusals further apart are not of one and the same lock, in ms. */
const FORGOTTEN = 1000;

/** Tries again while another process holds the lock. */
export class LockWait {
  /** Of the refusals since the lock was last had. */
  #refusedFirst = Number.POSITIVE_INFINITY;
  #refusedLast = Number.NEGATIVE_INFINITY;
  readonly #patience: number;

  constructor(patience = PATIENCE) {
    this.#patience = patience;
  }

  /** Whether another process wrote here in the last seconds. */
  get isShared(): boolean {
    return performance.now() - this.#refusedLast < PATIENCE;
  }

  /**
   * Does `work` as soon as no other process holds the lock. Throws a DatabaseAwayError once it has been held for too
   * long, and from then on at the first try, so that whoever waits in a row does not wait one after another.
   */
  async past<T>(work: () => T | Promise<T>): Promise<T> {
    for (;;) {
      try {
        const done = await work();
        this.#refusedFirst = Number.POSITIVE_INFINITY;
        return done;
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (this.#isWornOut()) throw new DatabaseAwayError('busy', { cause: error });
      }
      await wait(PAUSE);
    }
  }

  #isWornOut(): boolean {
    const now = performance.now();
    if (now - this.#refusedLast > FORGOTTEN) this.#refusedFirst = now;
    this.#refusedFirst = Math.min(this.#refusedFirst, now);
    this.#refusedLast = now;
    return now - this.#refusedFirst >= this.#patience;
  }
}

export type Release = () => void;

/** How long one process may write without a gap where others write too, and where none has been seen, in ms. */
const SLICES = { shared: 20, alone: 250 };

/** A gap in which another process that tries again gets its turn, in ms. */
const GAP = 2 * PAUSE;

/** Turns on the one connection that writes, with gaps for other processes. */
export class Turns {
  readonly #lock: LockWait;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** Since when there was no gap. */
  #since = 0;

  constructor(lock: LockWait) {
    this.#lock = lock;
  }

  /** Waits until everybody who asked before has released the connection. */
  async take(): Promise<Release> {
    let end: Release = () => {};
    const previous = this.#last;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    this.#waiting += 1;
    if (this.#waiting === 1) this.#since = performance.now();
    await previous;
    if (performance.now() - this.#since > SLICES[this.#lock.isShared ? 'shared' : 'alone']) {
      await wait(GAP);
      this.#since = performance.now();
    }
    return () => {
      this.#waiting -= 1;
      end();
    };
  }
}
