import { isIPv4, isIPv6 } from 'node:net';
import { TooManyError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { deleteLimits, findLimits, replaceLimit, type SignInLimit } from '../store/sign-in-limits.ts';
import { hashOf } from './secret.ts';

/** Something whose failed tries are counted. */
interface Counted {
  readonly key: string;
  /** Tries that wait for nothing. */
  readonly free: number;
  /** The longest wait, in ms. */
  readonly longest: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How often a count is read again that somebody else was quicker with. */
const TRIES = 5;

/** Who tries to sign in as whom, and from where. */
export interface Attempt {
  /** What was typed as the name, folded. Counted whether or not there is such an account. */
  readonly name: string;
  readonly address: string | undefined;
  /** The hash of the token of a browser in which this account was signed in before. */
  readonly device: string | undefined;
}

/**
 * Counts a try before it is made, so that many at once gain nothing. Throws a TooManyError where it has to wait. What it
 * gives is to be called once the try succeeded.
 *
 * A browser where the account was signed in before has a count of its own: whatever strangers try, its owner gets in.
 */
export async function countAttempt(db: Db, attempt: Attempt): Promise<() => Promise<void>> {
  const counts = countsOf(attempt);
  const keys = counts.map(({ key }) => key);
  refuseWaiting(await findLimits(db, keys));
  for (const counted of counts) await countOne(db, counted);
  return () => forget(db, attempt, keys);
}

async function countOne(db: Db, { key, free, longest }: Counted): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const seen = await findLimits(db, [key]);
    refuseWaiting(seen);
    const before = seen[0]?.failures ?? 0;
    const failures = before + 1;
    const wait = failures < free ? 0 : Math.min(longest, SECOND * 2 ** Math.min(failures - free, 30));
    if (await replaceLimit(db, before, { key, failures, until: new Date(Date.now() + wait) })) return;
  }
  throw tooMany(SECOND);
}

function countsOf({ name, address = '', device }: Attempt): Counted[] {
  if (device !== undefined)
    return [{ key: hashOf(`device\n${device}\n${name}`), free: 5, longest: 15 * MINUTE }];
  const network = networkOf(address);
  return [
    { key: hashOf(`pair\n${network}\n${name}`), free: 5, longest: 15 * MINUTE },
    { key: hashOf(`network\n${network}`), free: 20, longest: 15 * MINUTE },
    // Short, so that guessing from many places is slow and a new browser of the owner's still finds its moment.
    { key: hashOf(`name\n${name}`), free: 20, longest: MINUTE },
  ];
}

/** Whoever has an IPv6 address has 2^64 of them. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain) || !isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - behind.length;
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...behind];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function refuseWaiting(seen: readonly SignInLimit[]): void {
  const wait = Math.max(0, ...seen.map(({ until }) => until.getTime() - Date.now()));
  if (wait > 0) throw tooMany(wait);
}

function tooMany(wait: number): TooManyError {
  const seconds = Math.ceil(wait / SECOND);
  return new TooManyError(t('signIn.wait', { count: seconds }), seconds);
}

/** Who got in was no stranger to the name; of the network it is only known that this try was none of those counted. */
async function forget(db: Db, { name, address = '' }: Attempt, keys: readonly string[]): Promise<void> {
  const network = hashOf(`network\n${networkOf(address)}`);
  await deleteLimits(db, [...keys.filter((key) => key !== network), hashOf(`name\n${name}`)]);
  if (!keys.includes(network)) return;
  const [counted] = await findLimits(db, [network]);
  if (counted)
    await replaceLimit(db, counted.failures, {
      ...counted,
      failures: counted.failures - 1,
      until: new Date(),
    });
}
