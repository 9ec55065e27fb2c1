import { type Part, pluralDenominator, singularDenominator } from './denominators.ts';
import { meansMillions } from './metres.ts';
import { CAPITAL_SCALES, INDIAN_SCALES, ONES, SCALES, SHORT_SCALES, TENS } from './number-words.ts';
import { readNumeral } from './numerals.ts';
import { is, isDash, type Token } from './tokens.ts';

/** A whole or decimal number read from `at`; `next` is the token behind it. */
export interface Cardinal {
  readonly next: number;
  readonly value: number;
  readonly form: 'digits' | 'words';
}

/**
 * Reads "3,900", "2 million", "1.2bn", "two hundred and fifty thousand", "a hundred", "3 hundred and 21".
 * Groups follow each other only in falling order of size, so "two hundred three hundred" ends at the first.
 */
export function readCardinal(
  tokens: readonly Token[],
  at: number,
  { money, joined }: { readonly money: boolean; readonly joined: boolean },
): Cardinal | undefined {
  const form = tokens[at]?.kind === 'digits' ? 'digits' : 'words';
  let whole: Part | undefined;
  let ceiling = Number.POSITIVE_INFINITY;
  let start: number | undefined = at;
  while (start !== undefined) {
    const chunk = readChunk(tokens, start, joined, whole === undefined);
    if (chunk === undefined) break;
    const group = readScales(tokens, chunk, money);
    const scale = chunk.value === 0 ? 1 : group.value / chunk.value;
    if (scale >= ceiling || group.value >= ceiling) break;
    whole = { next: group.next, value: (whole?.value ?? 0) + group.value };
    ceiling = scale;
    start = scale > 1 ? continuation(tokens, group.next, joined) : undefined;
  }
  if (whole === undefined || !Number.isFinite(whole.value)) return undefined;
  return { next: whole.next, value: whole.value, form };
}

/** Where the next smaller group may begin: behind "and", behind a comma before a number word, or at once. */
function continuation(tokens: readonly Token[], at: number, joined: boolean): number | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.lower === 'and' || token.text === '&')
    return joined && !leadsPart(tokens, at + 1) ? at + 1 : undefined;
  if (token.text === ',' && isNumberWord(tokens, at + 1))
    return largeGroup(tokens, at + 1) ? at + 1 : undefined;
  if (token.kind === 'digits') return SMALLER.has(tokens[at + 1]?.lower ?? '') ? at : undefined;
  return at;
}

/** "six million and two thirds". */
function leadsPart(tokens: readonly Token[], at: number): boolean {
  const count = readBelowHundred(tokens, at);
  return count !== undefined && isNumerator(tokens, count);
}

const SMALLER = new Set(['hundred', 'thousand']);

const largeGroup = (tokens: readonly Token[], at: number): boolean =>
  SMALLER.has(tokens[at + 1]?.lower ?? '');

function isNumberWord(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  return ONES.has(lower) || TENS.has(lower);
}

/** A group below a thousand, or a numeral of any size. */
function readChunk(tokens: readonly Token[], at: number, joined: boolean, first: boolean): Part | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'digits') return readDigits(tokens, at, joined);
  if (token.kind !== 'word') return undefined;
  if (first && (token.lower === 'a' || token.lower === 'an')) return readArticle(tokens, at, joined);
  if (first && isBareScale(token.lower)) return { next: at, value: 1 };
  const small = readBelowHundred(tokens, at);
  return small && readHundreds(tokens, small, joined);
}

/** "hundred thousand dollars", "million-pound": a scale with no number before it is one of them. */
function isBareScale(lower: string): boolean {
  return lower === 'hundred' || SCALES.has(lower);
}

function readArticle(tokens: readonly Token[], at: number, joined: boolean): Part | undefined {
  const lower = tokens[at + 1]?.lower ?? '';
  if (lower === 'hundred') return readHundreds(tokens, { next: at + 1, value: 1 }, joined);
  return SCALES.has(lower) || lower === 'dozen' ? { next: at + 1, value: 1 } : undefined;
}

function readDigits(tokens: readonly Token[], at: number, joined: boolean): Part | undefined {
  const grouped = readSpacedGroups(tokens, at);
  if (grouped !== undefined) return grouped;
  const value = readNumeral(tokens[at]?.text ?? '');
  if (value === undefined) return undefined;
  return readHundreds(tokens, { next: at + 1, value }, joined);
}

/** "1 234 567.89": one to three digits, then groups of exactly three. */
function readSpacedGroups(tokens: readonly Token[], at: number): Part | undefined {
  let digits = tokens[at]?.text ?? '';
  if (!/^[1-9]\d{0,2}$/u.test(digits)) return undefined;
  let next = at + 1;
  while (next < at + 5 && isThreeDigits(tokens[next], tokens[next - 1])) {
    digits += tokens[next]?.text ?? '';
    next += 1;
  }
  const trailing = tokens[next];
  const goesOn = trailing?.kind === 'digits' && trailing.start - (tokens[next - 1]?.end ?? 0) === 1;
  return next === at + 1 || goesOn ? undefined : { next, value: Number(digits) };
}

function isThreeDigits(token: Token | undefined, before: Token | undefined): boolean {
  if (token?.kind !== 'digits' || before === undefined || token.start - before.end !== 1) return false;
  return /^\d{3}(?:\.\d+)?$/u.test(token.text) && /^\d+$/u.test(before.text);
}

function readBelowHundred(tokens: readonly Token[], at: number): Part | undefined {
  const lower = tokens[at]?.lower ?? '';
  const ones = ONES.get(lower);
  if (ones !== undefined) return { next: at + 1, value: ones };
  const tens = TENS.get(lower);
  if (tens === undefined) return undefined;
  const after = isDash(tokens, at + 1) ? at + 2 : at + 1;
  const unit = ONES.get(tokens[after]?.lower ?? '') ?? 0;
  return unit > 0 && unit < 10 ? { next: after + 1, value: tens + unit } : { next: at + 1, value: tens };
}

function readHundreds(tokens: readonly Token[], count: Part, joined: boolean): Part | undefined {
  const dashed = isDash(tokens, count.next) && is(tokens, count.next + 1, 'hundred');
  const at = dashed ? count.next + 1 : count.next;
  if (!is(tokens, at, 'hundred') && !is(tokens, at, 'hundreds')) return count;
  const hundreds = { next: at + 1, value: count.value * 100 };
  const rest = restOfHundred(tokens, at + 1, joined);
  return rest === undefined ? hundreds : { next: rest.next, value: hundreds.value + rest.value };
}

function restOfHundred(tokens: readonly Token[], at: number, joined: boolean): Part | undefined {
  const and = is(tokens, at, 'and') || is(tokens, at, '&');
  if (and && !joined) return undefined;
  const start = and ? at + 1 : at;
  const rest = readBelowHundred(tokens, start) ?? (and ? smallNumeral(tokens, start) : undefined);
  if (rest === undefined || rest.value === 0 || is(tokens, rest.next, 'hundred')) return undefined;
  if (and && isNumerator(tokens, rest)) return undefined;
  return rest;
}

/** "one hundred and three quarters" ends at the hundred, "one hundred and thirty-two fifths" does not. */
function isNumerator(tokens: readonly Token[], count: Part): boolean {
  const at = isDash(tokens, count.next) ? count.next + 1 : count.next;
  const size =
    pluralDenominator(tokens, at) ?? (count.value === 1 ? singularDenominator(tokens, at) : undefined);
  return size !== undefined && count.value < size.value;
}

function smallNumeral(tokens: readonly Token[], at: number): Part | undefined {
  const digits = tokens[at]?.text ?? '';
  return /^[1-9]\d?$/u.test(digits) ? { next: at + 1, value: Number(digits) } : undefined;
}

function readScales(tokens: readonly Token[], chunk: Part, money: boolean): Part {
  let { next, value } = chunk;
  for (let scale = scaleAt(tokens, next, money); scale !== undefined; scale = scaleAt(tokens, next, money)) {
    value *= scale.value;
    next = scale.next;
    if (!Number.isFinite(value)) return chunk;
  }
  return { next, value };
}

function scaleAt(tokens: readonly Token[], at: number, money: boolean): Part | undefined {
  const start = isDash(tokens, at) && SCALES.has(tokens[at + 1]?.lower ?? '') ? at + 1 : at;
  const token = tokens[start];
  if (token?.kind !== 'word') return undefined;
  if (token.lower === 'hundred' && tokens[at - 1]?.lower !== 'hundred')
    return { next: start + 1, value: 100 };
  const value = SCALES.get(token.lower) ?? shortScale(tokens, start, money);
  return value === undefined ? undefined : { next: start + 1, value };
}

function shortScale(tokens: readonly Token[], at: number, money: boolean): number | undefined {
  const token = tokens[at];
  if (token === undefined || tokens[at - 1]?.kind !== 'digits') return undefined;
  const short = SHORT_SCALES.get(token.lower);
  if (short !== undefined && !(token.text === 'mm') && !(token.text === 'K' && token.spaced)) return short;
  const indian = INDIAN_SCALES.get(token.lower);
  if (indian !== undefined && (isIndianMoney(tokens, at) || token.lower.length > 1)) return indian;
  if (money && (token.lower === 'm' || token.lower === 'b' || token.lower === 't')) {
    return CAPITAL_SCALES.get(token.text.toUpperCase());
  }
  if (token.spaced) return undefined;
  if (token.text === 'b') return 1e9;
  if (token.text === 'm')
    return isFollowedByPlural(tokens, at) || meansMillions(tokens, at) ? 1e6 : undefined;
  return token.text === 'G' && Number(tokens[at - 1]?.text) < 10 ? undefined : CAPITAL_SCALES.get(token.text);
}

/** "Rs 45 Cr", "₹5 L". */
function isIndianMoney(tokens: readonly Token[], at: number): boolean {
  return [2, 3].some((back) => /^(?:₹|rs\.?|inr)$/u.test(tokens[at - back]?.lower ?? ''));
}

/** "5m people" is five million of them; "5m tall" and "a 5m wall" are metres. */
function isFollowedByPlural(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next?.kind === 'word' &&
    next.spaced &&
    /(?:[^su]s|people|children|women|men|bpd|sq|square|cubic)$/u.test(next.lower) &&
    next.lower !== 'is'
  );
}
