import { lowerCase } from '../../lower-case.ts';
import { asWestern, type NumberStyle } from '../../number-style.ts';
import type { Span } from '../../span.ts';
import type { Reason, StatisticKind, StatisticSuggestion } from '../suggestion.ts';
import { CURRENCY_SIGNS } from './currency-table.ts';
import { readNumeral } from './numerals.ts';
import { isMoney, PLAIN_UNITS } from './plain-units.ts';
import { type Scale, scalesOf } from './scale-words.ts';

/** A sign, then digits with marks or thin spaces between groups; a dash and a second numeral make a range. */
const NUMERAL =
  /(?<![\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{Nd}_#@/:.,’'-])(?:(?<!\S)[-−–])?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,·'’٬٫]\d+)*)(?![\d:/]|[.,-]\d)/gu;
const CODE_BEFORE = /(?:(?<![\p{L}])[\p{L}]{1,4}\.?|\p{L}{0,3}\p{Sc})\s?$/u;
const SPACES = /^[\s\u00a0\u2009\u202f]{0,2}/u;
/** The longest unit, and the longest scale. */
const LOOK = 24;
const MAX_PER_SENTENCE = 1000;

interface Part {
  readonly end: number;
  readonly value: number;
}

/**
 * The figures of a sentence in a language whose grammar is not known: those that show as amounts by themselves, with
 * a unit, a scale ("2,3 Mio.") or parted groups ("45.000"). A bare "3", "14" or "2023" may be a day, an hour, a
 * number of something, and is left out, as is a figure before a word that may multiply it. `text` has digits of 0 to 9.
 */
export function plainFigures(
  text: string,
  sentence: Span,
  code: string | undefined,
  style: NumberStyle,
): StatisticSuggestion[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!/\d/u.test(words)) return [];
  const found: StatisticSuggestion[] = [];
  let floor = 0;
  for (const match of words.matchAll(NUMERAL)) {
    if (found.length >= MAX_PER_SENTENCE) break;
    if (match.index < floor) continue;
    const figure = readFigure(words, match.index, match[0], scalesOf(code), style);
    if (!figure) continue;
    floor = figure.end;
    found.push(suggestionOf(figure, sentence.start));
  }
  return found;
}

interface PlainFigure extends Span {
  readonly value: number;
  readonly unit?: string;
}

function readFigure(
  words: string,
  at: number,
  written: string,
  scales: readonly Scale[] | undefined,
  style: NumberStyle,
): PlainFigure | undefined {
  const first = numeralOf(written, style);
  if (first === undefined) return undefined;
  const amount = withScales(words, { end: at + written.length, value: first }, scales ?? [], style);
  const before = currencyEndingAt(words, at);
  const after = unitAt(words, amount.end);
  const scaled = amount.end > at + written.length;
  const unit = after?.name ?? before?.name;
  if (!(unit ?? (scaled || isGrouped(written, first)))) return undefined;
  const next = after?.end ?? amount.end;
  if (isJoined(words, next) || (scales === undefined && unit !== 'percent')) return undefined;
  return {
    start: after ? at : (before?.start ?? at),
    end: next,
    value: amount.value,
    ...(unit !== undefined && { unit }),
  };
}

/** "5-10 %" and "1.500 bis" something: the second half alone would mislead, and so would the first. */
function isJoined(words: string, end: number): boolean {
  return /^\s?[-–—‑]\s?\d/u.test(words.slice(end, end + 4));
}

function numeralOf(written: string, style: NumberStyle): number | undefined {
  const sign = /^[-−–]/u.test(written) ? -1 : 1;
  const digits = written.replace(/^[-−–]/u, '');
  if (/[ \u00a0\u2009\u202f]/u.test(digits)) {
    const joined = digits.replace(/[ \u00a0\u2009\u202f]/gu, '');
    return sign * Number(joined.replace(',', '.'));
  }
  const western = asWestern(digits, style);
  const value = western === undefined ? undefined : readNumeral(western);
  return value === undefined ? undefined : sign * value;
}

/** "45.000", "1 500": no year or day is written so. */
function isGrouped(written: string, value: number): boolean {
  return Math.abs(value) >= 1000 && Number.isInteger(value) && /\d\D\d/u.test(written);
}

/** "3万5000", "1億2000万", "2,3 mil millones": scales, and what smaller groups follow without a space. */
function withScales(words: string, numeral: Part, scales: readonly Scale[], style: NumberStyle): Part {
  let { end, value } = numeral;
  for (let scale = scaleAt(words, end, scales); scale; scale = scaleAt(words, end, scales)) {
    value *= scale.value;
    end = scale.end;
  }
  const rest = end > numeral.end ? /^\d+/u.exec(words.slice(end, end + LOOK))?.[0] : undefined;
  if (rest === undefined || value >= 1e18) return { end, value };
  const smaller = withScales(words, { end: end + rest.length, value: Number(rest) }, scales, style);
  return smaller.value < value ? { end: smaller.end, value: value + smaller.value } : { end, value };
}

function scaleAt(words: string, at: number, scales: readonly Scale[]): Part | undefined {
  const start = at + (SPACES.exec(words.slice(at, at + 2))?.[0].length ?? 0);
  const ahead = lowerCase(words.slice(start, start + LOOK));
  for (const [word, value] of scales) {
    const end = wordEndIn(ahead, word);
    if (end !== undefined) return { end: start + end, value };
  }
  return undefined;
}

/** Where `word` ends, if it opens `ahead`: with its full stop, if it is short for something. */
function wordEndIn(ahead: string, word: string): number | undefined {
  if (!ahead.startsWith(word)) return undefined;
  const next = ahead.charAt(word.length);
  const open = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]$/u.test(word);
  if (!open && /^[\p{L}\p{M}]$/u.test(next) && /[\p{L}\p{M}]$/u.test(word)) return undefined;
  return next === '.' && word.length < 5 && /^\s+\S/u.test(ahead.slice(word.length + 1))
    ? word.length + 1
    : word.length;
}

function unitAt(words: string, at: number): { end: number; name: string } | undefined {
  const gap = SPACES.exec(words.slice(at, at + 2))?.[0].length ?? 0;
  const hyphen = words.charAt(at) === '-' ? 1 : 0;
  const of = /^(?:de|d['’]|di)\s?/u.exec(words.slice(at + gap, at + gap + 4))?.[0].length ?? 0;
  for (const skip of of > 0 ? [gap + of, gap] : [gap + hyphen]) {
    const start = at + skip;
    const ahead = lowerCase(words.slice(start, start + LOOK));
    for (const [spelling, name] of PLAIN_UNITS) {
      const end = wordEndIn(ahead, spelling);
      if (end !== undefined) return { end: start + end, name };
    }
  }
  return undefined;
}

function currencyEndingAt(words: string, at: number): { start: number; name: string } | undefined {
  const before = words.slice(Math.max(0, at - 8), at);
  const match = CODE_BEFORE.exec(before);
  const sign = match?.[0].trim() ?? '';
  const isCode = sign !== '' && (sign === sign.toUpperCase() || /^(?:rp|rs|kr)\.?$/iu.test(sign));
  const name = isCode
    ? (CURRENCY_SIGNS.get(lowerCase(sign)) ?? CURRENCY_SIGNS.get(sign.slice(-1)))
    : undefined;
  return name === undefined ? undefined : { start: at - (match?.[0].length ?? 0), name };
}

function suggestionOf({ start, end, value, unit }: PlainFigure, offset: number): StatisticSuggestion {
  const money = unit !== undefined && isMoney(unit);
  const kind: StatisticKind = money
    ? 'money'
    : unit === 'percent'
      ? 'share'
      : unit === 'celsius'
        ? 'temperature'
        : 'level';
  const reason: Reason =
    unit === undefined ? { code: 'number' } : { code: money ? 'money' : 'unit', name: unit };
  return {
    tag: 'statistic',
    parts: [{ start: offset + start, end: offset + end }],
    value: Number(value.toPrecision(15)),
    kind,
    ...(unit !== undefined && { unit }),
    reasons: [reason],
  };
}
