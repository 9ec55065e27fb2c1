// What databases and their drivers throw where nothing is wrong with a statement: the server is away, the file is
// locked, the disk is full. Told by codes, never by the words of a message.

import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { DatabaseAwayError, type Outage } from '../domain/errors.ts';

/** An error as a DatabaseAwayError where the database cannot be used just now, else as it is. */
export function outageFrom(error: unknown): unknown {
  if (error instanceof DatabaseAwayError) return error;
  const outage = outageOf(codeOf(error));
  return outage ? new DatabaseAwayError(outage, { cause: error }) : error;
}

/** Does something with a database; throws a DatabaseAwayError where that cannot be used just now. */
export async function tellingOutages<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw outageFrom(error);
  }
}

/** Whether another connection holds the lock that a statement on SQLite needs; it has then done nothing. */
export function isLocked(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** Whether a row could not be written because another has what only one may have. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === 'P2002';
}

/** The code that a driver gave, also where Prisma's adapter tells of it; empty where there is none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (!isDriverAdapterError(error)) return 'code' in error ? String(error.code) : '';
  const { originalCode, kind } = error.cause;
  // Of a lost connection Prisma's adapter of PostgreSQL tells the kind alone.
  return originalCode ?? kind;
}

function outageOf(code: string): Outage | undefined {
  return OUTAGES.find(([codes]) => codes.test(code))?.[1];
}

const OUTAGES: readonly (readonly [codes: RegExp, outage: Outage])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^(SQLITE_FULL|ENOSPC|53100)$/, 'full'],
  [/^(SQLITE_READONLY_DBMOVED|SQLITE_CANTOPEN.*)$/, 'gone'],
  // Of PostgreSQL: a standby, or a server that is told to take no changes.
  [/^(SQLITE_IOERR.*|SQLITE_READONLY.*|25006)$/, 'refusing'],
  // Of PostgreSQL: too many connections or locks, no memory; waited too long for a lock or for the end.
  [/^(53...|55P03|57014|40P01|TooManyConnections)$/, 'busy'],
  // Of PostgreSQL: the connection failed or is refused, the server starts or stops, its files cannot be read.
  [/^(08...|28...|3D000|57P0.|58...|25P03|25P04)$/, 'away'],
  [/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$/, 'away'],
  // Of Prisma's client: no answer, no connection, or no transaction in time.
  [/^(P1001|P1002|P1008|P1017|P2024|P2028|P2037)$/, 'away'],
  [/^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|HOSTDOWN|AI_AGAIN|NOTFOUND)$/, 'away'],
];
