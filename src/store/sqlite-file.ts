import { statSync } from 'node:fs';
import { DatabaseAwayError } from '../domain/errors.ts';

/**
 * The file of an open database. A file that is deleted stays open, and takes what is written to it with it when the
 * process ends: whoever writes must ask first.
 */
export class SqliteFile {
  readonly #path: string;
  readonly #identity: string | null;

  constructor(path: string) {
    this.#path = path;
    this.#identity = identityOf(path);
  }

  /** Throws a DatabaseAwayError where the open file no longer stands at its path. */
  check(): void {
    if (identityOf(this.#path) !== this.#identity) throw new DatabaseAwayError('gone');
  }
}

/** What tells a file from another that has come in its place; null where there is none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
