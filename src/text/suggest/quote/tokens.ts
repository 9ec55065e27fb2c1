import { keepingWords } from '../../kept-words.ts';
import { lowerCase } from '../../lower-case.ts';
import type { Span } from '../../span.ts';
import { isDigit } from '../statistic/tokens.ts';
import { classOf } from './lexicon.ts';

/** `quote` is a whole quoted stretch, marks and all: readers of a sentence step over it as over one word. */
type TokenKind =
  | 'word'
  | 'number'
  | 'quote'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'dash'
  | 'open'
  | 'close'
  | 'stop'
  | 'other';

/** A word, a mark or a quoted stretch of the text. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Lower-cased, without a possessive ending; marks as they stand. */
  readonly word: string;
  /** Starts with a capital. */
  readonly capital: boolean;
  /** Ends in ’s or s’. */
  readonly possessive: boolean;
  /** Bits of `lexicon.ts`. */
  readonly bits: number;
}

const MARKS: Readonly<Record<string, TokenKind>> = {
  ',': 'comma',
  ':': 'colon',
  ';': 'semicolon',
  '—': 'dash',
  '–': 'dash',
  '―': 'dash',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
};

/**
 * The tokens of `text` from `start` to `end`. `quotes` are the quoted stretches in it, in order; each becomes
 * one token. A full stop inside a sentence belongs to its word ("Gen.", "U.S."); `ends` tells whether a
 * sentence ends at an offset.
 */
export function readTokens(
  text: string,
  { start, end }: Span,
  quotes: readonly Span[],
  ends: (offset: number) => boolean,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let next = 0;
  while (at < end) {
    const quote = quotes[next];
    if (quote && quote.start <= at) {
      if (quote.end > at) tokens.push(quoteToken(text, quote));
      at = Math.max(at, quote.end);
      next++;
      continue;
    }
    const limit = quote ? quote.start : end;
    if (isSpace(text.charCodeAt(at))) at++;
    else at = pushToken(tokens, text, at, limit, ends);
  }
  return tokens;
}

function pushToken(
  tokens: Token[],
  text: string,
  at: number,
  limit: number,
  ends: (offset: number) => boolean,
): number {
  if (!isWordCode(text.charCodeAt(at))) return pushMark(tokens, text, at, limit);
  const end = wordEnd(text, at, limit, ends);
  tokens.push(wordToken(text, at, end));
  return end;
}

function pushMark(tokens: Token[], text: string, at: number, limit: number): number {
  const char = text.charAt(at);
  if (char === '-') {
    let end = at + 1;
    while (end < limit && text.charAt(end) === '-') end++;
    tokens.push(markToken('dash', '-', at, end));
    return end;
  }
  tokens.push(markToken(MARKS[char] ?? 'other', char, at, at + 1));
  return at + 1;
}

/**
 * `word` tells whether the quote ends in punctuation of its own, `capital` whether it starts like a sentence.
 */
function quoteToken(text: string, { start, end }: Span): Token {
  const head = text
    .slice(start, start + 6)
    .replace(/^[^\p{L}\p{N}[]+/u, '')
    .replace(/^\[/, '');
  const tail = text.slice(Math.max(start, end - 5), end).replace(/[\s'’"”»“]+$/u, '');
  const capital = head !== '' && head.charAt(0) !== head.charAt(0).toLowerCase();
  return { ...markToken('quote', /[.,!?…—-]$/.test(tail) ? WHOLE : PIECE, start, end), capital };
}

/** `word` of a quoted stretch that ends in punctuation of its own. */
export const WHOLE = '“.”';
const PIECE = '“”';

function markToken(kind: TokenKind, word: string, start: number, end: number): Token {
  return { kind, word, start, end, capital: false, possessive: false, bits: 0 };
}

/** Words hold inner apostrophes, hyphens, and stops that end no sentence. */
function wordEnd(text: string, start: number, limit: number, ends: (offset: number) => boolean): number {
  let at = start + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) at++;
    else if (isGroupComma(text, at, limit)) at += 2;
    else if (isJoiner(code) && at + 1 < limit && isWordCode(text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  if (at < limit && isApostrophe(text.charCodeAt(at)) && text.charAt(at - 1) === 's') return at + 1;
  if (at < limit && text.charAt(at) === '.' && !ends(at + 1) && isAbbreviated(text, start, at)) at++;
  return at;
}

/** The comma of "20,000". */
function isGroupComma(text: string, at: number, limit: number): boolean {
  return (
    text.charCodeAt(at) === 44 &&
    at + 1 < limit &&
    isDigit(text.charCodeAt(at - 1)) &&
    isDigit(text.charCodeAt(at + 1))
  );
}

/** A stop inside a sentence stays with its word only if the word is short, as abbreviations are. */
function isAbbreviated(text: string, start: number, stop: number): boolean {
  return stop - start <= 6 && !/[.¹²³⁰⁴-⁹]|\[/u.test(text.charAt(stop + 1));
}

/** How many code units of a word are its ’s (2) or the ’ after its s (1); 0 for none. */
function possessiveEnding(word: string): number {
  const last = word.charCodeAt(word.length - 1);
  if (isApostrophe(last)) return 1;
  return last === 115 && isApostrophe(word.charCodeAt(word.length - 2)) ? 2 : 0;
}

function wordToken(text: string, start: number, end: number): Token {
  const { kind, word, capital, possessive, bits } = wordOf(text.slice(start, end));
  return { kind, word, start, end, capital, possessive, bits };
}

const wordOf = keepingWords((raw: string): Omit<Token, keyof Span> => {
  const first = raw.charCodeAt(0);
  const whole = raw.length > 40 ? raw : lowerCase(raw);
  const ending = possessiveEnding(whole);
  const possessive = ending > 0;
  const word = possessive ? whole.slice(0, -ending) : whole;
  const kind = first >= 48 && first <= 57 ? 'number' : 'word';
  return {
    kind,
    word,
    capital: isCapital(raw, first),
    possessive,
    bits: kind === 'word' ? classOf(word) : 0,
  };
});

/** "Reed", "Ángel" and "al-Sayed". */
function isCapital(word: string, first: number): boolean {
  if (first > 127) return word.charAt(0) !== word.charAt(0).toLowerCase();
  if (first >= 65 && first <= 90) return true;
  return first === 97 && /^a[lnrst]-\p{Lu}/u.test(word);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function isJoiner(code: number): boolean {
  return isApostrophe(code) || code === 45 || code === 46 || code === 38 || code === 0x2010;
}

/** White space, no-break and zero-width spaces included. */
export function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Letters, digits and signs that belong to words (@name, #tag, $5, 5%); all but punctuation above ASCII. */
export function isWordCode(code: number): boolean {
  if (code < 128) {
    return (
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      (code >= 35 && code <= 37) ||
      code === 64 ||
      code === 95 ||
      code === 38
    );
  }
  if (code < 0xc0) return code === 0xa3 || code === 0xaa || code === 0xba || code === 0xb5;
  return !(code >= 0x2000 && code <= 0x2079) && !(code >= 0x3000 && code <= 0x3020) && code !== 0xfeff;
}
