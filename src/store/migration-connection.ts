// One connection that migrates while it keeps everybody else from migrating. On SQLite the whole run is one
// transaction, so it is done or was never begun. On PostgreSQL each script is one, since a new value of an
// enum cannot be used before the commit that adds it. Both drivers take a script whole: nothing here cuts it
// at semicolons.

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { dialectOf, sqlitePath } from './database-url.ts';

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
  /** Waits until nobody else migrates, and creates Prisma's record of migrations where there is none. */
  begin(): Promise<void>;
  /** Runs a script and adds the row of `done` to the record, both or neither. */
  apply(script: string, done: () => Readonly<Record<string, string>>): Promise<void>;
  /** Keeps what was done since `begin`; without it, SQLite takes all of that back. */
  commit(): Promise<void>;
  /** Also releases the lock. */
  close(): Promise<void>;
}

export function connectToMigrate(url: string): Promise<MigrationConnection> {
  return dialectOf(url) === 'sqlite' ? connectToSqlite(sqlitePath(url)) : connectToPostgresql(url);
}

async function connectToSqlite(path: string): Promise<MigrationConnection> {
  const database = new Sqlite(path, { timeout: MAX_WAIT });
  // Foreign keys are off, for a table that is rebuilt is dropped; inside a transaction a script cannot switch
  // them.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF');
  const read = async (sql: string) => database.prepare<[], Row>(sql).all();
  return {
    read,
    tables: async () =>
      (await read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")).map(
        nameOf,
      ),
    begin: async () => void database.exec(`BEGIN IMMEDIATE; ${SQLITE_RECORD}`),
    apply: async (script, done) => {
      database.exec(script);
      const row = done();
      database.prepare(insertOf(row, () => '?')).run(...Object.values(row));
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
  const client = new pg.Client({ connectionString: url });
  // A connection that is lost fails the query that is under way, or the next one.
  client.on('error', () => {});
  await client.connect();
  const read = async (sql: string) => (await client.query<Row>(sql)).rows;
  return {
    read,
    tables: async () =>
      (await read('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()')).map(nameOf),
    begin: async () => {
      await client.query(`SELECT pg_advisory_lock(${POSTGRESQL_LOCK})`);
      await client.query(POSTGRESQL_RECORD);
    },
    apply: async (script, done) => {
      await client.query('BEGIN');
      try {
        await client.query(script);
        const row = done();
        await client.query(
          insertOf(row, (index) => `$${index + 1}`),
          Object.values(row),
        );
        await client.query('COMMIT');
      } catch (error) {
        // Where the connection is lost, the server takes everything back by itself.
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    },
    commit: async () => {},
    close: () => client.end(),
  };
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
