import type { Db, Tx } from './client.ts';

/** A sign-in that lasts: a row of `Session`, named by the hash of its token. */
export interface SignIn {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly confirmedAt: Date;
  readonly expiresAt: Date;
  readonly agent: string | null;
  readonly address: string | null;
}

/** A sign-in with what it may do at the desk. */
export type FoundSignIn = SignIn & { readonly isAdmin: boolean };

/** Keeps a new sign-in, and sweeps away those that have ended. */
export async function addSignIn(tx: Db | Tx, signIn: Omit<SignIn, 'createdAt'>): Promise<void> {
  await tx.session.create({ data: signIn });
  await tx.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}

/** The sign-in with this token, of an account that is not closed. */
export async function findSignIn(db: Db, tokenHash: string): Promise<FoundSignIn | null> {
  const row = await db.session.findUnique({ where: { tokenHash } });
  if (!row) return null;
  const where = { accountId: row.accountId, closedAt: null };
  const credential = await db.credential.findFirst({ where, select: { isAdmin: true } });
  return credential && { ...row, ...credential };
}

/** Writes down that a sign-in was used. Nothing happens where it has ended meanwhile. */
export async function updateSignIn(
  db: Db | Tx,
  tokenHash: string,
  data: Pick<SignIn, 'lastSeenAt' | 'address'>,
): Promise<void> {
  await db.session.updateMany({ where: { tokenHash }, data });
}

/** The sign-ins of an account, the one used last first. */
export function listSignIns(db: Db | Tx, accountId: string): Promise<SignIn[]> {
  return db.session.findMany({
    where: { accountId },
    orderBy: [{ lastSeenAt: 'desc' }, { tokenHash: 'asc' }],
  });
}

/** Ends one sign-in of an account. */
export async function deleteSignIn(db: Db | Tx, accountId: string, tokenHash: string): Promise<boolean> {
  return (await db.session.deleteMany({ where: { accountId, tokenHash } })).count === 1;
}

/** Ends all sign-ins of an account, or all but one. Gives how many. */
export async function deleteSignIns(db: Db | Tx, accountId: string, but?: string): Promise<number> {
  const others = but === undefined ? {} : { tokenHash: { not: but } };
  return (await db.session.deleteMany({ where: { accountId, ...others } })).count;
}

/** When a sign-in of each account was last used, by the account's id. */
export async function lastSeen(db: Db): Promise<Map<string, Date>> {
  const rows = await db.session.groupBy({ by: ['accountId'], _max: { lastSeenAt: true } });
  return new Map(
    rows.flatMap(({ accountId, _max }) => (_max.lastSeenAt ? [[accountId, _max.lastSeenAt]] : [])),
  );
}
