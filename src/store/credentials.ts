import type { Db, Tx } from './client.ts';

/** How an account signs in; the hash only where it is asked for. */
export interface Credential {
  readonly accountId: string;
  readonly email: string | null;
  readonly nameKey: string | null;
  readonly isAdmin: boolean;
  readonly closedAt: Date | null;
}

/** The key that a person signs in with: of an address, or of a name without an @. */
export type SignInKey = { readonly emailKey: string } | { readonly nameKey: string };

const SHOWN = { accountId: true, email: true, nameKey: true, isAdmin: true, closedAt: true } as const;

/** Whether anybody can sign in here, or could. */
export async function hasCredentials(db: Db | Tx): Promise<boolean> {
  return (await db.credential.findFirst({ select: { accountId: true } })) !== null;
}

/** The way to sign in of an account, or null where it has none. */
export function findCredential(db: Db | Tx, accountId: string): Promise<Credential | null> {
  return db.credential.findUnique({ where: { accountId }, select: SHOWN });
}

/** The account that signs in with this key, closed ones too. */
export function findCredentialByKey(db: Db | Tx, key: SignInKey): Promise<Credential | null> {
  return db.credential.findFirst({ where: key, select: SHOWN });
}

/** The hash of an account's password; null where it has none or is closed. */
export async function findPasswordHash(db: Db | Tx, accountId: string): Promise<string | null> {
  const where = { accountId, closedAt: null };
  return (await db.credential.findFirst({ where, select: { passwordHash: true } }))?.passwordHash ?? null;
}

export interface NewCredential {
  readonly accountId: string;
  readonly email: string | null;
  readonly key: SignInKey;
  readonly passwordHash?: string | undefined;
  readonly isAdmin: boolean;
}

/** Lets an account sign in from now on. */
export async function addCredential(tx: Db | Tx, { key, ...row }: NewCredential): Promise<void> {
  await tx.credential.create({ data: { ...row, passwordHash: row.passwordHash ?? null, ...key } });
}

export async function updatePasswordHash(
  db: Db | Tx,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await db.credential.update({ where: { accountId }, data: { passwordHash } });
}

/** Gives an account another address or name to sign in with. */
export async function updateSignInKey(
  db: Db | Tx,
  accountId: string,
  { email, key }: Pick<NewCredential, 'email' | 'key'>,
): Promise<void> {
  await db.credential.update({
    where: { accountId },
    data: { email, emailKey: null, nameKey: null, ...key },
  });
}

/** Nobody signs in with it any more. False where it was closed already. */
export async function closeCredential(tx: Db | Tx, accountId: string): Promise<boolean> {
  const where = { accountId, closedAt: null };
  return (await tx.credential.updateMany({ where, data: { closedAt: new Date() } })).count === 1;
}

/** The accounts of the desk that can sign in, or could, oldest first. */
export function listCredentials(db: Db): Promise<Credential[]> {
  return db.credential.findMany({ select: SHOWN, orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }] });
}

/** How many of those who look after the desk can still sign in; nobody changes that until the transaction ends. */
export async function countAdmins(tx: Tx): Promise<number> {
  await tx.credential.updateMany({ where: { isAdmin: true }, data: { isAdmin: true } });
  return tx.credential.count({ where: { isAdmin: true, closedAt: null } });
}
