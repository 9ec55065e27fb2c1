import { InvalidInputError } from '../domain/errors.ts';
import { foldSignInName } from '../domain/sign-in-name.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { findCredentialByKey, findPasswordHash, type SignInKey } from '../store/credentials.ts';
import { audit } from './audit.ts';
import { knownDevice } from './devices.ts';
import { countAttempt } from './limits.ts';
import { isPassword } from './password.ts';
import { MAX_PASSWORD } from './password-rules.ts';

export interface TypedSignIn {
  readonly name: string;
  readonly password: string;
  readonly address: string | undefined;
  /** What the cookie of known browsers holds. */
  readonly device: string | undefined;
}

/**
 * The account that a name and a password open. Throws InvalidInputError with one sentence whatever is wrong of the two,
 * and a TooManyError where the next try has to wait; both come as soon for names that nobody has.
 */
export async function accountByPassword(db: Db, typed: TypedSignIn): Promise<string> {
  const name = foldSignInName(typed.name);
  const credential = await findCredentialByKey(db, signInKeyOf(name));
  const accountId = credential?.closedAt === null ? credential.accountId : undefined;
  const device = await knownDevice(db, accountId, typed.device);
  const succeeded = await countAttempt(db, { name, address: typed.address, device });
  // Asked of nobody too, so that it takes the same.
  const stored = await findPasswordHash(db, accountId ?? '');
  const isRight = await isPassword(typed.password.slice(0, 2 * MAX_PASSWORD), stored);
  if (accountId === undefined || !isRight) {
    await audit(db, { action: 'sign-in-refused', subject: accountId, address: typed.address });
    throw new InvalidInputError({ password: t('signIn.wrong') });
  }
  await succeeded();
  return accountId;
}

/** Under which key a folded name is looked for. */
export function signInKeyOf(name: string): SignInKey {
  return name.includes('@') ? { emailKey: name } : { nameKey: name };
}
