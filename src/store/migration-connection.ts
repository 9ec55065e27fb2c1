// One connection that migrates while it keeps everybody else from migrating. On SQLite the whole run is one
// transaction, so it is done or was never begun. On PostgreSQL each script is one, since a new value of an
// enum cannot be used before the commit that adds it; its lock ends with it, so that a pooler, which keeps
// connections open, keeps no lock. Both drivers take a script whole: nothing here cuts it at semicolons.

import Sqlite from 'better-sqlite3';
import type pg from 'pg';
import { dialectOf, sqlitePath } from './database-url.ts';
import { connectClient } from './postgresql-pool.ts';
import { LockWait } from './sqlite-lock.ts';

/** How long to wait while another process migrates, in ms. */
const MAX_WAIT = 60_000;

/** The number of the advisory lock that Prisma's own `migrate deploy` takes. */
const POSTGRESQL_LOCK = 72707369;

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

export interface MigrationConnection {
  /** The names of all tables. */
  tables(): Promise<string[]>;
  /** The rows of a SELECT. */
  read(sql: string): Promise<Row[]>;
  /**
   * Waits until nobody else migrates, lets `look` throw, and creates Prisma's record of migrations where there
   * is none.
   */
  begin(look: () => Promise<void>): Promise<void>;
  /**
   * Runs a script and adds the row of `done` to the record, both or neither; false where the migration of
   * this name has been applied meanwhile by somebody else.
   */
  apply(name: string, script: string, done: () => Readonly<Record<string, string>>): Promise<boolean>;
  /** Keeps what was done since `begin`; without it, SQLite takes all of that back. */
  commit(): Promise<void>;
  /** Also releases the lock. */
  close(): Promise<void>;
}

export function connectToMigrate(url: string): Promise<MigrationConnection> {
  return dialectOf(url) === 'sqlite' ? connectToSqlite(sqlitePath(url)) : connectToPostgresql(url);
}

async function connectToSqlite(path: string): Promise<MigrationConnection> {
  const database = new Sqlite(path, { timeout: 0 });
  const lock = new LockWait(MAX_WAIT);
  // Foreign keys are off, for a table that is rebuilt is dropped; inside a transaction a script cannot switch
  // them.
  const settings = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF';
  try {
    await lock.past(() => database.exec(settings));
  } catch (error) {
    database.close();
    throw error;
  }
  const read = (sql: string) => lock.past(() => database.prepare<[], Row>(sql).all());
  return {
    read,
    tables: async () =>
      (await read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")).map(
        nameOf,
      ),
    begin: async (look) => {
      await lock.past(() => database.exec('BEGIN IMMEDIATE'));
      await look();
      database.exec(SQLITE_RECORD);
    },
    apply: async (_name, script, done) => {
      database.exec(script);
      const row = done();
      database.prepare(insertOf(row, () => '?')).run(...Object.values(row));
      return true;
    },
    commit: async () => {
      checkForeignKeys(database);
      database.exec('COMMIT');
    },
    close: async () => void database.close(),
  };
}

function checkForeignKeys(database: Sqlite.Database) {
  const [broken] = database.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  if (broken) throw new Error(`rows of ${broken.table} refer to rows that do not exist`);
}

async function connectToPostgresql(url: string): Promise<MigrationConnection> {
  const client = await connectClient(url);
  const read = async (sql: string) => (await client.query<Row>(sql)).rows;
  return {
    read,
    tables: async () =>
      (await read('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()')).map(nameOf),
    begin: (look) =>
      alone(client, async () => {
        await look();
        await client.query(POSTGRESQL_RECORD);
      }),
    apply: (name, script, done) =>
      alone(client, async () => {
        if (await isApplied(client, name)) return false;
        await client.query(script);
        const row = done();
        const insert = insertOf(row, (index) => `$${index + 1}`);
        await client.query(insert, Object.values(row));
        return true;
      }),
    commit: async () => {},
    close: () => client.end(),
  };
}

/** Does `work` in a transaction while nobody else migrates. */
async function alone<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = ${MAX_WAIT}`);
    await client.query(`SELECT pg_advisory_xact_lock(${POSTGRESQL_LOCK})`);
    const done = await work();
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // Where the connection is lost, the server takes everything back by itself.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function isApplied(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM _prisma_migrations WHERE migration_name = $1 AND rolled_back_at IS NULL',
    [name],
  );
  return rowCount !== 0;
}

function nameOf({ name }: Row): string {
  return String(name);
}

function insertOf(row: Readonly<Record<string, string>>, placeholder: (index: number) => string): string {
  const columns = Object.keys(row);
  return `INSERT INTO _prisma_migrations (${columns}) VALUES (${columns.map((_, index) => placeholder(index))})`;
}

/** As Prisma's engine creates it, and below on PostgreSQL. */
const SQLITE_RECORD = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const POSTGRESQL_RECORD = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;
