import type { Writable } from 'node:stream';

/** What the exit codes of `onrecord` mean; `onrecord help` prints them. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, partlyDone: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_MEANINGS: Readonly<Record<ExitCode, string>> = {
  0: 'done',
  1: 'failed; the reason is on standard error',
  2: 'wrong usage, or a setting with a wrong value',
  3: 'partly done: some of the input was refused',
};

/** What a command sees of the process. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Writable;
  readonly errors: Writable & { isTTY?: boolean };
  /** Aborted when the process is told to stop. */
  readonly stop: AbortSignal;
}

export interface Command {
  /** Arguments and options, as `FILE… [--json]`, and what they mean, for `onrecord help COMMAND`. */
  readonly usage: string;
  run(args: string[], surroundings: Surroundings): Promise<ExitCode>;
}

/** The command line cannot be understood; the message says what is wrong with it. */
export class UsageError extends Error {}
