// Prisma's SQLite adapter compiles every statement anew, which is a good part of what a save costs. Prisma
// writes the same few hundred statements over and over, so they are kept compiled. Our own SQL runs on the
// same statements without the adapter, which asks each row anew what its columns are.

import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { ColumnDefinition, Database, Statement } from 'better-sqlite3';

/** More than the program has; a safeguard against statements that hold lists of varying length. */
const MAX_KEPT = 500;

/** What the adapter calls of a statement. Its own `bind` is permanent, so each call gets the values. */
interface BoundStatement {
  readonly reader: boolean;
  run(): unknown;
  columns(): unknown;
  raw(): { all(): unknown };
}

interface Preparing {
  prepare(sql: string): { bind(values: unknown[]): BoundStatement };
}

/** A connection as statements of ours use it. */
export interface OwnStatements {
  /** Runs a statement and gives its rows, each an array in the order of its columns. */
  run(sql: string, values?: readonly unknown[]): unknown[][];
  /** Whether a transaction has begun and not ended. */
  isInTransaction(): boolean;
}

/** Makes a connection of the adapter keep the statements that it has compiled, and runs ours on it. */
export function keepStatements(connection: SqlDriverAdapter): OwnStatements {
  // The adapter does not give its connection away; a change of this field would fail at the first query of
  // any test.
  const { client } = connection as unknown as { client: Database & Preparing };
  const prepare = client.prepare.bind(client) as Database['prepare'];
  const kept = new Map<string, KeptStatement>();
  const statementFor = (sql: string): KeptStatement => {
    const found = kept.get(sql);
    if (found) return found;
    const statement: KeptStatement = { statement: prepare<unknown[]>(sql) };
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
  const preparing: Preparing = {
    prepare: (sql) => ({ bind: (values) => bound(statementFor(sql), values) }),
  };
  Object.assign(client, preparing);
  return {
    run: (sql, values = []) => rowsOf(statementFor(sql), values.map(bindable)),
    isInTransaction: () => client.inTransaction,
  };
}

/** A compiled statement, with its columns once they have been asked for: they stay the same. */
interface KeptStatement {
  readonly statement: Statement<unknown[]>;
  columns?: ColumnDefinition[];
}

function bound(kept: KeptStatement, values: unknown[]): BoundStatement {
  const { statement } = kept;
  return {
    reader: statement.reader,
    run: () => statement.run(...values),
    columns: () => {
      kept.columns ??= statement.columns();
      return kept.columns;
    },
    raw: () => ({ all: () => statement.raw().all(...values) }),
  };
}

function rowsOf({ statement }: KeptStatement, values: unknown[]): unknown[][] {
  // Raw rows are arrays.
  if (statement.reader) return statement.raw().all(...values) as unknown[][];
  statement.run(...values);
  return [];
}

/** SQLite has neither truth values nor times: the former are numbers, the latter as Prisma's adapter writes them. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value;
}
