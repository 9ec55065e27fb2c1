import type { Job } from './jobs.ts';

/** What the reading thread is told: a job, and the count of what it may send before somebody has taken it. */
export interface Order {
  readonly job: Job;
  readonly given: unknown;
  readonly room: Int32Array;
}

/** What the reading thread answers: what it finds one by one, and how it ended. */
export type Answer =
  /** Once, as soon as it runs; see `threadClock`. */
  | { readonly kind: 'begun'; readonly thread: string | undefined }
  | { readonly kind: 'found'; readonly item: unknown }
  | { readonly kind: 'end' }
  /** By the fields of an InvalidInputError; `isFile` for an UnreadableFileError. */
  | { readonly kind: 'refused'; readonly fields: Readonly<Record<string, string>>; readonly isFile: boolean }
  /** Something that nobody expected, as text. */
  | { readonly kind: 'failed'; readonly stack: string };
