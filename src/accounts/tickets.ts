import type { Db, Tx } from '../store/client.ts';
import { addTicket, findTicket, markTicketUsed, type NewTicket, type Ticket } from '../store/tickets.ts';
import { hashOf, newToken } from './secret.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What links for once are given out for, and for how long each is good, in ms. */
export const TICKETS = {
  /** Whoever starts a desk that nobody signs in to yet becomes its owner. */
  'first-owner': DAY,
  /** Sets a first or a new password. */
  reset: DAY,
  invitation: 7 * DAY,
  /** Proves that mail to a new address arrives. */
  address: DAY,
  /** Between the password and the code of a sign-in. */
  'second-step': 10 * MINUTE,
} as const satisfies Readonly<Record<string, number>>;

export type TicketKind = keyof typeof TICKETS;

export type TicketFor = Omit<NewTicket, 'tokenHash' | 'kind' | 'expiresAt'> & {
  readonly expiresAt?: Date | undefined;
};

/** Gives a new ticket out. The token is told here and never again: what is stored is its hash. */
export async function issueTicket(
  db: Db | Tx,
  kind: TicketKind,
  { expiresAt = new Date(Date.now() + TICKETS[kind]), ...about }: TicketFor,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = newToken();
  await addTicket(db, { ...about, kind, tokenHash: hashOf(token), expiresAt });
  return { token, expiresAt };
}

/** What a token is good for: null where it is unknown, of another kind, used, or has run out. */
export function readTicket(db: Db | Tx, kind: TicketKind, token: string): Promise<Ticket | null> {
  return findTicket(db, kind, hashOf(token));
}

/**
 * Uses a ticket up, inside of the transaction that does what it is for. Of several that try at once one gets it, the
 * others null.
 */
export async function takeTicket(tx: Tx, kind: TicketKind, token: string): Promise<Ticket | null> {
  const ticket = await readTicket(tx, kind, token);
  if (!ticket || !(await markTicketUsed(tx, kind, ticket.tokenHash))) return null;
  return ticket;
}
