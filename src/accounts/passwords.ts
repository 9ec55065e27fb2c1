import { NotFoundError } from '../domain/errors.ts';
import { accountNames } from '../store/accounts.ts';
import type { Db, Tx } from '../store/client.ts';
import { findCredential, updatePasswordHash } from '../store/credentials.ts';
import { deleteSignIns } from '../store/sign-ins.ts';
import type { Ticket } from '../store/tickets.ts';
import { withdrawTickets } from '../store/tickets.ts';
import { audit } from './audit.ts';
import { hashPassword } from './password.ts';
import { checkPassword } from './password-rules.ts';
import { issueTicket, readTicket, takeTicket } from './tickets.ts';

/** Whose password is set, as they know themselves. */
export interface Owner {
  readonly accountId: string;
  readonly name: string;
  /** What they sign in with. */
  readonly signIn: string;
}

/** Gives out a link that sets a password of somebody's; those given out before are good for nothing from now on. */
export async function issueReset(
  db: Db,
  accountId: string,
  by: { readonly accountId?: string | undefined; readonly address?: string | undefined },
): Promise<string> {
  return db.$transaction(async (tx) => {
    await withdrawTickets(tx, 'reset', { accountId });
    const { token } = await issueTicket(tx, 'reset', { accountId, createdById: by.accountId ?? null });
    await audit(tx, { action: 'reset-issued', subject: accountId, ...by });
    return token;
  });
}

/** Whose password a link sets. Throws NotFoundError where it is not good any more. */
export async function ownerOfReset(db: Db | Tx, token: string): Promise<Owner> {
  const owner = await ownerOf(db, await readTicket(db, 'reset', token));
  if (!owner) throw new NotFoundError('ticket');
  return owner;
}

async function ownerOf(db: Db | Tx, ticket: Ticket | null): Promise<Owner | null> {
  const accountId = ticket?.accountId;
  const credential = accountId ? await findCredential(db, accountId) : null;
  return credential && credential.closedAt === null ? describeOwner(db, credential.accountId) : null;
}

/** An account as it knows itself. */
export async function describeOwner(db: Db | Tx, accountId: string): Promise<Owner> {
  const credential = await findCredential(db, accountId);
  const names = await accountNames(db, [accountId]);
  const signIn = credential?.email ?? credential?.nameKey ?? '';
  return { accountId, name: names.get(accountId) ?? '', signIn };
}

/** Sets a password by a link, and ends every sign-in of the account. Gives whose it is. */
export async function resetPassword(
  db: Db,
  token: string,
  password: string,
  address: string | undefined,
): Promise<string> {
  const { accountId, name, signIn } = await ownerOfReset(db, token);
  checkPassword(password, [name, signIn]);
  const hash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    if (!(await takeTicket(tx, 'reset', token))) throw new NotFoundError('ticket');
    await replacePassword(tx, { accountId, hash, address });
    return accountId;
  });
}

/** Puts another hash in place; whoever is signed in with the old password is out, but for the sign-in that is named. */
export async function replacePassword(
  tx: Tx,
  change: {
    readonly accountId: string;
    readonly hash: string;
    readonly address: string | undefined;
    readonly but?: string;
  },
): Promise<void> {
  const { accountId, hash, address, but } = change;
  await updatePasswordHash(tx, accountId, hash);
  await withdrawTickets(tx, 'reset', { accountId });
  await deleteSignIns(tx, accountId, but);
  await audit(tx, { action: 'password-changed', accountId, subject: accountId, address });
}
