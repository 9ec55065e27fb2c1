// One connection that migrates while it keeps everybody else from migrating: the WebAssembly engine takes no lock
// itself. On SQLite the whole run is one transaction, so it is done or was never begun. On PostgreSQL each script
// is one (a single simple query), since a new value of an enum cannot be used before the commit that adds it.

import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { isDriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { dialectOf, sqlitePath } from './database-url.ts';

/** How long to wait while another process migrates. */
const PATIENCE_MS = 60_000;

/** The number of the advisory lock that Prisma's own `migrate deploy` takes. */
const POSTGRESQL_LOCK = 72707369;

export interface MigrationConnection {
  readonly adapter: SqlDriverAdapter;
  /** Waits until nobody else migrates. */
  lock(): Promise<void>;
  /** Keeps what was done since `lock`; without it, SQLite takes all of that back. */
  commit(): Promise<void>;
  /** Also releases the lock. */
  close(): Promise<void>;
}

/** One line of Prisma's record of migrations. */
export interface RecordedMigration {
  readonly name: string;
  readonly state: 'applied' | 'unfinished' | 'rolled-back';
}

export function connectToMigrate(url: string): Promise<MigrationConnection> {
  return dialectOf(url) === 'sqlite' ? connectToSqlite(sqlitePath(url)) : connectToPostgresql(url);
}

async function connectToSqlite(path: string): Promise<MigrationConnection> {
  const adapter = await new PrismaBetterSqlite3({ url: path, timeout: PATIENCE_MS }).connect();
  // Foreign keys are off, for a table that is rebuilt is dropped; inside a transaction a script cannot switch them.
  await adapter.executeScript(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF',
  );
  return {
    adapter,
    lock: () => adapter.executeScript('BEGIN IMMEDIATE'),
    commit: async () => {
      await checkForeignKeys(adapter);
      await adapter.executeScript('COMMIT');
    },
    close: () => adapter.dispose(),
  };
}

async function connectToPostgresql(url: string): Promise<MigrationConnection> {
  const adapter = await new PrismaPg({ connectionString: url, max: 1, idleTimeoutMillis: 0 }).connect();
  // The adapter would cut a script at each semicolon, also inside of comments and functions.
  adapter.executeScript = async (script) => void (await adapter.executeRaw(plain(script)));
  return {
    adapter,
    lock: () => adapter.executeScript(`SELECT pg_advisory_lock(${POSTGRESQL_LOCK})`),
    commit: async () => {},
    close: () => adapter.dispose(),
  };
}

async function checkForeignKeys(adapter: SqlDriverAdapter) {
  const { rows } = await adapter.queryRaw(plain('PRAGMA foreign_key_check'));
  if (rows.length > 0) throw new Error(`rows of ${String(rows[0]?.[0])} refer to rows that do not exist`);
}

/** Prisma's record of the migrations in this database, oldest first; empty where there is none yet. */
export async function readRecord(adapter: SqlDriverAdapter): Promise<RecordedMigration[]> {
  const sql =
    'SELECT migration_name, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at';
  const { rows } = await adapter.queryRaw(plain(sql)).catch(withoutTable);
  return rows.map(([name, finishedAt, rolledBackAt]) => ({
    name: String(name),
    state: rolledBackAt !== null ? 'rolled-back' : finishedAt !== null ? 'applied' : 'unfinished',
  }));
}

function withoutTable(error: unknown): { rows: unknown[][] } {
  if (isDriverAdapterError(error) && error.cause.kind === 'TableDoesNotExist') return { rows: [] };
  throw error;
}

function plain(sql: string) {
  return { sql, args: [], argTypes: [] };
}
