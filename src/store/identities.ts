import type { Db, Tx } from './client.ts';

/** Somebody as a provider of sign-ins knows them. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** The account that somebody has linked with a provider, if any. */
export async function findLinkedAccount(
  db: Db,
  { issuer, subject }: ProviderIdentity,
): Promise<string | null> {
  const row = await db.identity.findUnique({ where: { issuer_subject: { issuer, subject } } });
  return row?.accountId ?? null;
}

/** Says when somebody came in by a provider. */
export async function noteIdentityUse(
  db: Db,
  { issuer, subject }: ProviderIdentity,
  now: Date,
): Promise<void> {
  await db.identity.updateMany({ where: { issuer, subject }, data: { usedAt: now } });
}

export interface LinkedIdentity extends ProviderIdentity {
  /** What the provider calls them. */
  readonly name: string;
  readonly usedAt: Date | null;
}

/** An account's links with providers, oldest first. */
export function listIdentities(db: Db, accountId: string): Promise<LinkedIdentity[]> {
  const select = { issuer: true, subject: true, name: true, usedAt: true };
  return db.identity.findMany({ where: { accountId }, select, orderBy: { createdAt: 'asc' } });
}

/** Links an account with somebody at a provider; false where they are linked with another account. */
export async function linkIdentity(
  db: Db | Tx,
  accountId: string,
  { issuer, subject, name }: Omit<LinkedIdentity, 'usedAt'>,
): Promise<boolean> {
  const row = await db.identity.upsert({
    where: { issuer_subject: { issuer, subject } },
    create: { issuer, subject, accountId, name },
    update: {},
  });
  return row.accountId === accountId;
}

/** Ends an account's link with somebody at a provider. */
export async function unlinkIdentity(
  db: Db,
  accountId: string,
  { issuer, subject }: ProviderIdentity,
): Promise<boolean> {
  const { count } = await db.identity.deleteMany({ where: { issuer, subject, accountId } });
  return count === 1;
}

/** Ends all links of an account with providers. */
export async function unlinkIdentities(db: Db, accountId: string): Promise<void> {
  await db.identity.deleteMany({ where: { accountId } });
}
