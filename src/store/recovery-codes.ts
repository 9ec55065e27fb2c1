import type { Db } from './client.ts';

/** Gives an account new recovery codes, by their hashes; the ones before open nothing any more. */
export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  const rows = hashes.map((hash) => ({ hash, accountId }));
  await db.$transaction([
    db.recoveryCode.deleteMany({ where: { accountId } }),
    db.recoveryCode.createMany({ data: rows }),
  ]);
}

/** Takes a recovery code of an account: true for the first who asks, and for nobody after. */
export async function useRecoveryCode(db: Db, accountId: string, hash: string, now: Date): Promise<boolean> {
  const where = { hash, accountId, usedAt: null };
  const { count } = await db.recoveryCode.updateMany({ where, data: { usedAt: now } });
  return count === 1;
}

/** How many recovery codes an account has left. */
export function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } });
}
