import type { Db } from './client.ts';

/** A passkey as its owner sees it. */
export interface PasskeyEntry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** What proves a passkey. `counter` is how often it was used, where the authenticator counts. */
export interface StoredPasskey {
  readonly id: string;
  readonly accountId: string;
  /** COSE. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** An account's passkeys, oldest first. */
export function listPasskeys(db: Db, accountId: string): Promise<PasskeyEntry[]> {
  const select = { id: true, name: true, createdAt: true, usedAt: true };
  return db.passkey.findMany({
    where: { accountId },
    select,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** How browsers reach an account's passkeys. */
export async function passkeyWays(
  db: Db,
  accountId: string,
): Promise<Pick<StoredPasskey, 'id' | 'transports'>[]> {
  const rows = await db.passkey.findMany({ where: { accountId }, select: { id: true, transports: true } });
  return rows.map(({ id, transports }) => ({ id, transports: parted(transports) }));
}

/** The passkey of an id, whosever it is. */
export async function findPasskey(db: Db, id: string): Promise<StoredPasskey | null> {
  const row = await db.passkey.findUnique({ where: { id } });
  if (!row) return null;
  const { accountId, publicKey, counter, transports } = row;
  return { id, accountId, publicKey, counter: Number(counter), transports: parted(transports) };
}

/** Adds a passkey; false where one of its id is somebody else's. */
export async function insertPasskey(
  db: Db,
  { id, counter, transports, ...passkey }: StoredPasskey & { readonly name: string },
): Promise<boolean> {
  const create = { ...passkey, id, counter: BigInt(counter), transports: transports.join() };
  const row = await db.passkey.upsert({ where: { id }, create, update: {}, select: { accountId: true } });
  return row.accountId === passkey.accountId;
}

/** Gives an account's passkey another name. */
export async function renamePasskey(db: Db, accountId: string, id: string, name: string): Promise<boolean> {
  const { count } = await db.passkey.updateMany({ where: { id, accountId }, data: { name } });
  return count === 1;
}

/** Removes an account's passkey: what it signs from now on opens nothing. */
export async function deletePasskey(db: Db, accountId: string, id: string): Promise<boolean> {
  const { count } = await db.passkey.deleteMany({ where: { id, accountId } });
  return count === 1;
}

/** Removes all passkeys of an account. */
export async function deletePasskeys(db: Db, accountId: string): Promise<void> {
  await db.passkey.deleteMany({ where: { accountId } });
}

export interface PasskeyUse {
  readonly id: string;
  /** The count that was found with it, and the one that it has now. */
  readonly before: number;
  readonly counter: number;
  /** The challenge's hash, and until when it could have been answered. */
  readonly challenge: string;
  readonly until: Date;
  readonly now: Date;
}

/**
 * Takes a proof of a passkey, once: false where its challenge was answered already, or where somebody else used the
 * passkey meanwhile. Challenges that have ended are forgotten.
 */
export async function usePasskey(db: Db, use: PasskeyUse): Promise<boolean> {
  await db.usedChallenge.deleteMany({ where: { expiresAt: { lt: use.now } } });
  return db.$transaction(async (tx) => {
    const { count: used } = await tx.passkey.updateMany({
      where: { id: use.id, counter: BigInt(use.before) },
      data: { counter: BigInt(use.counter), usedAt: use.now },
    });
    // The row of the passkey is locked now, so nobody can answer for it between the question and the insert.
    const isAnswered = await tx.usedChallenge.findUnique({ where: { hash: use.challenge } });
    if (used === 0 || isAnswered) return false;
    await tx.usedChallenge.create({ data: { hash: use.challenge, expiresAt: use.until } });
    return true;
  });
}

function parted(transports: string): string[] {
  return transports === '' ? [] : transports.split(',');
}
