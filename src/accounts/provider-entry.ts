import type { ProviderPerson } from './oidc.ts';

/** What becomes of somebody whom a provider vouches for. */
export type ProviderEntry =
  | { readonly may: 'enter'; readonly accountId: string }
  /** They get an account of their own, which opens no project. */
  | { readonly may: 'join'; readonly email: string }
  /**
   * `taken`: their address is that of an account which they have not linked; `stranger`: nobody invited them;
   * `unconfirmed`: somebody did, but the provider vouches for no address of theirs.
   */
  | { readonly may: 'not'; readonly why: 'taken' | 'stranger' | 'unconfirmed' };

export interface EntryQuestion {
  readonly person: ProviderPerson;
  /** The account that is linked with them. */
  readonly linked: string | null;
  /** Whether some account has their address. */
  readonly isTaken: boolean;
  /** Whose verified addresses come in without an invitation, in small letters. */
  readonly domains: readonly string[];
  /** Whether they follow an invitation that is good. */
  readonly isInvited: boolean;
}

/**
 * Who comes in by a provider. An account is never joined to somebody because the addresses are alike: whoever could
 * write an address into an account would else wait in it for its owner.
 */
export function entryOf({ person, linked, isTaken, domains, isInvited }: EntryQuestion): ProviderEntry {
  if (linked !== null) return { may: 'enter', accountId: linked };
  const { email } = person;
  if (isTaken) return { may: 'not', why: 'taken' };
  if (email === null) return { may: 'not', why: isInvited ? 'unconfirmed' : 'stranger' };
  if (!isInvited && !domains.includes(domainOf(email))) return { may: 'not', why: 'stranger' };
  return { may: 'join', email };
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
