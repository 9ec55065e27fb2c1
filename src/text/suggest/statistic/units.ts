import type { Amount } from './amount.ts';
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './currency-table.ts';
import { isOpenM } from './metres.ts';
import { isPlural, singular } from './plurals.ts';
import { is, isDash, type Token } from './tokens.ts';
import { PER_NOUNS, UNIT_LETTERS, UNIT_WORDS } from './unit-table.ts';

/** A unit read from the page; `next` is the token behind it. */
export interface Unit {
  readonly next: number;
  /** Normal form, singular. */
  readonly name: string;
  readonly money: boolean;
}

/**
 * The currency sign or code that ends just before `at`, and where it begins: "$", "US$", "c $", "EUR", "Rs.".
 */
export function currencyBefore(
  tokens: readonly Token[],
  at: number,
): { first: number; name: string } | undefined {
  const dotted = is(tokens, at - 1, '.') && is(tokens, at - 2, 'rs');
  const end = dotted ? at - 1 : at;
  const sign = tokens[end - 1];
  const joined = tokens[end - 2];
  if (sign === undefined) return undefined;
  if (sign.kind === 'mark' && joined?.kind === 'word' && mayJoin(joined, sign)) {
    const name = CURRENCY_SIGNS.get(joined.lower + sign.text);
    if (name !== undefined) return { first: end - 2, name };
  }
  const name = CURRENCY_SIGNS.get(sign.lower);
  return name === undefined || !isSign(sign, tokens[end]) ? undefined : { first: end - 1, name };
}

/** "A$5" and "c $ 5" name a dollar; "a $5 note" does not. */
function mayJoin(code: Token, sign: Token): boolean {
  if (code.text.length > 1 || code.lower === 'c') return true;
  return !sign.spaced && code.text !== code.lower;
}

/** Codes are written in capitals ("TRY 200"), but for "Rs" and a few that are no English words. */
function isSign(token: Token, next: Token | undefined): boolean {
  if (token.kind === 'mark') return true;
  // One letter is money only where it is joined to a sum: the tokens part "R12m", but not "R2".
  if (token.text.length === 1) return next?.spaced === false;
  return token.text === token.text.toUpperCase() || LOWER_CODES.has(token.lower);
}

const LOWER_CODES = new Set([
  'rs',
  'ksh',
  'kshs',
  'tsh',
  'ush',
  'sh',
  'shs',
  'rp',
  'rp.',
  'dh',
  'dhs',
  'tk',
  'usd',
  'eur',
  'gbp',
  'rmb',
  'dollar',
  'sen',
]);

/** The unit that stands behind a figure, across a hyphen if need be ("20-minute"). Longest spelling first. */
export function unitAfter(tokens: readonly Token[], amount: Amount): Unit | undefined {
  const dashed = isDash(tokens, amount.next) && tokens[amount.next + 1]?.kind === 'word';
  const at = dashed ? amount.next + 1 : amount.next;
  const unit = spelledUnit(tokens, at) ?? (dashed ? undefined : letterUnit(tokens, at));
  return unit ?? bracketed(tokens, at);
}

/** The unit spelt from `at`, in up to four words. */
export function spelledUnit(tokens: readonly Token[], at: number): Unit | undefined {
  let best: Unit | undefined;
  let phrase = '';
  for (let next = at; next < at + 4; next += 1) {
    const token = tokens[next];
    if (token === undefined || (next > at && !isUnitJoint(tokens, next))) break;
    phrase = phrase === '' ? token.lower : joinWords(phrase, token);
    const found = namedUnit(phrase);
    if (found !== undefined) best = { next: next + 1, ...found };
    if (isDash(tokens, next + 1) && UNIT_FIRSTS.has(phrase)) next += 1;
    else if (!UNIT_FIRSTS.has(phrase)) break;
  }
  return best;
}

function joinWords(phrase: string, token: Token): string {
  return token.text === '/' || phrase.endsWith('/') || (!token.spaced && phrase === '°')
    ? phrase + token.lower
    : `${phrase} ${token.lower}`;
}

const isUnitJoint = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token?.kind === 'word' || token?.text === '/' || token?.text === '.';
};

interface NamedUnit {
  readonly name: string;
  readonly money: boolean;
}

const namedUnit = (phrase: string): NamedUnit | undefined => SPELLINGS.get(phrase);

/** Every spelling of a unit or a currency, in the singular and in the plural. Measures win over money. */
const SPELLINGS: ReadonlyMap<string, NamedUnit> = spellings();

function spellings(): ReadonlyMap<string, NamedUnit> {
  const all = new Map<string, NamedUnit>([['%', { name: 'percent', money: false }]]);
  for (const [table, money] of [
    [CURRENCY_NAMES, true],
    [UNIT_WORDS, false],
  ] as const) {
    for (const [spelling, name] of table) {
      for (const form of [...plurals(spelling), spelling]) all.set(form, { name, money });
    }
  }
  return all;
}

/** "miles per hour" and "degrees celsius" carry the ending on the first word, "square feet" on the last. */
function plurals(spelling: string): string[] {
  const words = spelling.split(' ');
  const first = [plural(words[0] ?? ''), ...words.slice(1)].join(' ');
  const last = [...words.slice(0, -1), plural(words.at(-1) ?? '')].join(' ');
  return [first, last];
}

function plural(noun: string): string {
  if (noun === 'foot') return 'feet';
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:ch|sh|x|s)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Every beginning of a spelling that has more words to come. */
const UNIT_FIRSTS: ReadonlySet<string> = beginnings([...SPELLINGS.keys()]);

function beginnings(phrases: readonly string[]): ReadonlySet<string> {
  const firsts = new Set<string>();
  for (const phrase of phrases) {
    for (let at = 1; at < phrase.length; at += 1) {
      const next = phrase.charAt(at);
      if (next === ' ') firsts.add(phrase.slice(0, at));
      else if (next === '/') firsts.add(phrase.slice(0, at)).add(phrase.slice(0, at + 1));
    }
    if (phrase.startsWith('°') && phrase.length > 1) firsts.add('°');
  }
  return firsts;
}

function letterUnit(tokens: readonly Token[], at: number): Unit | undefined {
  const token = tokens[at];
  if (token === undefined || tokens[at - 1]?.kind !== 'digits') return undefined;
  const name = UNIT_LETTERS.get(token.text);
  if (name === undefined || !isLetterUnit(tokens, at)) return undefined;
  return { next: at + 1, name, money: name === 'penny' || name === 'cent' };
}

/**
 * A letter stands for a unit if it ends its word and is joined to the figure, or is spaced and unmistakable.
 */
function isLetterUnit(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined) return false;
  const closes =
    after === undefined ||
    after.spaced ||
    (after.kind === 'mark' && after.text !== "'" && after.text !== '’');
  if (token.text === '"')
    return token.spaced
      ? after?.kind === 'word' && LENGTH_WORDS.has(after.lower)
      : !closes || LENGTH_WORDS.has(after?.lower ?? '');
  if (!closes) return false;
  if (token.spaced) return SPACED_LETTERS.has(token.text);
  if (token.text === 'm') return !isOpenM(tokens, at);
  return !JOINED_NAMES.has(token.text) || isDash(tokens, at - 2) || isReading(tokens, at);
}

const SPACED_LETTERS = new Set(['m', 't', 'L', 'g', 'h', 'pc']);

const LENGTH_WORDS = new Set(['long', 'wide', 'tall', 'thick', 'high', 'deep', 'across']);
/** "13F", "777F", "4K" and "12V" name things as often as they measure. */
const JOINED_NAMES = new Set(['F', 'C', 'K', 'V', 'W', 'L']);
/** "20C" and "60W", as no class or seat is so high; "(9F)" and "a high of 9C" by the words before them. */
function isReading(tokens: readonly Token[], at: number): boolean {
  const digits = tokens[at - 1]?.text ?? '';
  if (/^\d\d(?:\.\d)?$/u.test(digits) && Number(digits) > 13) return true;
  const degrees = tokens[at]?.text === 'C' || tokens[at]?.text === 'F';
  return degrees && /^\d{1,3}(?:\.\d)?$/u.test(digits) && TEMPERATURE_LEADS.has(tokens[at - 2]?.lower ?? '');
}

const TEMPERATURE_LEADS = new Set([
  '(',
  ...'minus negative of to at below above around about near reached reaching hit'.split(' '),
]);

/** "20 (kg)", "20 [kg]". */
function bracketed(tokens: readonly Token[], at: number): Unit | undefined {
  const open = tokens[at]?.text ?? '';
  if (!BRACKETS.has(open)) return undefined;
  const unit = spelledUnit(tokens, at + 1);
  return unit !== undefined && tokens[unit.next]?.text === BRACKETS.get(open)
    ? { ...unit, next: unit.next + 1 }
    : undefined;
}

const BRACKETS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** "per day", "a share", "an hour", "/hour" from `at`: the name of what the figure is per. */
export function perAfter(tokens: readonly Token[], at: number): { next: number; name: string } | undefined {
  const start = isDash(tokens, at) && isDash(tokens, at + 2) ? at + 1 : at;
  const lead = tokens[start];
  if (lead === undefined || !PER_LEADS.has(lead.lower)) return undefined;
  const noun = start === at ? at + 1 : at + 3;
  return perNoun(tokens, lead, noun) ?? (lead.lower === 'per' ? perCount(tokens, noun) : undefined);
}

function perNoun(
  tokens: readonly Token[],
  lead: Token,
  at: number,
): { next: number; name: string } | undefined {
  const noun = tokens[at];
  if (noun?.kind !== 'word' || (lead.text === '/' && noun.spaced)) return undefined;
  const name = singular(noun.lower);
  if (!PER_NOUNS.has(name)) return undefined;
  const unit = spelledUnit(tokens, at);
  return unit !== undefined && !unit.money ? { next: unit.next, name: unit.name } : { next: at + 1, name };
}

/** "per 100,000 people": the number and what it counts belong to the unit. */
function perCount(tokens: readonly Token[], at: number): { next: number; name: string } | undefined {
  const count = tokens[at];
  if (count?.kind !== 'digits' || !/^10{1,2}$|^10{0,2}(?:,000)+$/u.test(count.text)) return undefined;
  const counted = isPlural(tokens[at + 1]) ? tokens[at + 1] : undefined;
  const next = counted === undefined ? at + 1 : at + 2;
  return { next, name: counted === undefined ? count.text : `${count.text} ${counted.lower}` };
}

const PER_LEADS = new Set(['per', 'a', 'an', 'each', 'every', '/']);

/** Whether the words from `at` begin a unit or a currency, so that a number before them is no name. */
export function beginsUnit(tokens: readonly Token[], at: number): boolean {
  return is(tokens, at, '%') || spelledUnit(tokens, at) !== undefined;
}
