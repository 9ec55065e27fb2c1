import { foldDigits } from '../text/native-digits.ts';
import { asWestern, type NumberStyle } from '../text/number-style.ts';
import { readNumeral } from '../text/suggest/statistic/numerals.ts';

/** Near the largest double, Prisma rounds up: SQLite then keeps nothing and PostgreSQL refuses. */
const LARGEST_NUMBER = 1e300;
const MOST_CHARACTERS = 60;

/** As programs write numbers. */
const BARE = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** Groups of three, or as India has them, and a decimal mark; a comma alone parts one or two decimals. */
const GROUPED =
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$|^\d+,\d{1,2}$|^\d+\.\d+$/;
/** White space that parts groups of three. */
const SPACED =
  /(?<=^[+-]?\d{1,3}(?:[\u0020\u00a0\u2009\u202f]\d{3})*)[\u0020\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/**
 * Reads a number as people write it, and as a text of this style does: digits of any script, a sign, decimals behind a
 * point or comma, groups parted by commas, points, apostrophes or spaces. `null` where it is not one, may be one of two
 * (`isAmbiguous`), or is too large to keep.
 */
export function parseNumber(written: string, style: NumberStyle = 'point'): number | null {
  const plain = plainForm(written);
  if (plain.length > MOST_CHARACTERS) return null;
  const value = isEither(plain) && style !== 'point' ? readGrouped(plain, style) : readAny(plain, style);
  return value !== undefined && Math.abs(value) <= LARGEST_NUMBER ? value : null;
}

/** Whether nothing tells if "1.500" is a thousand and a half or one and a half. */
export function isAmbiguous(written: string, style: NumberStyle): boolean {
  return style === 'unknown' && isEither(plainForm(written));
}

function plainForm(written: string): string {
  return foldDigits(written).trim().replace(/^[−–]/, '-').replace(SPACED, '');
}

const isEither = (plain: string): boolean => /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain);

function readAny(plain: string, style: NumberStyle): number | undefined {
  return BARE.test(plain) ? Number(plain) : readGrouped(plain, style);
}

function readGrouped(plain: string, style: NumberStyle): number | undefined {
  const sign = plain.startsWith('-') ? -1 : 1;
  const western = asWestern(plain.replace(/^[+-]/, ''), style);
  if (western === undefined || !GROUPED.test(western)) return undefined;
  const value = readNumeral(western);
  return value === undefined ? undefined : sign * value;
}
