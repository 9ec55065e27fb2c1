import { DatabaseAwayError } from '../domain/errors.ts';
import { backupAdvice } from './backup-folder.ts';
import { dialectOf, sqlitePath } from './database-url.ts';
import { codeOf } from './outages.ts';
import { spokenAddress } from './postgresql-address.ts';

/** The database cannot be opened; the message says which, why and what to do, in one line. */
export class CannotOpenError extends Error {
  override readonly name = 'CannotOpenError';
}

/** Why the file system or SQLite refuses. */
const FILE_REASONS: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^SQLITE_NOTADB$/, 'the file is no SQLite database'],
  [/^SQLITE_CORRUPT/, 'the file is damaged'],
  [/^(SQLITE_FULL|ENOSPC)$/, 'the disk is full'],
  [/^(SQLITE_READONLY.*|EROFS)$/, 'it cannot be written to'],
  [/^(EACCES|EPERM)$/, 'this account may not write there'],
  [/^(ENOENT|ENOTDIR|EEXIST)$/, 'a folder cannot be made there'],
  [/^(SQLITE_CANTOPEN.*|EISDIR)$/, 'it is no file that can be opened'],
  [/^SQLITE_IOERR/, 'the disk cannot be read or written'],
  [/^busy$/, 'another program has kept it locked for a minute'],
];

/** Why a server refuses, or does not answer. */
const SERVER_REASONS: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^28/, 'the server refuses this user or password'],
  [/^3D000$/, 'the server has no database of this name: create it first'],
  [/^57P03$/, 'the server is starting'],
  [/^55P03$/, 'another program has been migrating it for a minute'],
  [/^42501$/, 'this user may not make tables there'],
  [/^ECONNREFUSED$/, 'no server listens there'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'there is no host of this name'],
];

/** A CannotOpenError for what a file system, a database or a driver has thrown. */
export async function cannotOpen(url: string, backups: string, error: unknown): Promise<CannotOpenError> {
  const reason = reasonOf(error, dialectOf(url) === 'sqlite' ? FILE_REASONS : SERVER_REASONS);
  const message =
    dialectOf(url) === 'sqlite'
      ? `The database ${sqlitePath(url)} cannot be opened: ${reason}. ${await backupAdvice(backups)}`
      : `The database at ${spokenAddress(url)} cannot be reached: ${reason}.`;
  return new CannotOpenError(message, { cause: error });
}

function reasonOf(error: unknown, reasons: typeof FILE_REASONS): string {
  const code = error instanceof DatabaseAwayError ? error.outage : codeOf(error);
  const known = reasons.find(([codes]) => codes.test(code))?.[1];
  const said = error instanceof Error ? error.message.split('\n')[0] : undefined;
  return known ?? (said || code || String(error));
}
