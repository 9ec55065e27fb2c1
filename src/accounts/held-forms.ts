import { z } from 'zod';
import type { Db } from '../store/client.ts';
import { addTicket, findTicket, keepNewestTickets, removeTicket } from '../store/tickets.ts';
import { hashOf, newToken } from './secret.ts';

/** The most of a form that is carried through a sign-in, in bytes as it was sent. */
export const HELD_BYTES = 512 * 1024;

const HELD_FOR = 24 * 3_600_000;

/** Of one account; those before are forgotten. */
const MOST_HELD = 20;

/** A form that was sent where somebody had to sign in, or to prove who they are, before it could be taken. */
export interface HeldForm {
  /** Where it was sent to. */
  readonly path: string;
  /** As it was sent: `application/x-www-form-urlencoded`. */
  readonly body: string;
}

const details = z.object({ path: z.string(), body: z.string() });

/** Keeps a form for the account that was signed in when it was typed, for a day. Gives the token that it goes on by. */
export async function holdForm(db: Db, accountId: string, { path, body }: HeldForm): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + HELD_FOR);
  await keepNewestTickets(db, 'held-form', accountId, MOST_HELD - 1);
  await addTicket(db, {
    kind: 'held-form',
    tokenHash: hashOf(token),
    accountId,
    details: { path, body },
    expiresAt,
  });
  return token;
}

/** Gives a form back, once. Null where there is none, and for anybody but the account whose it is. */
export async function takeHeldForm(db: Db, accountId: string, token: string): Promise<HeldForm | null> {
  const tokenHash = hashOf(token);
  const ticket = await findTicket(db, 'held-form', tokenHash);
  if (ticket?.accountId !== accountId || !(await removeTicket(db, 'held-form', tokenHash))) return null;
  return details.parse(ticket.details);
}
