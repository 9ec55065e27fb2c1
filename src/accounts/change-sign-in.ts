import { InvalidInputError } from '../domain/errors.ts';
import { readSignInName } from '../domain/sign-in-name.ts';
import type { Db } from '../store/client.ts';
import { updateSignInKey } from '../store/credentials.ts';
import { audit } from './audit.ts';
import { confirmByPassword, type Proof } from './confirm.ts';
import { storedName, withFreeName } from './open-account.ts';
import { hashPassword } from './password.ts';
import { checkPassword } from './password-rules.ts';
import { describeOwner, replacePassword } from './passwords.ts';

/** Whoever changes how they sign in. */
export interface Changing {
  readonly accountId: string;
  readonly address: string | undefined;
}

/** Gives an account another address or name to sign in with. Throws InvalidInputError (field `sign_in`). */
export async function changeSignInName(
  db: Db,
  { accountId, address }: Changing,
  typed: string,
): Promise<void> {
  const signIn = readSignInName(typed);
  await withFreeName(db, async (tx) => {
    await updateSignInKey(tx, accountId, storedName(signIn));
    await audit(tx, { action: 'sign-in-name-changed', accountId, subject: accountId, address });
  });
}

/**
 * Changes a password for one that is known. Every sign-in of the account ends. Throws InvalidInputError (fields `current`,
 * `password`) and a TooManyError.
 */
export async function changePassword(
  db: Db,
  { accountId, address }: Changing,
  { current, password, device }: { current: string; password: string; device: Proof['device'] },
): Promise<void> {
  const { name, signIn } = await describeOwner(db, accountId);
  checkPassword(password, [name, signIn]);
  await checkCurrent(db, accountId, { password: current, address, device });
  const hash = await hashPassword(password);
  await db.$transaction((tx) => replacePassword(tx, { accountId, hash, address }));
}

async function checkCurrent(db: Db, accountId: string, proof: Proof): Promise<void> {
  try {
    await confirmByPassword(db, accountId, proof);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError({ current: error.message }, { cause: error });
  }
}
