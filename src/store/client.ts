import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Dialect, dialectOf } from './database-url.ts';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts';
import { type Prisma, PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { sqliteAdapterFactory } from './sqlite-adapter.ts';

/** The Prisma client of every store function, whatever the database. */
export type Db = SqliteClient;

/** The client inside of an interactive transaction. */
export type Tx = Prisma.TransactionClient;

/** An open database. `close` waits for the transaction that is under way. */
export interface Database {
  readonly db: Db;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

/** How long a transaction may wait for its turn, and last; Prisma's own 2 s and 5 s are too short for an import. */
const TRANSACTIONS = { maxWait: 30_000, timeout: 60_000 };

/** Opens the database at `url` (`file:…` or `postgresql://…`), which must have been migrated, and connects to it. */
export async function openDatabase(url: string): Promise<Database> {
  const dialect = dialectOf(url);
  const db = dialect === 'sqlite' ? sqliteClient(url) : postgresqlClient(url);
  await db.$connect();
  return { db, dialect, close: () => db.$disconnect() };
}

function sqliteClient(url: string): Db {
  return new SqliteClient(options(sqliteAdapterFactory(url)));
}

function postgresqlClient(url: string): Db {
  const client = new PostgresqlClient(options(new PrismaPg(url)));
  // Both clients are generated from one schema. PostgreSQL's takes a few arguments more (`mode`, `skipDuplicates`);
  // calling it by SQLite's type keeps to what both understand.
  return client as unknown as Db;
}

function options(adapter: SqlDriverAdapterFactory) {
  return { adapter, transactionOptions: TRANSACTIONS };
}
