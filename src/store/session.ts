// SQL of ours on the drivers that Prisma's client uses itself. What Prisma's client adds to a statement costs
// more than most statements of a save do, so what is hot goes past it. Transactions of both wait for each
// other as always.

import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import type { Dialect } from './database-url.ts';
import type { Prisma } from './generated/sqlite/client.ts';

/** Where SQL runs: on what is committed, or inside of one transaction. */
export interface Session {
  readonly dialect: Dialect;
  /** The rows that a statement gives, each an array in the order of its columns. */
  rows(statement: Prisma.Sql): Promise<unknown[][]>;
}

/** A database outside of transactions. */
export interface Sessions extends Session {
  /** All of what `work` does, or nothing where it throws. On SQLite nobody else writes meanwhile. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
}

/** The sessions of PostgreSQL's adapter. SQLite's has its own: there the adapter costs more than the database. */
export function sessionsOf(adapter: SqlDriverAdapter): Sessions {
  const dialect = 'postgresql';
  const on = (target: SqlDriverAdapter | Transaction): Session => ({
    dialect,
    rows: async (statement) => (await target.queryRaw(queryOf(statement))).rows,
  });
  return {
    ...on(adapter),
    async transaction(work) {
      const transaction = await adapter.startTransaction();
      let how: 'COMMIT' | 'ROLLBACK' = 'ROLLBACK';
      try {
        const done = await work(on(transaction));
        how = 'COMMIT';
        return done;
      } finally {
        await finish(transaction, how);
      }
    },
  };
}

/** The inside of a transaction that Prisma's client has begun. */
export function sessionIn(tx: Prisma.TransactionClient, dialect: Dialect): Session {
  return {
    dialect,
    rows: async (statement) => (await tx.$queryRaw<object[]>(statement)).map((row) => Object.values(row)),
  };
}

async function finish(transaction: Transaction, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  try {
    await transaction.executeRaw({ sql: how, args: [], argTypes: [] });
  } finally {
    // Gives the connection back; the statement above has done the work.
    await (how === 'COMMIT' ? transaction.commit() : transaction.rollback());
  }
}

function queryOf({ text, values }: Prisma.Sql): SqlQuery {
  const args = [...values];
  const argTypes = args.map(() => ({ scalarType: 'unknown' as const, arity: 'scalar' as const }));
  return { sql: text, args, argTypes };
}
