import type { Amount } from './amount.ts';
import { CLOCK_TAILS, MONTHS, YEAR_LEADS } from './exclusion-words.ts';
import { isPlural } from './plurals.ts';
import { is, isCapitalised, isDash, type Token } from './tokens.ts';
import { beginsUnit } from './units.ts';

/** "9:31am", "22:30", "6 p.m.", "6 o'clock", "opens at 19.30": the token behind the time. */
export function clock(tokens: readonly Token[], amount: Amount): number {
  const at = firstDigits(tokens, amount);
  const next = afterColons(tokens, amount.next);
  if (next > amount.next || isTimetabled(tokens, at)) return next;
  const tail = tokens[next];
  if (tail !== undefined && isClockTail(tail, tokens[at])) return next + 1;
  const range = isDash(tokens, next) || is(tokens, next, 'to') ? tokens[next + 2] : undefined;
  return range !== undefined && tokens[next + 1]?.kind === 'digits' && isClockTail(range, tokens[next + 1])
    ? next + 3
    : 0;
}

/** The token behind a chain of ":30" from `at`, or `at` itself. */
export function afterColons(tokens: readonly Token[], at: number): number {
  let next = at;
  while (
    is(tokens, next, ':') &&
    !tokens[next]?.spaced &&
    tokens[next + 1]?.kind === 'digits' &&
    !tokens[next + 1]?.spaced
  )
    next += 2;
  return next;
}

/** "The doors open at 19.30": shares close at such figures too, so the verb must be one of a timetable. */
function isTimetabled(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:[01]?\d|2[0-3])\.[0-5]\d$/u.test(tokens[at]?.text ?? '') &&
    is(tokens, at - 1, 'at') &&
    TIMETABLE.has(tokens[at - 2]?.lower ?? '')
  );
}

const TIMETABLE = new Set(
  'open opens opened begin begins began start starts leave leaves left depart departs departed arrive arrives arrived land lands landed off sail sails sailed meet meets doors'.split(
    ' ',
  ),
);

/** A time has at most two decimals, so that "2.123 pm" is none. */
function isClockTail(tail: Token, digits: Token | undefined): boolean {
  return CLOCK_TAILS.has(tail.lower) && /^\d{1,2}(?:\.\d\d)?$|^\d{3,4}$/u.test(digits?.text ?? '');
}

/** "Nov. 5", "5 November 2016", "May 4-6, 2017": the token behind the day or the year. */
export function date(tokens: readonly Token[], amount: Amount): number {
  const digits = tokens[firstDigits(tokens, amount)]?.text ?? '';
  if (!/^\d{1,4}$/u.test(digits) || amount.value < 0) return 0;
  const day = Number(digits) <= 31;
  if (day && isMonth(tokens, amount.next)) return amount.next + 1;
  if (day && isDash(tokens, amount.next) && isMonth(tokens, amount.next + 2)) return amount.next + 3;
  if (
    day &&
    (is(tokens, amount.next, 'and') || is(tokens, amount.next, 'to')) &&
    isMonth(tokens, amount.next + 2)
  )
    return amount.next + 3;
  const monthBefore =
    isMonth(tokens, amount.first - 1) ||
    (is(tokens, amount.first - 1, '.') && isMonth(tokens, amount.first - 2));
  if (!monthBefore) return 0;
  return day ? dayEnd(tokens, amount.next) : isYear(digits) ? amount.next : 0;
}

/** A month is capitalised; "may" and "march" are often verbs. */
const isMonth = (tokens: readonly Token[], at: number): boolean =>
  isCapitalised(tokens[at]) && MONTHS.has(tokens[at]?.lower ?? '');

function dayEnd(tokens: readonly Token[], at: number): number {
  const joins = isDash(tokens, at) || is(tokens, at, 'and') || is(tokens, at, 'to') || is(tokens, at, '/');
  const range = joins && /^\d{1,2}$/u.test(tokens[at + 1]?.text ?? '') && !isCounted(tokens, at + 2);
  const next = range ? at + 2 : at;
  const year = is(tokens, next, ',') ? next + 1 : next;
  return /^(?:1[0-9]|20)\d\d$/u.test(tokens[year]?.text ?? '') ? year + 1 : next;
}

/**
 * Whether a bare figure is a calendar year: four digits from 1900 to 2099 (or from 1000 behind "in" and the
 * like) that no unit follows. `counted` says that a plural noun does: "killed 2000 civilians" counts, "the
 * 2016 elections" do not.
 */
export function isCalendarYear(tokens: readonly Token[], amount: Amount, counted: boolean): boolean {
  const digits = tokens[amount.first]?.text ?? '';
  const last = tokens[amount.next - 1]?.text ?? '';
  if (!/^[12]\d{3}$/u.test(digits)) return false;
  if (amount.next > amount.first + 1) return isYear(digits) && isYear(last);
  const before = tokens[amount.first - 1];
  const lead =
    before === undefined ||
    before.kind === 'mark' ||
    YEAR_LEADS.has(before.lower) ||
    before.lower.endsWith("'s");
  if (counted) return isYear(digits) && lead && before?.kind === 'word';
  return isYear(digits) || (lead && before !== undefined && before.text !== '(');
}

export const isCounted = (tokens: readonly Token[], at: number): boolean =>
  beginsUnit(tokens, at) || isPlural(tokens[at]);

/** Whether four digits look like a year of our era's news. */
export function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/u.test(digits);
}

export const firstDigits = (tokens: readonly Token[], amount: Amount): number =>
  tokens[amount.first]?.kind === 'digits' ? amount.first : amount.first + 1;
