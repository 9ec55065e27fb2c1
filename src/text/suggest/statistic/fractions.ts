import type { Amount } from './amount.ts';
import { readCardinal } from './cardinals.ts';
import { type Part, pluralDenominator, singularDenominator } from './denominators.ts';
import { SCALES, VULGAR_FRACTIONS } from './number-words.ts';
import { is, isDash, type Token } from './tokens.ts';

const WORDS = { money: false, joined: true };

/**
 * A part that needs no whole number before it: "half", "half a million", "a quarter", "3/4", "2 1/2", "½".
 * "a third" alone may be an ordinal ("a third goal"), so it wants "of", a comparison or a pause behind it.
 */
export function readPart(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'digits') return readWrittenFraction(tokens, at);
  if (token.lower === 'half' || token.lower === 'quarter') return readHalf(tokens, at);
  if (token.lower === 'a' || token.lower === 'an') return readArticlePart(tokens, at);
  return undefined;
}

/** "3/4", "2 1/2", "2½". Only denominators that print uses, since 9/11 and 24/7 are no fractions. */
function readWrittenFraction(tokens: readonly Token[], at: number): Amount | undefined {
  const alone = slashFraction(tokens, at) ?? vulgarAt(tokens, at);
  if (alone !== undefined)
    return scaled(tokens, { first: at, next: alone.next, value: alone.value, form: 'part' });
  const whole = tokens[at];
  if (whole === undefined || !/^\d{1,6}$/u.test(whole.text)) return undefined;
  const start = isDash(tokens, at + 1) ? at + 2 : at + 1;
  const part = slashFraction(tokens, start) ?? (start === at + 1 ? vulgarAt(tokens, start) : undefined);
  if (part === undefined || part.value >= 1) return undefined;
  return scaled(tokens, {
    first: at,
    next: part.next,
    value: Number(whole.text) + part.value,
    form: 'digits',
  });
}

function vulgarAt(tokens: readonly Token[], at: number): Part | undefined {
  const value = VULGAR_FRACTIONS.get(tokens[at]?.text ?? '');
  return value === undefined ? undefined : { next: at + 1, value };
}

function slashFraction(tokens: readonly Token[], at: number): Part | undefined {
  const slash = tokens[at + 1];
  if (slash?.text !== '/' && slash?.text !== '⁄') return undefined;
  const [top, bottom, after] = [tokens[at], tokens[at + 2], tokens[at + 3]];
  if (top === undefined || bottom === undefined) return undefined;
  if (slash.spaced || bottom.spaced || after?.text === '/') return undefined;
  if (!/^\d{1,3}$/u.test(top.text) || !PRINTED_DENOMINATORS.has(bottom.text)) return undefined;
  const value = Number(top.text) / Number(bottom.text);
  return value > 0 && value < 1 ? { next: at + 3, value } : undefined;
}

const PRINTED_DENOMINATORS = new Set('2 3 4 5 6 8 10 16 20 32 40 50 64 100 1000'.split(' '));

function scaled(tokens: readonly Token[], amount: Amount): Amount {
  const scale = SCALES.get(tokens[amount.next]?.lower ?? '');
  return scale === undefined ? amount : { ...amount, next: amount.next + 1, value: amount.value * scale };
}

/** "half", "half a million", "half a dozen", "half million", "quarter million". */
function readHalf(tokens: readonly Token[], at: number): Amount | undefined {
  const value = is(tokens, at, 'half') ? 0.5 : 0.25;
  const article = is(tokens, at + 1, 'a') || is(tokens, at + 1, 'an');
  const of = is(tokens, at + 1, 'of') && is(tokens, at + 2, 'a');
  const after = of ? at + 3 : article ? at + 2 : at + 1;
  const group = groupSize(tokens[after]);
  if (group !== undefined) return part(at, after + 1, value * group);
  const measure = article && isMeasure(tokens[at + 2]);
  if (value !== 0.5 || (!measure && isOrdinalHalf(tokens, at))) return undefined;
  if (measure) return part(at, at + 2, 0.5);
  return part(at, at + 1, 0.5);
}

function groupSize(token: Token | undefined): number | undefined {
  if (token?.lower === 'dozen') return 12;
  return SCALES.get(token?.lower ?? '');
}

const MEASURES = new Set(
  'hour mile century decade day year pound tonne ton acre kilometre kilometer metre meter point percentage minute second inch pint teaspoon tablespoon cup litre liter gallon kilo kilogram ounce stone degree'.split(
    ' ',
  ),
);
const isMeasure = (token: Token | undefined): boolean => MEASURES.has(token?.lower ?? '');

/** "first half", "the second half", "half-time" and "half brother" are not parts of anything counted. */
function isOrdinalHalf(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (HALF_NAMES.has(before)) return true;
  const after = tokens[at + 1];
  if (isDash(tokens, at + 1)) return !isMeasure(tokens[at + 2]) && !is(tokens, at + 2, 'percent');
  return isDash(tokens, at - 1) || HALF_HEADS.has(after?.lower ?? '');
}

const HALF_NAMES = new Set(
  'first second 1st 2nd opening closing other better the this that each either latter final last bottom top northern southern eastern western upper lower early late and'.split(
    ' ',
  ),
);
const HALF_HEADS = new Set(
  'time way back brother sister moon marathon term century-old hearted volley volleys chance chances centuries'.split(
    ' ',
  ),
);

/** "a third of voters", "a quarter", "a half", "a quarter million", "an eighth". */
function readArticlePart(tokens: readonly Token[], at: number): Amount | undefined {
  const scale = /^(?:hundred|thousand)$/u.test(tokens[at + 1]?.lower ?? '')
    ? readScaledDenominator(tokens, at)
    : undefined;
  if (scale !== undefined) return scale;
  const quarter =
    is(tokens, at + 1, 'quarter') || is(tokens, at + 1, 'half') ? readHalf(tokens, at + 1) : undefined;
  if (quarter !== undefined && quarter.next > at + 2) return { ...quarter, first: at };
  const word = tokens[at + 1];
  const size = singularDenominator(tokens, at + 1);
  if (size === undefined || word === undefined || isDash(tokens, size.next)) return undefined;
  if (!isShareContext(tokens, at, size.next)) return undefined;
  return timesWhole(tokens, part(at, size.next, 1 / size.value));
}

/** "a hundred thousand trillionths". */
function readScaledDenominator(tokens: readonly Token[], at: number): Amount | undefined {
  const count = readCardinal(tokens, at, { money: false, joined: false });
  return count && readDenominator(tokens, { first: at, ...count });
}

/** "a fifth of" and "fell by a fifth." are shares; "a fifth goal" and "a third, larger one" are not. */
function isShareContext(tokens: readonly Token[], at: number, next: number): boolean {
  const after = tokens[next];
  const before = tokens[at - 1]?.lower ?? '';
  if (after === undefined) return at === 0 || SHARE_LEADS.has(before);
  if (after.lower === 'of') return !(tokens[next + 1]?.lower === 'a' && before === 'in');
  if (SHARE_LEADS.has(before)) return after.kind !== 'word' || SHARE_TAILS.has(after.lower);
  return SHARE_COMPARATIVES.has(after.lower);
}

const SHARE_LEADS = new Set(
  'by than about around nearly almost roughly some over under only just approximately to least up down is'.split(
    ' ',
  ),
);
const SHARE_COMPARATIVES = new Set('more less fewer higher lower larger bigger smaller cheaper'.split(' '));
const SHARE_TAILS = new Set([
  ...SHARE_COMPARATIVES,
  ...'in from since to on over last this said and or after as who were are have had was by compared between during'.split(
    ' ',
  ),
]);

/** "two thirds of a million", "a quarter of a billion". */
function timesWhole(tokens: readonly Token[], share: Amount): Amount {
  const article = is(tokens, share.next, 'of') && is(tokens, share.next + 1, 'a');
  const scale = article
    ? SCALES.get(tokens[share.next + 2]?.lower ?? '')
    : SCALES.get(tokens[share.next]?.lower ?? '');
  if (scale === undefined) return share;
  return { ...share, next: share.next + (article ? 3 : 1), value: share.value * scale };
}

/**
 * Denominator words behind a whole number: "two thirds", "one-fifth", "five and a quarter", "3 million and a
 * half".
 */
export function readDenominator(tokens: readonly Token[], whole: Amount): Amount | undefined {
  const mixed = readMixed(tokens, whole);
  if (mixed !== undefined) return mixed;
  const start = isDash(tokens, whole.next) ? whole.next + 1 : whole.next;
  const one = whole.value === 1;
  const size = pluralDenominator(tokens, start) ?? (one ? singularDenominator(tokens, start) : undefined);
  if (size === undefined || !isDivided(tokens, whole, size.next)) return undefined;
  return timesWhole(tokens, part(whole.first, size.next, whole.value / size.value));
}

/** Decimals are not divided, nor are "3 quarters" of a season. */
function isDivided(tokens: readonly Token[], whole: Amount, next: number): boolean {
  if (!Number.isInteger(whole.value)) return false;
  const quarters = tokens[next - 1]?.lower === 'quarters';
  return !quarters || whole.value === 3;
}

/** "two and a half", "one hundred and three quarters", "3 million and a quarter". */
function readMixed(tokens: readonly Token[], whole: Amount): Amount | undefined {
  const and = is(tokens, whole.next, 'and')
    ? whole.next + 1
    : isDash(tokens, whole.next) && is(tokens, whole.next + 1, 'and')
      ? whole.next + 3
      : 0;
  if (and === 0) return undefined;
  const share = shareAfterAnd(tokens, and);
  if (share === undefined) return undefined;
  const scale = SCALES.get(tokens[share.next]?.lower ?? '');
  const base = SCALES.get(tokens[whole.next - 1]?.lower ?? '') ?? 1;
  if (scale === undefined) return { ...whole, next: share.next, value: whole.value + share.value * base };
  const sum = base > scale ? whole.value + share.value * scale : (whole.value + share.value) * scale;
  return { ...whole, next: share.next + 1, value: sum };
}

function shareAfterAnd(tokens: readonly Token[], at: number): Part | undefined {
  if (is(tokens, at, 'a') || is(tokens, at, 'an') || is(tokens, at, 'one')) {
    const start = isDash(tokens, at + 1) ? at + 2 : at + 1;
    const size = singularDenominator(tokens, start);
    return size && { next: size.next, value: 1 / size.value };
  }
  if (is(tokens, at, 'half')) return { next: at + 1, value: 0.5 };
  const top = readCardinal(tokens, at, WORDS);
  if (top === undefined || top.form !== 'words') return undefined;
  const size = pluralDenominator(tokens, isDash(tokens, top.next) ? top.next + 1 : top.next);
  return size && { next: size.next, value: top.value / size.value };
}

function part(first: number, next: number, value: number): Amount {
  return { first, next, value, form: 'part' };
}
