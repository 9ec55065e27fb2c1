import { InvalidInputError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { closeCredential, countAdmins, findCredential } from '../store/credentials.ts';
import { deleteSignIns } from '../store/sign-ins.ts';
import { withdrawTickets } from '../store/tickets.ts';
import { audit } from './audit.ts';

/**
 * Closes an account: nobody signs in with it from now on, and whoever is signed in is out at once. What was made with it
 * stays. False where it was closed before. Throws InvalidInputError (field `account`) for the last one who looks after
 * the desk.
 */
export async function closeAccount(
  db: Db,
  accountId: string,
  by: { readonly accountId?: string | undefined; readonly address?: string | undefined },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const credential = await findCredential(tx, accountId);
    if (!credential || credential.closedAt !== null) return false;
    if (credential.isAdmin && (await countAdmins(tx)) === 1)
      throw new InvalidInputError({ account: t('signIn.lastAdmin') });
    if (!(await closeCredential(tx, accountId))) return false;
    await withdrawTickets(tx, 'reset', { accountId });
    await deleteSignIns(tx, accountId);
    await audit(tx, { action: 'account-closed', subject: accountId, ...by });
    return true;
  });
}
