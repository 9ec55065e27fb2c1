import type { Db } from '../store/client.ts';
import { findPasswordHash } from '../store/credentials.ts';
import { listIdentities, unlinkIdentities } from '../store/identities.ts';
import { dropCodeSecret } from '../store/one-time-codes.ts';
import { deletePasskeys, listPasskeys } from '../store/passkeys.ts';
import { deleteSignIns } from '../store/sign-ins.ts';
import { audit } from './audit.ts';

/** Whether an account could still sign in without one of its passkeys, or of its links with a provider. */
export async function hasAnotherWayIn(db: Db, accountId: string): Promise<boolean> {
  const hash = await findPasswordHash(db, accountId);
  const others = [await listPasskeys(db, accountId), await listIdentities(db, accountId)].flat();
  return hash !== null || others.length > 1;
}

/** Takes every way to sign in but the password from an account whose owner has lost them, and signs it out everywhere. */
export async function removeAllWays(db: Db, accountId: string): Promise<void> {
  await dropCodeSecret(db, accountId);
  await deletePasskeys(db, accountId);
  await unlinkIdentities(db, accountId);
  await deleteSignIns(db, accountId);
  await audit(db, { action: 'ways-removed', subject: accountId });
}
