import { InvalidInputError } from '../domain/errors.ts';
import { foldSignInName } from '../domain/sign-in-name.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { findPasswordHash } from '../store/credentials.ts';
import { audit } from './audit.ts';
import { knownDevice } from './devices.ts';
import { countAttempt } from './limits.ts';
import { isPassword } from './password.ts';
import { describeOwner } from './passwords.ts';

export interface Proof {
  readonly password: string;
  readonly address: string | undefined;
  readonly device: string | undefined;
}

/**
 * Proves by their password that it is still the person who signed in. Throws InvalidInputError (field `password`), and a
 * TooManyError where the next try has to wait: a machine left open is no place to guess at.
 */
export async function confirmByPassword(db: Db, accountId: string, proof: Proof): Promise<void> {
  const { signIn } = await describeOwner(db, accountId);
  const device = await knownDevice(db, accountId, proof.device);
  const name = foldSignInName(signIn);
  const succeeded = await countAttempt(db, { name, address: proof.address, device });
  if (!(await isPassword(proof.password, await findPasswordHash(db, accountId)))) {
    await audit(db, { action: 'sign-in-refused', accountId, subject: accountId, address: proof.address });
    throw new InvalidInputError({ password: t('signIn.wrongPassword') });
  }
  await succeeded();
}
