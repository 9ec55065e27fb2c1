import type { Amount, NumberReading } from './amount.ts';
import { readCardinal } from './cardinals.ts';
import { readDenominator, readPart } from './fractions.ts';
import { ONES, SCALES, VAGUE_PLURALS } from './number-words.ts';
import { readNumeral } from './numerals.ts';
import { mayStart } from './starts.ts';
import { is, isDash, type Token } from './tokens.ts';

const PLAIN: NumberReading = { money: false, joined: true };

/** The number that begins at token `at`, the longest that can be read there. */
export function readAmount(
  tokens: readonly Token[],
  at: number,
  reading: NumberReading = PLAIN,
): Amount | undefined {
  return readNegative(tokens, at, reading) ?? readUnsigned(tokens, at, reading);
}

function readNegative(tokens: readonly Token[], at: number, reading: NumberReading): Amount | undefined {
  if (!isMinus(tokens, at)) return undefined;
  const amount = readUnsigned(tokens, at + 1, reading);
  if (amount === undefined || amount.form === 'vague') return undefined;
  return { ...amount, first: at, value: -amount.value };
}

/** Whether `at` has a minus sign. A hyphen is one only where nothing stands before it to be joined or ranged. */
export function isMinus(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return false;
  if (token.kind === 'word')
    return (
      (token.lower === 'minus' && !(is(tokens, at - 1, 'or') && is(tokens, at - 2, 'plus'))) ||
      token.lower === 'negative'
    );
  if (!isDash(tokens, at) || token.text === '—') return false;
  if (next.spaced) return at === 0 && next.kind === 'digits';
  const before = tokens[at - 1];
  return token.spaced || before === undefined || OPENERS.has(before.text);
}

const OPENERS = new Set(['(', '[', '<', '>', '=', '$', '£', '€', '±', '~']);

function readUnsigned(tokens: readonly Token[], at: number, reading: NumberReading): Amount | undefined {
  if (!mayStart(tokens, at)) return undefined;
  return (
    readVague(tokens, at) ??
    readPart(tokens, at) ??
    readPower(tokens, at) ??
    readCardinalOrPart(tokens, at, reading)
  );
}

function readCardinalOrPart(
  tokens: readonly Token[],
  at: number,
  reading: NumberReading,
): Amount | undefined {
  const cardinal = readCardinal(tokens, at, reading);
  if (cardinal === undefined) return undefined;
  const whole: Amount = { first: at, next: cardinal.next, value: cardinal.value, form: cardinal.form };
  return (
    readDenominator(tokens, whole) ??
    readRatio(tokens, whole, reading) ??
    readDozen(tokens, whole) ??
    readPointWords(tokens, whole) ??
    whole
  );
}

/** "tens of thousands", "dozens", "several hundred": the group named, of which there are more than one. */
function readVague(tokens: readonly Token[], at: number): Amount | undefined {
  const lower = tokens[at]?.lower ?? '';
  const group = VAGUE_PLURALS.get(lower);
  if (group === undefined) return readCouple(tokens, at) ?? readSeveral(tokens, at);
  const larger = is(tokens, at + 1, 'of') ? VAGUE_PLURALS.get(tokens[at + 2]?.lower ?? '') : undefined;
  if (larger !== undefined && larger > group) return vague(at, at + 3, group * larger);
  if (group === 10 || (group === 20 && !is(tokens, at + 1, 'of'))) return undefined;
  return vague(at, at + 1, group);
}

/** "a couple of hundred", "couple of thousand". */
function readCouple(tokens: readonly Token[], at: number): Amount | undefined {
  const start = is(tokens, at, 'a') ? at + 1 : at;
  if (!is(tokens, start, 'couple')) return undefined;
  const group = is(tokens, start + 1, 'of') ? start + 2 : start + 1;
  const size = groupSize(tokens[group]?.lower ?? '');
  return size === undefined ? undefined : { ...vague(at, group + 1, 2 * size), rough: true };
}

function groupSize(word: string): number | undefined {
  return word === 'hundred' ? 100 : word === 'dozen' ? 12 : SCALES.get(word);
}

function readSeveral(tokens: readonly Token[], at: number): Amount | undefined {
  const lower = tokens[at]?.lower;
  const start = lower === 'a' && is(tokens, at + 1, 'few') ? at + 1 : at;
  if (!is(tokens, start, 'several') && !is(tokens, start, 'few') && !is(tokens, start, 'many'))
    return undefined;
  const size = groupSize(tokens[start + 1]?.lower ?? '');
  return size === undefined ? undefined : vague(at, start + 2, size);
}

function vague(first: number, next: number, value: number): Amount {
  return { first, next, value, form: 'vague' };
}

/** "two in five", "nine out of ten", "one over three": a part of a whole that is larger than it. */
function readRatio(tokens: readonly Token[], part: Amount, reading: NumberReading): Amount | undefined {
  const start = ratioStart(tokens, part.next);
  if (start === undefined || part.value <= 0 || reading.money || !Number.isInteger(part.value))
    return undefined;
  const whole = readCardinal(tokens, start, { money: false, joined: true });
  if (whole === undefined || whole.value <= part.value || isTimeSpan(tokens, start, whole.next))
    return undefined;
  return { first: part.first, next: whole.next, value: part.value / whole.value, form: 'ratio' };
}

/** "in every", "of every", "for every", "out of every". */
function everyStart(tokens: readonly Token[], at: number): number | undefined {
  const start = is(tokens, at, 'out') ? at + 1 : at;
  if (!is(tokens, start + 1, 'every')) return undefined;
  return is(tokens, start, 'of') || is(tokens, start, 'in') || is(tokens, start, 'for')
    ? start + 2
    : undefined;
}

function ratioStart(tokens: readonly Token[], at: number): number | undefined {
  const next = tokens[at + 1];
  const every = everyStart(tokens, at);
  if (every !== undefined) return every;
  if (is(tokens, at, 'out') && is(tokens, at + 1, 'of')) return at + 2;
  if (is(tokens, at, 'in') && next?.lower !== 'a' && next?.lower !== 'an') return at + 1;
  if (is(tokens, at, '-') && is(tokens, at + 1, 'in') && is(tokens, at + 2, '-')) return at + 3;
  return is(tokens, at, 'over') && endsAfterNumber(tokens, at + 1) ? at + 1 : undefined;
}

/** "one over three" divides only where no counted thing follows ("two over three years"). */
function endsAfterNumber(tokens: readonly Token[], at: number): boolean {
  const whole = readCardinal(tokens, at, { money: false, joined: true });
  return whole !== undefined && tokens[whole.next]?.kind !== 'word';
}

/** "2 in 2009" and "three in two days" are not ratios. */
function isTimeSpan(tokens: readonly Token[], first: number, next: number): boolean {
  const digits = tokens[first]?.text ?? '';
  if (next === first + 1 && /^(?:1[5-9]|20)\d\d$/u.test(digits)) return true;
  return (
    TIME_UNITS.has(tokens[next]?.lower ?? '') ||
    (isDash(tokens, next) && TIME_UNITS.has(tokens[next + 1]?.lower ?? ''))
  );
}

const TIME_UNITS = new Set(
  'second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months quarter quarters year years season seasons decade decades match matches game games start starts innings appearance appearances attempts outings working consecutive straight'.split(
    ' ',
  ),
);

function readDozen(tokens: readonly Token[], count: Amount): Amount | undefined {
  const word = tokens[count.next]?.lower ?? '';
  if (!DOZEN.has(word)) return undefined;
  return { ...count, next: count.next + 1, value: count.value * 12, form: 'words' };
}

const DOZEN = new Set(['dozen', 'dozens', 'dz', 'dzs', 'doz', 'dozs']);

/** "five point five", "nought point nought three", "two hundred point seventy-one". */
function readPointWords(tokens: readonly Token[], whole: Amount): Amount | undefined {
  if (whole.form !== 'words' || !is(tokens, whole.next, 'point')) return undefined;
  let digits = '';
  let at = whole.next + 1;
  for (
    let ones = ONES.get(tokens[at]?.lower ?? '');
    ones !== undefined;
    ones = ONES.get(tokens[at]?.lower ?? '')
  ) {
    digits += String(ones);
    at += 1;
    if (digits.length > 15) return undefined;
  }
  if (digits !== '') return { ...whole, next: at, value: whole.value + Number(`0.${digits}`) };
  const tail = readCardinal(tokens, at, { money: false, joined: false });
  if (tail === undefined || tail.form !== 'words') return undefined;
  return { ...whole, next: tail.next, value: whole.value + Number(`0.${tail.value}`) };
}

/** "1.1^23", "1.3x10^6", "2.48×10−5", "8x2^10". */
function readPower(tokens: readonly Token[], at: number): Amount | undefined {
  const base = tokens[at]?.kind === 'digits' ? readNumeral(tokens[at]?.text ?? '') : undefined;
  if (base === undefined) return undefined;
  if (is(tokens, at + 1, '^')) return power(tokens, at, at + 2, (exponent) => base ** exponent);
  const times = tokens[at + 1];
  if (times === undefined || times.spaced) return undefined;
  const glued = /^x(2|10)$/u.exec(times.lower)?.[1];
  const written = times.text === '×' ? tokens[at + 2]?.text : undefined;
  const root = Number(glued ?? (written === '10' || written === '2' ? written : Number.NaN));
  if (Number.isNaN(root)) return undefined;
  const caret = glued === undefined ? at + 3 : at + 2;
  const start = is(tokens, caret, '^') ? caret + 1 : caret;
  return power(tokens, at, start, (exponent) => base * root ** exponent);
}

function power(
  tokens: readonly Token[],
  first: number,
  at: number,
  raise: (exponent: number) => number,
): Amount | undefined {
  let digits = at;
  let sign = 1;
  while (digits < at + 2 && (is(tokens, digits, '+') || isDash(tokens, digits))) {
    if (isDash(tokens, digits)) sign = -1;
    digits += 1;
  }
  const exponent = tokens[digits];
  if (exponent?.kind !== 'digits' || exponent.spaced || exponent.text.length > 3) return undefined;
  const value = raise(sign * Number(exponent.text));
  return Number.isFinite(value) ? { first, next: digits + 1, value, form: 'digits' } : undefined;
}
