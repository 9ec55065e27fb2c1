import type { Db } from '../store/client.ts';
import { addSignIn, deleteSignIn, type FoundSignIn, findSignIn, updateSignIn } from '../store/sign-ins.ts';
import { hashOf, newToken } from './secret.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A sign-in ends this long after its beginning, whatever is done, in ms. */
export const LONGEST = 30 * DAY;
/** And this long after it was last used. */
export const LONGEST_IDLE = 7 * DAY;
/** So often it is written down that a sign-in is in use: each page would else write. */
const SEEN_EVERY = 5 * MINUTE;
/** For so long a proof that it is the person holds for what asks again. */
const CONFIRMED_FOR = 15 * MINUTE;

/** Where somebody signs in from. */
export interface Place {
  readonly address: string | undefined;
  /** What the browser calls itself. */
  readonly agent: string | undefined;
}

/** Begins a sign-in. The token goes into the browser's cookie; what is stored is its hash. */
export async function beginSignIn(
  db: Db,
  accountId: string,
  { address, agent }: Place,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = newToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + LONGEST);
  await addSignIn(db, {
    tokenHash: hashOf(token),
    accountId,
    lastSeenAt: now,
    confirmedAt: now,
    expiresAt,
    agent: agent?.slice(0, 300) ?? null,
    address: address ?? null,
  });
  return { token, expiresAt };
}

/** The sign-in of this token, where it has not ended; writes down that it is in use. */
export async function currentSignIn(
  db: Db,
  token: string,
  address: string | undefined,
): Promise<FoundSignIn | null> {
  const signIn = await findSignIn(db, hashOf(token));
  if (!signIn) return null;
  const now = Date.now();
  const idle = now - signIn.lastSeenAt.getTime();
  if (signIn.expiresAt.getTime() <= now || idle > LONGEST_IDLE) {
    await deleteSignIn(db, signIn.accountId, signIn.tokenHash);
    return null;
  }
  if (idle > SEEN_EVERY)
    await updateSignIn(db, signIn.tokenHash, { lastSeenAt: new Date(now), address: address ?? null });
  return signIn;
}

/** Whether the person has proven lately that it is them. */
export function isConfirmed({ confirmedAt }: Pick<FoundSignIn, 'confirmedAt'>): boolean {
  return Date.now() - confirmedAt.getTime() <= CONFIRMED_FOR;
}
