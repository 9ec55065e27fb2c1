import type { Db } from './client.ts';
import { isTaken } from './outages.ts';

/** How often something was tried without success, and until when the next try waits. */
export interface SignInLimit {
  readonly key: string;
  readonly failures: number;
  readonly until: Date;
}

/** Rows whose wait ended longer ago than this are forgotten, in ms. */
const FORGOTTEN = 24 * 3_600_000;

/** The counts of these keys; those that nothing was counted for are not among them. */
export async function findLimits(db: Db, keys: readonly string[]): Promise<SignInLimit[]> {
  const until = { gt: new Date(Date.now() - FORGOTTEN) };
  return db.signInLimit.findMany({ where: { key: { in: [...keys] }, until } });
}

/**
 * Puts a count in the place of the one that was seen (`failures`, 0 for none). False where another process was quicker,
 * or the count was not as seen.
 */
export async function replaceLimit(db: Db, seen: number, next: SignInLimit): Promise<boolean> {
  const where = { key: next.key, failures: seen };
  if ((await db.signInLimit.updateMany({ where, data: next })).count === 1) return true;
  return seen === 0 && insertLimit(db, next);
}

/** A row that is forgotten is one that is not there. */
async function insertLimit(db: Db, next: SignInLimit): Promise<boolean> {
  await db.signInLimit.deleteMany({ where: { until: { lte: new Date(Date.now() - FORGOTTEN) } } });
  try {
    await db.signInLimit.create({ data: next });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** Forgets what was counted. */
export async function deleteLimits(db: Db, keys: readonly string[]): Promise<void> {
  await db.signInLimit.deleteMany({ where: { key: { in: [...keys] } } });
}
