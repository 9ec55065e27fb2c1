import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Dialect, dialectOf } from './database-url.ts';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts';
import { type Prisma, PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { type Sessions, sessionsOf } from './session.ts';
import { sqliteAdapterFactory } from './sqlite-adapter.ts';

/** The Prisma client of every store function, with sessions that bypass it for what is hot. */
export type Db = SqliteClient & Sessions;

/** The client inside of an interactive transaction. */
export type Tx = Prisma.TransactionClient;

/** An open database. `close` waits for the transaction that is under way. */
export interface Database {
  readonly db: Db;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

/** How long a transaction may wait and last, in ms; Prisma's 2 s and 5 s are too short for an import. */
const TRANSACTIONS = { maxWait: 30_000, timeout: 60_000 };

/** Opens and connects to the migrated database at `url` (`file:…` or `postgresql://…`). */
export async function openDatabase(url: string): Promise<Database> {
  const dialect = dialectOf(url);
  const factory = dialect === 'sqlite' ? sqliteAdapterFactory(url) : new PrismaPg(url);
  const adapter = await factory.connect();
  // Prisma's client and the sessions share the connections: their transactions must know of each other.
  const client = clientOf(dialect, { ...factory, connect: async () => adapter });
  const db = Object.assign(client, sessionsOf(adapter, dialect));
  await db.$connect();
  return { db, dialect, close: () => db.$disconnect() };
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
