import { lowerCase } from '../../lower-case.ts';
import { asWestern, type NumberStyle } from '../../number-style.ts';
import type { Span } from '../../span.ts';
import { wordSet } from '../../word-set.ts';

/** A word (letters, with inner apostrophes and the dots of "U.S."), a numeral, or one mark. */
export interface Token extends Span {
  readonly kind: 'word' | 'digits' | 'mark';
  /** As it stands; a numeral as English writes it. One whose value cannot be told is a mark. */
  readonly text: string;
  /** Lower case; curly apostrophes straight. */
  readonly lower: string;
  /** Whether white space (or the edge of the sentence) stands before it. */
  readonly spaced: boolean;
}

/**
 * The tokens of one sentence in order, without white space; digits are those of 0 to 9. Linear in the length of the
 * sentence.
 */
export function tokenize(text: string, sentence: Span, style: NumberStyle = 'point'): Token[] {
  const tokens: Token[] = [];
  let at = sentence.start;
  let spaced = true;
  while (at < sentence.end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      at += 1;
      continue;
    }
    const kind = kindAt(text, at, sentence.end, tokens.at(-1), spaced);
    const end = Math.min(endOf(kind, text, at, sentence.end), sentence.end);
    tokens.push(tokenOf(text, { start: at, end }, kind, spaced, style));
    spaced = false;
    at = end;
  }
  return tokens;
}

function tokenOf(
  text: string,
  { start, end }: Span,
  kind: Token['kind'],
  spaced: boolean,
  style: NumberStyle,
): Token {
  const words = text.slice(start, end);
  if (kind !== 'digits' || end === start + 1)
    return { start, end, kind, text: words, lower: lowered(kind, words), spaced };
  const numeral = asWestern(words, style);
  return numeral === undefined
    ? { start, end, kind: 'mark', text: words, lower: words, spaced }
    : { start, end, kind, text: numeral, lower: numeral, spaced };
}

/** Whether the token at `at` is the mark or the lower-case word `lower`. */
export function is(tokens: readonly Token[], at: number, lower: string): boolean {
  return tokens[at]?.lower === lower;
}

/** Whether a hyphen or a dash of any kind stands at `at`. */
export function isDash(tokens: readonly Token[], at: number): boolean {
  return isDashText(tokens[at]?.text);
}

/** Whether `text` is one hyphen, dash or minus sign. */
export function isDashText(text: string | undefined): boolean {
  return text === '-' || text === '–' || text === '—' || text === '‑' || text === '‐' || text === '−';
}

/** Whether the token begins with a capital letter. */
export function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.charAt(0) !== token.lower.charAt(0);
}

function kindAt(
  text: string,
  at: number,
  end: number,
  before: Token | undefined,
  spaced: boolean,
): Token['kind'] {
  const code = text.charCodeAt(at);
  if (isDigit(code) || isVulgarFraction(code)) return 'digits';
  if (isLetter(code)) return 'word';
  const opensDecimal = spaced || before?.kind === 'mark';
  return code === DOT && opensDecimal && at + 1 < end && isDigit(text.charCodeAt(at + 1)) ? 'digits' : 'mark';
}

function endOf(kind: Token['kind'], text: string, at: number, limit: number): number {
  if (kind === 'digits') return numeralEnd(text, at, limit);
  return kind === 'word' ? wordEnd(text, at, limit) : at + 1;
}

function lowered(kind: Token['kind'], words: string): string {
  if (kind !== 'word') return words;
  const lower = lowerCase(words);
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

const DOT = 46;
const COMMA = 44;
const MIDDLE_DOT = 0xb7;

function isSpace(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0xa0) return false;
  return code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || isRareSpace(code);
}

function isRareSpace(code: number): boolean {
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x3000 || code === 0xfeff;
}

/** Whether a code unit is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** ¼ ½ ¾ and the fractions of the Number Forms block. */
function isVulgarFraction(code: number): boolean {
  return (code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e);
}

/** Letters of any script, with ² and ³ so that "km²" is one word. Surrogates (emoji) are marks. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xb2 || code === 0xb3 || code === 0xb5;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code < 0x2000) return code !== 0x0e3f && code !== 0x0bf9;
  if (code < 0x3040) return code >= 0x2c00 && code < 0x2e00;
  return code < 0xd800 || (code >= 0xf900 && code < 0xfe00);
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit && continuesWord(text, at, limit)) at += 1;
  return at === start + 1 ? dottedEnd(text, at, limit) : at;
}

function continuesWord(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return true;
  if (isDigit(code)) return !endsCurrencyCode(text, at) && isJoining(text.charCodeAt(at - 1));
  const apostrophe = code === 39 || code === 0x2019;
  return apostrophe && at + 1 < limit && isLetter(text.charCodeAt(at + 1));
}

/** Scripts from Hebrew on write numerals against their words: "增长了12.4%". */
const isJoining = (before: number): boolean => before < 0x590 || (before >= 0x1e00 && before < 0x2000);

/** "USD115" is a code and a numeral; "J1149" and "km2" are words. */
function endsCurrencyCode(text: string, at: number): boolean {
  return [1, 2, 3, 4].some((length) => {
    const joined = at > length && isLetter(text.charCodeAt(at - length - 1));
    const code = text.slice(Math.max(0, at - length), at);
    return !joined && (GLUED_CODES.has(code) || (GLUED_LETTERS.has(code) && isSum(text, at)));
  });
}

const GLUED_CODES = wordSet(`
  USD EUR GBP AUD CAD NZD CHF JPY CNY RMB INR ZAR AED PKR NGN KES UGX TZS GHS Rs Dh RM Tk Rp KSh Ksh Kshs TSh Tsh USh
  Ush Sh Shs
`);

/** Signs of the rand and the naira, and as often part of a name: "R12m", but "R2-D2". */
const GLUED_LETTERS = wordSet('R N');

/** Whether the numeral at `at` is written as sums are: with a scale, with groups, or with two decimals. */
function isSum(text: string, at: number): boolean {
  const ahead = text.slice(at, at + 32);
  return /^\d[\d,.]*(?:\s?(?:[mb]n?|k|tn|trn)\b|[ -]?(?:hundred|thousand|million|billion|trillion)\b)|^\d{1,3}(?:[ ,\u00a0]\d{3})+(?!\d)|^\d+[.,]\d\d(?!\d)/u.test(
    ahead,
  );
}

/** "U.S." and "p.m." are one word each. */
function dottedEnd(text: string, afterFirst: number, limit: number): number {
  let at = afterFirst;
  while (at + 1 < limit && text.charCodeAt(at) === DOT && isLetter(text.charCodeAt(at + 1))) {
    if (at + 2 < limit && isLetter(text.charCodeAt(at + 2))) break;
    at += 2;
  }
  return at > afterFirst && at < limit && text.charCodeAt(at) === DOT ? at + 1 : at;
}

function numeralEnd(text: string, start: number, limit: number): number {
  if (isVulgarFraction(text.charCodeAt(start))) return start + 1;
  const near = Math.min(limit, start + MAX_NUMERAL_LENGTH);
  const at = digitsEnd(text, start, near);
  const end = commaListEnd(text, start, at);
  if (end < at) return end;
  return at < near ? exponentEnd(text, at, limit) : digitsEnd(text, at, limit);
}

/** What is longer is no number; a list of numerals is not read to its end for each of them. */
const MAX_NUMERAL_LENGTH = 64;

/** The end of the digits, with the commas and points, low or raised ("3·4"), between them. */
function digitsEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const separates =
      at + 1 < limit &&
      isDigit(text.charCodeAt(at + 1)) &&
      (code === COMMA || code === DOT || code === MIDDLE_DOT || isGroupApostrophe(text, start, at));
    if (!isDigit(code) && !separates) break;
    at += 1;
  }
  return at;
}

/** "1'500", "1’234’567" as Switzerland writes them; "5'10" is a height. */
function isGroupApostrophe(text: string, start: number, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code !== 39 && code !== 0x2019) || at - start < 1) return false;
  return (
    /^['’]\d{3}(?!\d)/u.test(text.slice(at, at + 5)) && /(?:^|['’])\d{1,3}$/u.test(text.slice(start, at))
  );
}

/** "22,24,26" is three numerals: a comma that does not group three digits (or two, in India) parts them. */
function commaListEnd(text: string, start: number, end: number): number {
  const numeral = text.slice(start, end);
  const first = numeral.indexOf(',');
  if (first < 0 || numeral.indexOf(',', first + 1) < 0) return end;
  return groupsEvenly(numeral, first) ? end : start + first;
}

function groupsEvenly(numeral: string, firstComma: number): boolean {
  let size = 0;
  for (let at = firstComma + 1; at < numeral.length && numeral.charCodeAt(at) !== DOT; at += 1) {
    if (numeral.charCodeAt(at) !== COMMA) size += 1;
    else if (size === 2 || size === 3) size = 0;
    else return false;
  }
  return size === 3;
}

function exponentEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (at >= limit || (code !== 101 && code !== 69)) return at;
  const sign = text.charCodeAt(at + 1);
  let end = sign === 43 || sign === 45 ? at + 2 : at + 1;
  if (end >= limit || !isDigit(text.charCodeAt(end))) return at;
  while (end < limit && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}
