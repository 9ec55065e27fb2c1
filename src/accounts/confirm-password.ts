import { InvalidInputError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { findPasswordHash } from '../store/credentials.ts';
import { audit } from './audit.ts';
import { countAttempt } from './limits.ts';
import { isPassword } from './password.ts';
import { MAX_PASSWORD } from './password-rules.ts';

export interface TypedConfirmation {
  readonly accountId: string;
  readonly password: string;
  readonly address: string | undefined;
  /** The hash of the token of a browser in which this account was signed in before. */
  readonly device: string | undefined;
}

/**
 * Whether it is the person who is signed in, by their password. Throws InvalidInputError (field `password`) for a wrong one,
 * and a TooManyError where the next try has to wait.
 */
export async function confirmByPassword(db: Db, typed: TypedConfirmation): Promise<void> {
  const { accountId, password, address, device } = typed;
  const succeeded = await countAttempt(db, { name: `confirm ${accountId}`, address, device });
  const hash = await findPasswordHash(db, accountId);
  if (!(await isPassword(password.slice(0, 2 * MAX_PASSWORD), hash))) {
    await audit(db, { action: 'confirmation-refused', accountId, subject: accountId, address });
    throw new InvalidInputError({ password: t('ways.wrongPassword') });
  }
  await succeeded();
}
