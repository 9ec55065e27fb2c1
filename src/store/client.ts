import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Dialect, dialectOf } from './database-url.ts';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts';
import { type Prisma, PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { connectPostgresql } from './postgresql-adapter.ts';
import { STATEMENT_LIMIT } from './postgresql-pool.ts';
import { type Sessions, sessionsOf } from './session.ts';
import { connectSqlite } from './sqlite-adapter.ts';

/** The Prisma client of every store function, with sessions that bypass it for what is hot. */
export type Db = SqliteClient & Sessions;

/** The client inside of an interactive transaction. */
export type Tx = Prisma.TransactionClient;

/** An open database. `close` waits for the transaction that is under way. */
export interface Database {
  readonly db: Db;
  readonly dialect: Dialect;
  /** Throws a DatabaseAwayError where what is saved would be lost: SQLite's file is no longer where it was. */
  check(): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** How long one statement may take on PostgreSQL, in ms. */
  readonly statementLimit?: number;
}

/** How long a transaction may wait and last, in ms; Prisma's 2 s and 5 s are too short for an import. */
const TRANSACTIONS = { maxWait: 30_000, timeout: 60_000 };

/** Opens and connects to the migrated database at `url` (`file:…` or `postgresql://…`). */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const dialect = dialectOf(url);
  const { adapter, sessions, check } =
    dialect === 'sqlite' ? await onSqlite(url) : await onPostgresql(url, options);
  // Prisma's client and the sessions share the connections: their transactions must know of each other.
  const { provider, adapterName } = adapter;
  const client = clientOf(dialect, { provider, adapterName, connect: async () => adapter });
  const db = Object.assign(client, sessions);
  await db.$connect();
  return { db, dialect, check, close: () => db.$disconnect() };
}

interface Connected extends Pick<Database, 'check'> {
  readonly adapter: SqlDriverAdapter;
  readonly sessions: Sessions;
}

async function onSqlite(url: string): Promise<Connected> {
  const adapter = await connectSqlite(url);
  return { adapter, sessions: adapter.sessions, check: () => adapter.check() };
}

async function onPostgresql(url: string, options: OpenOptions): Promise<Connected> {
  const adapter = await connectPostgresql(url, options.statementLimit ?? STATEMENT_LIMIT);
  return { adapter, sessions: sessionsOf(adapter), check: () => {} };
}

function clientOf(dialect: Dialect, adapter: SqlDriverAdapterFactory): SqliteClient {
  if (dialect === 'sqlite') return new SqliteClient(options(adapter));
  const client = new PostgresqlClient(options(adapter));
  // Both clients are generated from one schema. PostgreSQL's takes a few arguments more (`mode`,
  // `skipDuplicates`); calling it by SQLite's type keeps to what both understand.
  return client as unknown as SqliteClient;
}

function options(adapter: SqlDriverAdapterFactory) {
  return { adapter, transactionOptions: TRANSACTIONS };
}
