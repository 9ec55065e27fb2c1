import { InvalidInputError } from '../domain/errors.ts';
import { MAX_NAME } from '../domain/person-settings.ts';
import { foldSignInName, readSignInName, type SignInName } from '../domain/sign-in-name.ts';
import type { Db, Tx } from '../store/client.ts';
import { findCredential, findCredentialByKey, hasCredentials } from '../store/credentials.ts';
import { findLinkedAccount, linkIdentity, noteIdentityUse, unlinkIdentity } from '../store/identities.ts';
import { isTaken } from '../store/outages.ts';
import { audit } from './audit.ts';
import type { ProviderPerson } from './oidc.ts';
import { openAccount } from './open-account.ts';
import { entryOf } from './provider-entry.ts';

/** An account that somebody came in to by a provider, or why they may not. */
export type CameIn =
  | { readonly accountId: string }
  | { readonly refused: 'taken' | 'stranger' | 'unconfirmed' | 'closed' };

export interface ComingIn {
  /** Whose addresses come in without an invitation. */
  readonly domains: readonly string[];
  readonly address: string | undefined;
  /**
   * Given for somebody who follows a good invitation: what is done with it in the transaction that opens an account for
   * them, so that it is opened with it or not at all.
   */
  readonly invited?: ((tx: Tx, accountId: string) => Promise<void>) | undefined;
}

/** The account that somebody enters whom the provider vouches for; it is opened where they may have one of their own. */
export async function accountByProvider(
  db: Db,
  person: ProviderPerson,
  { domains, address, invited }: ComingIn,
): Promise<CameIn> {
  const entry = entryOf({
    person,
    linked: await findLinkedAccount(db, person),
    isTaken: person.email !== null && (await hasAddress(db, person.email)),
    // The first one here is to be who holds the desk's link.
    domains: (await hasCredentials(db)) ? domains : [],
    isInvited: invited !== undefined,
  });
  if (entry.may === 'not') return { refused: entry.why };
  if (entry.may === 'join') return joined(db, person, { email: entry.email, address, invited });
  const credential = await findCredential(db, entry.accountId);
  if (credential?.closedAt !== null) return { refused: 'closed' };
  await noteIdentityUse(db, person, new Date());
  return { accountId: credential.accountId };
}

async function hasAddress(db: Db, email: string): Promise<boolean> {
  return (await findCredentialByKey(db, { emailKey: foldSignInName(email) })) !== null;
}

async function joined(
  db: Db,
  person: ProviderPerson,
  { email, address, invited }: Omit<ComingIn, 'domains'> & { readonly email: string },
): Promise<CameIn> {
  const signIn = signInNameOf(email);
  if (!signIn) return { refused: 'stranger' };
  const name = (person.name ?? email).slice(0, MAX_NAME);
  try {
    return await db.$transaction(async (tx) => {
      const accountId = await openAccount(tx, { name, signIn });
      if (!(await linkIdentity(tx, accountId, named(person)))) throw new LinkedMeanwhile();
      await audit(tx, { action: 'account-opened', accountId, subject: accountId, details: BY, address });
      await invited?.(tx, accountId);
      return { accountId };
    });
  } catch (error) {
    // Somebody else has taken the address, or they themselves came in twice at once.
    if (!isTaken(error) && !(error instanceof LinkedMeanwhile)) throw error;
    const accountId = await findLinkedAccount(db, person);
    return accountId === null ? { refused: 'taken' } : { accountId };
  }
}

class LinkedMeanwhile extends Error {}

const BY = { way: 'provider' } as const;

/** An address to sign in with; null for one that no form of ours would take. */
function signInNameOf(email: string): SignInName | null {
  try {
    return readSignInName(email);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}

function named({ issuer, subject, email, name }: ProviderPerson) {
  return { issuer, subject, name: email ?? name ?? subject };
}

/** Links somebody at a provider with an account that is signed in; false where another account has them. */
export async function linkProvider(
  db: Db,
  { accountId, address }: { readonly accountId: string; readonly address: string | undefined },
  person: ProviderPerson,
): Promise<boolean> {
  if (!(await linkIdentity(db, accountId, named(person)))) return false;
  await audit(db, { action: 'provider-linked', accountId, subject: accountId, address });
  return true;
}

/** Ends an account's link with somebody at a provider; false where there is none. */
export async function unlinkProvider(
  db: Db,
  { accountId, address }: { readonly accountId: string; readonly address: string | undefined },
  identity: Pick<ProviderPerson, 'issuer' | 'subject'>,
): Promise<boolean> {
  if (!(await unlinkIdentity(db, accountId, identity))) return false;
  await audit(db, { action: 'provider-unlinked', accountId, subject: accountId, address });
  return true;
}
