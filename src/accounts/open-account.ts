import { v7 as uuidv7 } from 'uuid';
import { InvalidInputError, NotFoundError } from '../domain/errors.ts';
import { checkedName } from '../domain/person-settings.ts';
import { readSignInName, type SignInName } from '../domain/sign-in-name.ts';
import { t } from '../messages/language.ts';
import { addAccount, firstAccount, renameAccount } from '../store/accounts.ts';
import type { Db, Tx } from '../store/client.ts';
import { addCredential, hasCredentials, type NewCredential } from '../store/credentials.ts';
import { isTaken } from '../store/outages.ts';
import { audit } from './audit.ts';
import { hashPassword } from './password.ts';
import { checkPassword } from './password-rules.ts';
import { takeTicket } from './tickets.ts';

/** What a person gives who is to sign in from now on. */
export interface TypedAccount {
  readonly name: string;
  /** An address, or a name without an @. */
  readonly signIn: string;
  readonly password: string;
}

/** The same, looked at and with the password hashed, so that the transaction which stores it is short. */
export interface CheckedAccount {
  readonly name: string;
  readonly signIn: SignInName;
  readonly passwordHash?: string | undefined;
}

/** Looks at all fields at once. Throws InvalidInputError (fields `name`, `sign_in`, `password`). */
export async function checkAccount(typed: TypedAccount): Promise<CheckedAccount> {
  const wrong: Record<string, string> = {};
  const name = orWrong(wrong, () => checkedName(typed.name));
  const signIn = orWrong(wrong, () => readSignInName(typed.signIn));
  orWrong(wrong, () => checkPassword(typed.password, [typed.name, typed.signIn]));
  if (name === undefined || signIn === undefined || Object.keys(wrong).length > 0)
    throw new InvalidInputError(wrong);
  return { name, signIn, passwordHash: await hashPassword(typed.password) };
}

function orWrong<T>(wrong: Record<string, string>, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    Object.assign(wrong, error.fields);
    return undefined;
  }
}

/** Makes an account that can sign in, inside of a transaction. Gives its id; `by` is who made it for them, for the log. */
export async function openAccount(
  tx: Tx,
  { name, ...how }: CheckedAccount & { readonly isAdmin?: boolean },
  by?: { readonly accountId?: string | undefined; readonly address?: string | undefined },
): Promise<string> {
  const id = uuidv7();
  await addAccount(tx, { id, name });
  await letSignIn(tx, id, how);
  if (by) await audit(tx, { action: 'account-opened', subject: id, ...by });
  return id;
}

/**
 * Gives the account of local mode, with all work that was done there, to the first who signs in; makes one where there is
 * none. They look after the desk. Gives its id.
 */
export async function claimFirstAccount(tx: Tx, { name, ...how }: CheckedAccount): Promise<string> {
  const id = await firstAccount(tx);
  if (id === null) return openAccount(tx, { name, ...how, isAdmin: true });
  await renameAccount(tx, id, name);
  await letSignIn(tx, id, { ...how, isAdmin: true });
  return id;
}

async function letSignIn(
  tx: Tx,
  accountId: string,
  { signIn, passwordHash, isAdmin = false }: Omit<CheckedAccount, 'name'> & { readonly isAdmin?: boolean },
): Promise<void> {
  await addCredential(tx, { accountId, passwordHash, isAdmin, ...storedName(signIn) });
}

/** How a name to sign in with is stored. */
export function storedName(signIn: SignInName): Pick<NewCredential, 'email' | 'key'> {
  if (signIn.kind === 'name') return { email: null, key: { nameKey: signIn.key } };
  return { email: signIn.email, key: { emailKey: signIn.key } };
}

/** Does something in a transaction that gives a name to sign in with out; says so where somebody has it already. */
export async function withFreeName<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(work);
  } catch (error) {
    if (isTaken(error)) throw new InvalidInputError({ sign_in: t('signIn.nameTaken') }, { cause: error });
    throw error;
  }
}

/** Makes whoever has the link of the first start the owner of the desk. Gives their id. */
export async function becomeFirstOwner(
  db: Db,
  token: string,
  typed: TypedAccount,
  address: string | undefined,
): Promise<string> {
  const checked = await checkAccount(typed);
  return withFreeName(db, async (tx) => {
    const ticket = await takeTicket(tx, 'first-owner', token);
    if (!ticket || (await hasCredentials(tx))) throw new NotFoundError('ticket');
    const accountId = await claimFirstAccount(tx, checked);
    await audit(tx, { action: 'account-opened', accountId, subject: accountId, address });
    return accountId;
  });
}
