import type { Db, Tx } from '../store/client.ts';
import { addTicket, findTicket } from '../store/tickets.ts';
import { hashOf, newToken } from './secret.ts';

/** For so long a browser is known in which somebody signed in, in ms. */
export const KNOWN_FOR = 180 * 24 * 3_600_000;

/** Makes a browser known as one of an account's. The token goes into a cookie that stays behind after signing out. */
export async function makeDeviceKnown(db: Db | Tx, accountId: string): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + KNOWN_FOR);
  await addTicket(db, { kind: 'device', tokenHash: hashOf(token), accountId, expiresAt });
  return token;
}

/** The hash of a browser's token where this account was signed in there before. It lets nobody in: it only counts apart. */
export async function knownDevice(
  db: Db,
  accountId: string | undefined,
  token: string | undefined,
): Promise<string | undefined> {
  if (accountId === undefined || token === undefined) return undefined;
  const ticket = await findTicket(db, 'device', hashOf(token));
  return ticket?.accountId === accountId ? ticket.tokenHash : undefined;
}

/** The account that was signed in last in the browser that keeps this token. */
export async function lastAccount(db: Db, token: string | undefined): Promise<string | undefined> {
  if (token === undefined) return undefined;
  return (await findTicket(db, 'device', hashOf(token)))?.accountId ?? undefined;
}
