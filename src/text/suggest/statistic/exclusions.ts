import { wordSet } from '../../word-set.ts';
import type { Amount } from './amount.ts';
import { clock, date, firstDigits, isCounted, isYear } from './dates.ts';
import { NUMBERED, STREETS } from './exclusion-words.ts';
import { isPlural } from './plurals.ts';
import { is, isCapitalised, isDash, type Token } from './tokens.ts';
import { beginsUnit, unitAfter } from './units.ts';

/**
 * Where to read on if the number is no figure but part of a date, a clock time, an address, a telephone
 * number or a name; 0 if nothing speaks against it.
 */
export function notFigure(tokens: readonly Token[], amount: Amount): number {
  if (amount.form === 'words') return wordName(tokens, amount);
  if (amount.form !== 'digits' && amount.form !== 'part') return 0;
  return (
    glued(tokens, amount.first) ||
    chained(tokens, amount) ||
    clock(tokens, amount) ||
    enumerator(tokens, amount) ||
    ordinal(tokens, amount) ||
    date(tokens, amount) ||
    address(tokens, amount) ||
    numbered(tokens, amount)
  );
}

/** "IE6", "F-16", "#2", "M25", "@user1", "v1.2", "4chan", "777F": part of a name. */
function glued(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || token.spaced || token.kind !== 'digits') return 0;
  if (before.kind === 'word' && !CODE.test(before.text)) return at + 1;
  if (NAME_MARKS.has(before.text)) return at + 1;
  const first = tokens[at - 2];
  const joined =
    isDash(tokens, at - 1) &&
    !before.spaced &&
    first?.kind === 'word' &&
    !(first.spaced === false && tokens[at - 3]?.kind === 'digits');
  return joined && !JOINABLE.has(first.lower) ? afterDashes(tokens, at) : 0;
}

const CODE = /^(?:[A-Z]{3,4}|RM|R|N|[KTU]?[Ss]hs?|Rp|Rs\.?|Dhs?|Tk|nzd|usd)$/u;

const NAME_MARKS = new Set(['#', '@', '_', '/', '\\', '&', '*']);

/** Words that may be joined to a real figure: "under-30s" is none, "sub-4" is rare, "one-to-10" is. */
const JOINABLE = new Set(['to', 'and', 'or', 'percent']);

function afterDashes(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (isDash(tokens, next) && !tokens[next]?.spaced && tokens[next + 1]?.kind === 'digits') next += 2;
  return next;
}

/** "1)", "(2)" and "3. Stir" number the items of a list; "at 7" tells the time. */
function enumerator(tokens: readonly Token[], amount: Amount): number {
  const digits = tokens[amount.first]?.text ?? '';
  if (!/^\d\d?$/u.test(digits) || amount.next > amount.first + 1) return 0;
  if (amount.first === 0 && is(tokens, 1, '.') && isCapitalised(tokens[2])) return amount.next + 1;
  const closes = is(tokens, amount.next, ')');
  if (closes && (is(tokens, amount.first - 1, '(') ? amount.value < 10 : !hasOpening(tokens, amount.first)))
    return amount.next + 1;
  const after = tokens[amount.next];
  const hour = is(tokens, amount.first - 1, 'at') && amount.value > 0 && amount.value < 13;
  return hour &&
    (after === undefined ||
      (after.kind === 'mark' && after.text !== '%' && !isDash(tokens, amount.next)) ||
      DAYS.has(after.lower))
    ? amount.next
    : 0;
}

const DAYS = new Set(
  'on today tonight tomorrow sharp monday tuesday wednesday thursday friday saturday sunday'.split(' '),
);

/** Whether a bracket that opens shortly before is still open, so that the one behind the number closes it. */
function hasOpening(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 30); before -= 1) {
    if (is(tokens, before, '(')) return true;
    if (is(tokens, before, ')')) return false;
  }
  return false;
}

/** Numerals joined more than once, or as a telephone number or a date: "555-0199", "9/11". */
function chained(tokens: readonly Token[], amount: Amount): number {
  const at = firstDigits(tokens, amount);
  if (isAreaCode(tokens, at)) return at + 2;
  const spaced = spacedDigits(tokens, at);
  if (spaced > at + 3) return spaced;
  let next = at + 1;
  let links = 0;
  while (isLink(tokens, next)) {
    next += 2;
    links += 1;
  }
  if (links === 0) return 0;
  const mark = tokens[at + 1]?.text ?? '';
  if (links > 1) return next;
  if (mark === '/') return amount.form === 'part' || amount.next > at + 2 ? 0 : next;
  if (isDash(tokens, at + 1)) return isPhoneOrYears(tokens, at) ? next : 0;
  return 0;
}

/** "(713) 853-3242". */
function isAreaCode(tokens: readonly Token[], at: number): boolean {
  const brackets = is(tokens, at - 1, '(') && is(tokens, at + 1, ')');
  return (
    brackets &&
    /^\d{3}$/u.test(tokens[at]?.text ?? '') &&
    /^\d{3}$/u.test(tokens[at + 2]?.text ?? '') &&
    isDash(tokens, at + 3)
  );
}

function isLink(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const digits = tokens[at + 1];
  if (mark === undefined || mark.spaced || digits?.kind !== 'digits' || digits.spaced) return false;
  return mark.text === '/' || isDash(tokens, at);
}

/** "+44 20 7946 0958": four or more groups of digits, one space between. */
function spacedDigits(tokens: readonly Token[], at: number): number {
  if (!/^0\d/u.test(tokens[at]?.text ?? '') && !is(tokens, at - 1, '+')) return 0;
  let next = at + 1;
  while (tokens[next]?.kind === 'digits' && /^\d{2,5}$/u.test(tokens[next]?.text ?? '')) next += 1;
  return next > at + 1 ? Math.max(next, at + 4) : 0;
}

/** "555-0199", "2013-14", "2004-2009". */
function isPhoneOrYears(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.text ?? '';
  const second = tokens[at + 2]?.text ?? '';
  if (/^\d{1,3}$/u.test(first) && /^\d{4}$/u.test(second))
    return !second.endsWith('00') && !isCounted(tokens, at + 3);
  if (/^0\d/u.test(second)) return true;
  if (!isYear(first)) return false;
  return /^\d\d$/u.test(second) || isYear(second);
}

/** "16th", "1960s", "the '60s", "30s", "4chan". */
function ordinal(tokens: readonly Token[], amount: Amount): number {
  const next = tokens[amount.next];
  if (next === undefined || next.spaced || tokens[amount.next - 1]?.kind !== 'digits') return 0;
  const apostrophe = (next.text === "'" || next.text === '’') && is(tokens, amount.next + 1, 's');
  if (apostrophe) return amount.next + 2;
  if (next.kind !== 'word') return 0;
  if (/^(?:st|nd|rd|th|s|'s|ers?)$/u.test(next.lower) && !isStone(tokens, amount)) return amount.next + 1;
  return unitAfter(tokens, amount) === undefined ? amount.next + 1 : 0;
}

/** "15st" weighs; "21st" ranks. */
function isStone(tokens: readonly Token[], amount: Amount): boolean {
  return is(tokens, amount.next, 'st') && (amount.value % 10 !== 1 || amount.value === 11);
}

/** "123 Random Street", "1600 Pennsylvania Avenue", "PA 23456". */
function address(tokens: readonly Token[], amount: Amount): number {
  for (let at = amount.next; at < amount.next + 4 && isCapitalised(tokens[at]); at += 1) {
    if (at > amount.next && STREETS.has(tokens[at]?.lower ?? '')) return at + 1;
  }
  const state = tokens[amount.first - 1];
  const zip = /^\d{5}$/u.test(tokens[amount.first]?.text ?? '') && /^[A-Z]{2}$/u.test(state?.text ?? '');
  return zip && is(tokens, amount.first - 2, ',') ? amount.next : 0;
}

/** "page 12", "No. 10", "Section 5", "Flight 370", "Studio 54", "Apollo 11". */
function numbered(tokens: readonly Token[], amount: Amount): number {
  const digits = tokens[amount.first];
  if (digits === undefined || !/^\d{1,4}(?:\.\d{1,2})?$/u.test(digits.text) || amount.next > amount.first + 1)
    return 0;
  const dotted = is(tokens, amount.first - 1, '.') && tokens[amount.first - 1]?.spaced === false;
  const name = tokens[dotted ? amount.first - 2 : amount.first - 1];
  if (name?.kind !== 'word' || !digits.spaced || isMeasured(tokens, amount)) return 0;
  if (
    (NUMBERED.has(name.lower) || name.text === 'Years') &&
    (isCapitalised(name) || ALWAYS_NUMBERED.has(name.lower) || !isPlural(tokens[amount.next]))
  ) {
    return afterList(tokens, amount.next);
  }
  return isName(tokens, amount, name) ? amount.next : 0;
}

/** "the Bank’s 2pc target". */
function isMeasured(tokens: readonly Token[], amount: Amount): boolean {
  const joined = tokens[amount.next]?.spaced === false && unitAfter(tokens, amount) !== undefined;
  return joined || beginsUnit(tokens, amount.next);
}

const ALWAYS_NUMBERED = wordSet(`
  no nos nr page pages pp section chapter article ftse s&p iphone ipad covid
`);

/** "pages 12-15", "Sections 3 and 4". */
function afterList(tokens: readonly Token[], at: number): number {
  let next = at;
  while (
    (isDash(tokens, next) || is(tokens, next, ',') || is(tokens, next, 'and') || is(tokens, next, 'to')) &&
    /^\d{1,4}$/u.test(tokens[next + 1]?.text ?? '') &&
    !isCounted(tokens, next + 2)
  )
    next += 2;
  return next;
}

/** A capitalised word inside the sentence, just before a plain number with nothing to count behind it. */
function isName(tokens: readonly Token[], amount: Amount, name: Token): boolean {
  if (!isCapitalised(name) || amount.first < 2 || !/^\d{1,4}$/u.test(tokens[amount.first]?.text ?? ''))
    return false;
  const opens = tokens[amount.first - 2]?.kind === 'mark' && !is(tokens, amount.first - 2, '-');
  const after = tokens[amount.next];
  const tally = is(tokens, amount.next, 'to') && tokens[amount.next + 1]?.kind === 'digits';
  const counts = tally || isDash(tokens, amount.next) || isPlural(after) || isPlural(tokens[amount.next + 1]);
  return !(opens && !/^[A-Z]/u.test(tokens[amount.first - 3]?.text ?? '')) && !counts;
}

/** "Chapter Eleven", "day five", "Formula One", "number one", "Air Force One", "Three Mile Island". */
function wordName(tokens: readonly Token[], amount: Amount): number {
  const before = tokens[amount.first - 1];
  const word = tokens[amount.first];
  if (word?.kind !== 'word') return 0;
  if (isDash(tokens, amount.first - 1) && !before?.spaced && !word.spaced) return amount.next;
  if (isDash(tokens, amount.next) && is(tokens, amount.next + 1, 'to') && isDash(tokens, amount.next + 2))
    return amount.next;
  const single = amount.next === amount.first + 1;
  if (
    single &&
    before !== undefined &&
    NUMBERED.has(before.lower) &&
    !isPlural(tokens[amount.next]) &&
    !beginsUnit(tokens, amount.next)
  ) {
    return amount.next;
  }
  const inside = amount.first > 0 && before?.kind === 'word' && isCapitalised(word);
  if (!inside || isHeadline(tokens)) return 0;
  return isCapitalised(before) || isCapitalised(tokens[amount.next]) ? amount.next : 0;
}

/** A title-case headline capitalises its number words too. */
function isHeadline(tokens: readonly Token[]): boolean {
  if (tokens.length > 40) return false;
  const words = tokens.filter((token) => token.kind === 'word');
  return words.filter(isCapitalised).length > 0.6 * words.length;
}
