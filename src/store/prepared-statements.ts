// Prisma's SQLite adapter compiles every statement anew, which is a good part of what a save costs. Prisma writes the
// same few hundred statements over and over, so they are kept compiled.

import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { Database, Statement } from 'better-sqlite3';

/** More than the program has; a safeguard against statements that hold lists of varying length. */
const MOST_KEPT = 500;

/** What the adapter calls of a statement. Its own `bind` is for good, so here the values go along with each call. */
interface BoundStatement {
  readonly reader: boolean;
  run(): unknown;
  columns(): unknown;
  raw(): { all(): unknown };
}

interface Preparing {
  prepare(sql: string): { bind(values: unknown[]): BoundStatement };
}

/** Makes a connection of the adapter keep the statements that it has compiled. */
export function keepStatements(connection: SqlDriverAdapter): void {
  // The adapter does not give its connection away; a change of this field would fail at the first query of any test.
  const { client } = connection as unknown as { client: Database & Preparing };
  const prepare = client.prepare.bind(client) as Database['prepare'];
  const kept = new Map<string, Statement<unknown[]>>();
  const statementFor = (sql: string) => {
    const statement = kept.get(sql) ?? prepare<unknown[]>(sql);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
  const preparing: Preparing = {
    prepare: (sql) => ({ bind: (values) => bound(statementFor(sql), values) }),
  };
  Object.assign(client, preparing);
}

function bound(statement: Statement<unknown[]>, values: unknown[]): BoundStatement {
  return {
    reader: statement.reader,
    run: () => statement.run(...values),
    columns: () => statement.columns(),
    raw: () => ({ all: () => statement.raw().all(...values) }),
  };
}
