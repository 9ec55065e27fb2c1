// Prisma's SQLite adapter has one connection, on which a statement outside of a transaction that is under way
// falls inside it (and is lost with it), and it begins transactions deferred, so that one which reads before
// it writes fails as soon as another process has written in between. Hence two connections: one reads what is
// committed, the other writes, one transaction or statement at a time, and takes the write lock first.

import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { sqlitePath } from './database-url.ts';
import { keepStatements, type OwnStatements } from './prepared-statements.ts';
import type { Session, Sessions } from './session.ts';

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;
`;

const BUSY_TIMEOUT_MS = 5000;

type Release = () => void;

/** Opens the database at `url` for Prisma, with the settings that every connection of ours has. */
export async function connectSqlite(url: string): Promise<SqliteAdapter> {
  return new SqliteAdapter(await connect(url), await connect(url));
}

/** A connection as Prisma's client uses it, and as statements of ours do. */
interface Connection {
  readonly adapter: SqlDriverAdapter;
  readonly own: OwnStatements;
}

async function connect(url: string): Promise<Connection> {
  const adapter = await new PrismaBetterSqlite3({
    url: sqlitePath(url),
    timeout: BUSY_TIMEOUT_MS,
  }).connect();
  await adapter.executeScript(SETTINGS);
  return { adapter, own: keepStatements(adapter) };
}

export class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #reader: SqlDriverAdapter;
  readonly #writer: SqlDriverAdapter;
  /** Statements of ours, in turn with those of Prisma's client. */
  readonly sessions: Sessions;
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(reader: Connection, writer: Connection) {
    this.#reader = reader.adapter;
    this.#writer = writer.adapter;
    this.sessions = {
      dialect: 'sqlite',
      rows: async ({ sql, values }) =>
        isReading(sql) ? reader.own.run(sql, values) : this.#alone(async () => writer.own.run(sql, values)),
      transaction: (work) => this.#alone(() => inTransaction(writer.own, work)),
    };
  }

  queryRaw(query: SqlQuery) {
    if (isReading(query.sql)) return this.#reader.queryRaw(query);
    return this.#alone(() => this.#writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#alone(() => this.#writer.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#alone(() => this.#writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    const release = await this.#turn();
    try {
      await this.#writer.executeRaw(statement('BEGIN IMMEDIATE'));
    } catch (error) {
      release();
      throw error;
    }
    return transaction(this.#writer, release);
  }

  async dispose() {
    await this.#turn();
    await this.#reader.dispose();
    await this.#writer.dispose();
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.#turn();
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** Waits until everybody who asked before has released the writing connection. */
  async #turn(): Promise<Release> {
    let release: Release = () => {};
    const previous = this.#lastTurn;
    this.#lastTurn = new Promise((resolve) => {
      release = resolve;
    });
    await previous;
    return release;
  }
}

/** SQLite has one connection that reads, and one that writes or reads what it has just written. */
function isReading(sql: string): boolean {
  return /^\s*SELECT\b/i.test(sql);
}

async function inTransaction<T>(own: OwnStatements, work: (session: Session) => Promise<T>): Promise<T> {
  own.run('BEGIN IMMEDIATE');
  try {
    const done = await work({ dialect: 'sqlite', rows: async ({ sql, values }) => own.run(sql, values) });
    own.run('COMMIT');
    return done;
  } finally {
    // Some failures end the transaction by themselves, a commit that fails does not.
    if (own.isInTransaction()) own.run('ROLLBACK');
  }
}

function transaction(writer: SqlDriverAdapter, release: Release): Transaction {
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => writer.queryRaw(query),
    executeRaw: (query) => (query.sql === 'COMMIT' ? commit(writer) : writer.executeRaw(query)),
    commit: async () => release(),
    rollback: async () => release(),
    createSavepoint: async (name) => void (await writer.executeRaw(statement(`SAVEPOINT ${name}`))),
    rollbackToSavepoint: async (name) => void (await writer.executeRaw(statement(`ROLLBACK TO ${name}`))),
    releaseSavepoint: async (name) => void (await writer.executeRaw(statement(`RELEASE ${name}`))),
  };
}

/** A commit that fails leaves SQLite inside the transaction: end it, or no other could ever begin. */
async function commit(writer: SqlDriverAdapter): Promise<number> {
  try {
    return await writer.executeRaw(statement('COMMIT'));
  } catch (error) {
    await writer.executeRaw(statement('ROLLBACK'));
    throw error;
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
