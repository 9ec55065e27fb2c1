import { foldSignInName } from '../domain/sign-in-name.ts';
import type { Db } from '../store/client.ts';
import { findCredentialByKey } from '../store/credentials.ts';
import { audit } from './audit.ts';
import { resetLetter } from './letters.ts';
import { countAttempt } from './limits.ts';
import type { Mail } from './mail.ts';
import { signInKeyOf } from './sign-in.ts';
import { issueTicket } from './tickets.ts';

/** For how long a mailed link is good, in ms: mail lies about. */
const MAILED_FOR = 3_600_000;

export interface Forgotten {
  /** What was typed as the name. */
  readonly name: string;
  readonly address: string | undefined;
  /** Where the desk is reached. */
  readonly desk: URL;
  readonly mail: Mail;
}

/** Counts that somebody asks for a mail, so that nobody is buried in them. Throws a TooManyError. */
export async function countForgotten(
  db: Db,
  { name, address }: Pick<Forgotten, 'name' | 'address'>,
): Promise<void> {
  await countAttempt(db, { name: `forgotten ${foldSignInName(name)}`, address, device: undefined });
}

/**
 * Mails the link to a new password to whoever signs in by this name, where they have an address. Nobody is to wait for it:
 * the time that it takes tells whether there is such an account. Links that somebody else has handed out stay good.
 */
export async function mailReset(db: Db, { name, address, desk, mail }: Forgotten): Promise<void> {
  const credential = await findCredentialByKey(db, signInKeyOf(foldSignInName(name)));
  if (!credential?.email || credential.closedAt !== null) return;
  const { accountId, email } = credential;
  const until = new Date(Date.now() + MAILED_FOR);
  const { token } = await issueTicket(db, 'reset', { accountId, email, expiresAt: until });
  await audit(db, { action: 'reset-mailed', subject: accountId, address });
  await mail.send(resetLetter({ to: email, desk, link: new URL(`/tickets/${token}`, desk), until }));
}
