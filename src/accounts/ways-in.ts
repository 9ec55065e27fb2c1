import type { Db } from '../store/client.ts';
import { findPasswordHash } from '../store/credentials.ts';
import { listIdentities } from '../store/identities.ts';
import { listPasskeys } from '../store/passkeys.ts';

/** Whether an account could still sign in without one of its passkeys, or of its links with a provider. */
export async function hasAnotherWayIn(db: Db, accountId: string): Promise<boolean> {
  const hash = await findPasswordHash(db, accountId);
  const others = [await listPasskeys(db, accountId), await listIdentities(db, accountId)].flat();
  return hash !== null || others.length > 1;
}
