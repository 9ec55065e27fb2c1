import type { Db } from './client.ts';

/** What is needed to check somebody's one-time code. */
export interface StoredCodeSecret {
  /** Sealed with the desk's key. */
  readonly sealed: string;
  /** The step of the last code that was taken. */
  readonly lastStep: number | null;
}

/** How an account's codes are made; null where it signs in without. */
export async function findCodeSecret(db: Db, accountId: string): Promise<StoredCodeSecret | null> {
  const select = { totpSecret: true, totpStep: true };
  const row = await db.credential.findUnique({ where: { accountId }, select });
  return row?.totpSecret ? { sealed: row.totpSecret, lastStep: row.totpStep } : null;
}

/** Asks an account for codes of this secret from now on; `step` is that of the code that proved it. */
export async function keepCodeSecret(db: Db, accountId: string, sealed: string, step: number): Promise<void> {
  await db.credential.update({ where: { accountId }, data: { totpSecret: sealed, totpStep: step } });
}

/** Asks an account for codes no more, and forgets its recovery codes, which stood in for them. */
export async function dropCodeSecret(db: Db, accountId: string): Promise<void> {
  await db.$transaction([
    db.credential.update({ where: { accountId }, data: { totpSecret: null, totpStep: null } }),
    db.recoveryCode.deleteMany({ where: { accountId } }),
  ]);
}

/** Takes the code of a step: true for the first who asks, and for nobody after, nor for earlier steps. */
export async function useCodeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const { count } = await db.credential.updateMany({
    where: { accountId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
    data: { totpStep: step },
  });
  return count === 1;
}
