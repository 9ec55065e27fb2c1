import { PrismaPg } from '@prisma/adapter-pg';
import { isDriverAdapterError, type SqlDriverAdapter, type Transaction } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { DatabaseAwayError } from '../domain/errors.ts';
import { codeOf, outageFrom } from './outages.ts';
import { HostPool } from './postgresql-pool.ts';

/** Opens the database at `url` for Prisma; what it throws where the server is away is a DatabaseAwayError. */
export async function connectPostgresql(url: string, statementLimit: number): Promise<SqlDriverAdapter> {
  const pool = new HostPool(url, statementLimit);
  const inner = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const { provider, adapterName } = inner;
  return {
    provider,
    adapterName,
    queryRaw: (query) => telling(() => inner.queryRaw(query)),
    executeRaw: (query) => telling(() => inner.executeRaw(query)),
    executeScript: (script) => telling(() => inner.executeScript(script)),
    startTransaction: async (level) => guarded(await telling(() => inner.startTransaction(level))),
    getConnectionInfo: () => inner.getConnectionInfo(),
    dispose: () => inner.dispose(),
  };
}

/** A transaction whose connection is lost ends at once: nothing waits for that connection a second time. */
function guarded(transaction: Transaction): Transaction {
  let lost: DatabaseAwayError | undefined;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (lost) throw lost;
    try {
      return await telling(work);
    } catch (error) {
      if (error instanceof DatabaseAwayError && error.outage !== 'busy') lost = error;
      throw error;
    }
  };
  const { provider, adapterName, options } = transaction;
  return {
    provider,
    adapterName,
    options,
    queryRaw: (query) => run(() => transaction.queryRaw(query)),
    executeRaw: (query) => run(() => transaction.executeRaw(query)),
    commit: () => giveBack(transaction, 'commit', lost),
    rollback: () => giveBack(transaction, 'rollback', lost),
    createSavepoint: async (name) => run(async () => transaction.createSavepoint?.(name)),
    rollbackToSavepoint: async (name) => run(async () => transaction.rollbackToSavepoint?.(name)),
    releaseSavepoint: async (name) => run(async () => transaction.releaseSavepoint?.(name)),
  };
}

/** Gives the connection of a transaction back; the pool throws away one that is ending. */
async function giveBack(
  transaction: Transaction,
  how: 'commit' | 'rollback',
  lost: DatabaseAwayError | undefined,
): Promise<void> {
  if (lost) {
    // The adapter does not give its connection away, and gives it back as if nothing had happened.
    const { client } = transaction as unknown as { readonly client: pg.Client };
    client.end().catch(() => {});
  }
  await transaction[how]();
}

async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isWithoutCode(error) ? new DatabaseAwayError('away', { cause: error }) : outageFrom(error);
  }
}

/** The driver tells of a connection that was lost, or too slow, by an Error without any code. */
function isWithoutCode(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.constructor === Error &&
    !isDriverAdapterError(error) &&
    codeOf(error) === ''
  );
}
