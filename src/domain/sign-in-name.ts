import { t } from '../messages/language.ts';
import { InvalidInputError } from './errors.ts';

/** What a person signs in with: an e-mail address, or a name without an @. */
export type SignInName =
  | { readonly kind: 'email'; readonly key: string; readonly email: string }
  | { readonly kind: 'name'; readonly key: string };

/** In UTF-16 code units; the longest address that mail goes to has 254. */
export const MAX_SIGN_IN_NAME = 254;

/**
 * How names to sign in with are compared: forms of letters, capitals and spaces make no difference. Gives the folded
 * form, the empty string for nothing.
 */
export function foldSignInName(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A name to sign in with as it was typed. Throws InvalidInputError (field `sign_in`) where there is none, where it is too
 * long, and where it has an @ and is no address.
 */
export function readSignInName(typed: string): SignInName {
  const key = foldSignInName(typed);
  if (key === '') throw new InvalidInputError({ sign_in: t('signIn.nameMissing') });
  if (key.length > MAX_SIGN_IN_NAME)
    throw new InvalidInputError({ sign_in: t('signIn.nameLong', { most: MAX_SIGN_IN_NAME }) });
  if (!key.includes('@')) return { kind: 'name', key };
  // Whether mail arrives there is for the mail to say.
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(key))
    throw new InvalidInputError({ sign_in: t('signIn.notAnAddress') });
  return { kind: 'email', key, email: typed.trim() };
}
