import { InvalidInputError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import { isCommon } from './guessed-passwords.ts';

/** In characters as people count them. */
export const MIN_PASSWORD = 12;
/** Long enough for any sentence; the costs of hashing do not depend on it. */
export const MAX_PASSWORD = 256;

/**
 * Throws InvalidInputError (field `password`) for one that others would try first: too short, common, or made of what is
 * known of its owner (`of`: their name, their address). What kinds of characters it has is nobody's business.
 */
export function checkPassword(password: string, of: readonly (string | null)[]): void {
  const problem = problemOf(password, of);
  if (problem !== undefined) throw new InvalidInputError({ password: problem });
}

function problemOf(password: string, of: readonly (string | null)[]): string | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < MIN_PASSWORD) return t('signIn.passwordShort', { least: MIN_PASSWORD });
  if (length > MAX_PASSWORD) return t('signIn.passwordLong', { most: MAX_PASSWORD });
  const own = of.flatMap((words) => (words ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return isCommon(
    password,
    own.filter((word) => word.length > 2),
  )
    ? t('signIn.passwordCommon')
    : undefined;
}
