// Rows as the database writes them in JSON, of which JSON.parse makes objects much faster than rows of columns can be
// made into any.

import type { Dialect } from './database-url.ts';
import { type Columns, DIALECTS } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';

const { sql, raw } = Prisma;

/** The rows of a table as one JSON text. */
export function list({ dialect }: Session, columns: Columns, from: Prisma.Sql): Prisma.Sql {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  return sql`SELECT CAST(${raw(`${DIALECTS[dialect].listOf}(${object(dialect, columns)})`)} AS TEXT)
    FROM (SELECT ${raw(names.join())} FROM ${from}) AS "rows"`;
}

/** A row of `table` (`"a".`, or nothing where there is one alone) as a JSON object. */
export function object(dialect: Dialect, columns: Columns, table = ''): string {
  const members = Object.entries(columns).map(([name, kind]) => {
    const value = `${table}"${name}"`;
    return `'${name}', ${dialect === 'sqlite' && kind === 'jsonb' ? `json(${value})` : value}`;
  });
  return `${DIALECTS[dialect].objectOf}(${members})`;
}

/** What `list` gives; nothing of no rows is NULL on PostgreSQL. */
export function parsed<T>(json: unknown): T[] {
  return JSON.parse(typeof json === 'string' ? json : '[]');
}

/**
 * A time as a driver, Prisma's client or JSON gives it: SQLite's is written with its offset of zero,
 * PostgreSQL's without.
 */
export function timeOf(written: unknown): Date | null {
  if (written === null || written instanceof Date) return written;
  return new Date(inUtc(String(written)));
}

/** A time that JSON gives, as ISO 8601 with its zone. */
export function inUtc(time: string): string {
  return time.endsWith('Z') || time.endsWith('+00:00') ? time : `${time}Z`;
}
