import { fold } from '../text/fold.ts';

/**
 * Words as they are stored for being found, and as they are looked for: folded, and without the three signs
 * that LIKE reads as more than themselves. Prisma's `contains` does not escape them, and SQLite's LIKE could
 * not be told to.
 */
export function searchTextOf(words: string): string {
  return fold(words).replace(/[%_\\]/g, (sign) => STAND_INS[sign] ?? sign);
}

/** From Unicode's private area, where no text has anything. */
const STAND_INS: Readonly<Record<string, string>> = { '%': '\ue025', _: '\ue05f', '\\': '\ue05c' };
