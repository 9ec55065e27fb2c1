import { hash, verify } from '@node-rs/argon2';
import { TooManyError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';

/** Argon2id as OWASP has it: 19 MiB, two passes, one lane. About 40 ms of one core. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More at once would take the cores from everybody who works; those that wait hold no memory yet. */
const AT_ONCE = 2;
const MOST_WAITING = 200;

/** Of what is compared where there is no such account, so that it takes as long. Of no password of anybody's. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$KEZRIhI42jeYWvmwtmuYkA$Xps3BvfgAQa+MMl73zjSRNYc41j6R2LYrn72V3Clc2E';

let running = 0;
const waiting: (() => void)[] = [];

/** The hash of a password, with its salt and costs, as it is stored. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(composed(password), COSTS));
}

/** Whether it is the password of this hash. Without a hash it never is, and takes as long. */
export function isPassword(password: string, stored: string | null): Promise<boolean> {
  return inTurn(async () => {
    const isRight = await verify(stored ?? NOBODYS, composed(password));
    return isRight && stored !== null;
  });
}

/** Keyboards write the same letter as one character or as two. Nothing else of a password is changed. */
function composed(password: string): string {
  return password.normalize('NFC');
}

/** Does something when its turn comes. Throws a TooManyError where too many wait already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running === AT_ONCE) {
    if (waiting.length === MOST_WAITING) throw new TooManyError(t('signIn.busy'), 5);
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    // Whoever is next takes this place over.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
