// Prisma's SQLite adapter has one connection, on which a statement outside of a transaction that is under way
// falls inside it (and is lost with it), and it begins transactions deferred, so that one which reads before
// it writes fails as soon as another process has written in between. Hence two connections: one reads what is
// committed, the other writes, one transaction or statement at a time, and takes the write lock first. Neither waits
// for another process inside of SQLite (sqlite-lock.ts).

import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { sqlitePath } from './database-url.ts';
import { outageFrom, tellingOutages } from './outages.ts';
import { keepStatements, type OwnStatements } from './prepared-statements.ts';
import type { Session, Sessions } from './session.ts';
import { SqliteFile } from './sqlite-file.ts';
import { LockWait, type Release, Turns } from './sqlite-lock.ts';

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;
`;

/** Opens the database at `url` for Prisma, with the settings that every connection of ours has. */
export async function connectSqlite(url: string): Promise<SqliteAdapter> {
  const [reader, writer] = [await connect(url), await connect(url)];
  return new SqliteAdapter(reader, writer, new SqliteFile(sqlitePath(url)));
}

/** A connection as Prisma's client uses it, and as statements of ours do. */
interface Connection {
  readonly adapter: SqlDriverAdapter;
  readonly own: OwnStatements;
}

async function connect(url: string): Promise<Connection> {
  const adapter = await new PrismaBetterSqlite3({ url: sqlitePath(url), timeout: 0 }).connect();
  await new LockWait().past(() => adapter.executeScript(SETTINGS));
  return { adapter, own: keepStatements(adapter) };
}

export class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #reader: SqlDriverAdapter;
  readonly #writer: SqlDriverAdapter;
  readonly #writing: Connection;
  readonly #file: SqliteFile;
  /** Statements of ours, in turn with those of Prisma's client. */
  readonly sessions: Sessions;
  readonly #readLock = new LockWait();
  readonly #writeLock = new LockWait();
  readonly #turns = new Turns(this.#writeLock);

  constructor(reader: Connection, writer: Connection, file: SqliteFile) {
    this.#reader = reader.adapter;
    this.#writer = writer.adapter;
    this.#writing = writer;
    this.#file = file;
    this.sessions = {
      dialect: 'sqlite',
      rows: async ({ sql, values }) =>
        isReading(sql)
          ? this.#reading(() => reader.own.run(sql, values))
          : this.#alone(() => writer.own.run(sql, values)),
      transaction: (work) => this.#transaction(writer.own, work),
    };
  }

  queryRaw(query: SqlQuery) {
    if (isReading(query.sql)) return this.#reading(() => this.#reader.queryRaw(query));
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
      await this.#writeLock.past(() => this.#writer.executeRaw(statement('BEGIN IMMEDIATE')));
    } catch (error) {
      release();
      throw outageFrom(error);
    }
    return transaction(this.#writing, release);
  }

  async dispose() {
    await this.#turns.take();
    await this.#reader.dispose();
    await this.#writer.dispose();
  }

  /** Throws a DatabaseAwayError where what is written would be lost. */
  check(): void {
    this.#file.check();
  }

  #reading<T>(work: () => T | Promise<T>): Promise<T> {
    return tellingOutages(() => this.#readLock.past(work));
  }

  /** A statement by itself: where it finds the lock taken, it has done nothing. */
  async #alone<T>(work: () => T | Promise<T>): Promise<T> {
    const release = await this.#turn();
    try {
      return await this.#writeLock.past(work);
    } catch (error) {
      throw outageFrom(error);
    } finally {
      release();
    }
  }

  async #transaction<T>(own: OwnStatements, work: (session: Session) => Promise<T>): Promise<T> {
    const release = await this.#turn();
    try {
      await this.#writeLock.past(() => own.run('BEGIN IMMEDIATE'));
      return await inTransaction(own, work);
    } catch (error) {
      throw outageFrom(error);
    } finally {
      release();
    }
  }

  /** Waits until everybody who asked before has released the writing connection. */
  async #turn(): Promise<Release> {
    const release = await this.#turns.take();
    try {
      this.#file.check();
      return release;
    } catch (error) {
      release();
      throw error;
    }
  }
}

/** SQLite has one connection that reads, and one that writes or reads what it has just written. */
function isReading(sql: string): boolean {
  return /^\s*SELECT\b/i.test(sql);
}

/** What is done in a transaction that has begun, and its end. */
async function inTransaction<T>(own: OwnStatements, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    const done = await work({ dialect: 'sqlite', rows: async ({ sql, values }) => own.run(sql, values) });
    own.run('COMMIT');
    return done;
  } finally {
    // Some failures end the transaction by themselves, a commit that fails does not.
    if (own.isInTransaction()) own.run('ROLLBACK');
  }
}

function transaction({ adapter: writer, own }: Connection, release: Release): Transaction {
  // A full disk, among others, ends a transaction by itself; what takes it back then finds nothing.
  const rollBack = async () => (own.isInTransaction() ? writer.executeRaw(statement('ROLLBACK')) : 0);
  const ends: Readonly<Record<string, () => Promise<number>>> = {
    COMMIT: () => commit(writer, rollBack),
    ROLLBACK: rollBack,
  };
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => tellingOutages(() => writer.queryRaw(query)),
    executeRaw: (query) => tellingOutages(ends[query.sql] ?? (() => writer.executeRaw(query))),
    commit: async () => release(),
    rollback: async () => release(),
    createSavepoint: async (name) => void (await writer.executeRaw(statement(`SAVEPOINT ${name}`))),
    rollbackToSavepoint: async (name) => void (await writer.executeRaw(statement(`ROLLBACK TO ${name}`))),
    releaseSavepoint: async (name) => void (await writer.executeRaw(statement(`RELEASE ${name}`))),
  };
}

/** A commit that fails may leave SQLite inside the transaction: end it, or no other could ever begin. */
async function commit(writer: SqlDriverAdapter, rollBack: () => Promise<number>): Promise<number> {
  try {
    return await writer.executeRaw(statement('COMMIT'));
  } catch (error) {
    await rollBack();
    throw error;
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
