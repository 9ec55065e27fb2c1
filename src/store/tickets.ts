import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';

/** A link that may be used once, until it runs out. */
export interface Ticket {
  readonly tokenHash: string;
  readonly kind: string;
  readonly projectId: string | null;
  readonly accountId: string | null;
  readonly role: string | null;
  readonly email: string | null;
  readonly details: unknown;
  readonly createdById: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** What a new ticket says. */
export type NewTicket = Pick<Ticket, 'tokenHash' | 'kind' | 'expiresAt'> &
  Partial<Pick<Ticket, 'projectId' | 'accountId' | 'role' | 'email' | 'createdById'>> & {
    readonly details?: Prisma.InputJsonObject | undefined;
  };

/** For how long it is kept that a ticket was there, in ms. */
const KEPT = 30 * 24 * 3_600_000;

/** Keeps a new ticket, and sweeps away those that ran out long ago. */
export async function addTicket(db: Db | Tx, ticket: NewTicket): Promise<void> {
  await db.ticket.create({ data: { ...ticket, details: ticket.details ?? Prisma.DbNull } });
  await db.ticket.deleteMany({ where: { expiresAt: { lt: new Date(Date.now() - KEPT) } } });
}

/** A ticket that can still be used. */
export function findTicket(db: Db | Tx, kind: string, tokenHash: string): Promise<Ticket | null> {
  return db.ticket.findFirst({ where: { tokenHash, kind, ...usable() } });
}

/** Uses a ticket up. Of several that try at once, one gets true. */
export async function markTicketUsed(tx: Db | Tx, kind: string, tokenHash: string): Promise<boolean> {
  const where = { tokenHash, kind, ...usable() };
  return (await tx.ticket.updateMany({ where, data: { usedAt: new Date() } })).count === 1;
}

/** The tickets of a kind that can still be used, newest first. */
export function listTickets(
  db: Db | Tx,
  kind: string,
  of: { readonly projectId?: string; readonly accountId?: string },
): Promise<Ticket[]> {
  return db.ticket.findMany({ where: { kind, ...of, ...usable() }, orderBy: { createdAt: 'desc' } });
}

/** Takes tickets back before they are used: all of a kind that are for an account, in a project, or one by its hash. */
export async function withdrawTickets(
  db: Db | Tx,
  kind: string,
  of: { readonly projectId?: string; readonly accountId?: string; readonly tokenHash?: string },
): Promise<number> {
  return (await db.ticket.deleteMany({ where: { kind, ...of, usedAt: null } })).count;
}

/** Uses a ticket up of which nothing is to be kept. Of several that try at once, one gets true. */
export async function removeTicket(db: Db | Tx, kind: string, tokenHash: string): Promise<boolean> {
  return (await db.ticket.deleteMany({ where: { kind, tokenHash, ...usable() } })).count === 1;
}

/** Leaves the newest of a kind that an account has, so many, and no old ones. */
export async function keepNewestTickets(
  db: Db | Tx,
  kind: string,
  accountId: string,
  count: number,
): Promise<void> {
  const kept = await db.ticket.findMany({
    where: { kind, accountId, ...usable() },
    select: { tokenHash: true },
    orderBy: { createdAt: 'desc' },
    take: count,
  });
  const tokenHash = { notIn: kept.map((ticket) => ticket.tokenHash) };
  await db.ticket.deleteMany({ where: { kind, accountId, tokenHash } });
}

function usable() {
  return { usedAt: null, expiresAt: { gt: new Date() } };
}
