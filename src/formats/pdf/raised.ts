import type { TextItem } from './text-item.ts';

/** Raised writing is at most so large as a part of its line's, and is moved up by at least this part of it. */
const RAISED_SIZE = 0.82;
const RISE = 0.2;

const SIGNS = '0123456789+-=()';
const RAISED_SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const LETTERS = 'abcdefghijklmnoprstuvwxyz';
const RAISED_LETTERS = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
const RAISED: ReadonlyMap<string, string> = new Map([
  ...pairs(SIGNS, RAISED_SIGNS),
  ...pairs(LETTERS, RAISED_LETTERS),
  ['−', '⁻'],
]);
const ORDINAL_SIGNS: ReadonlyMap<string, string> = new Map([
  ['a', 'ª'],
  ['o', 'º'],
]);
const TRADE_MARKS: ReadonlyMap<string, string> = new Map([
  ['TM', '™'],
  ['SM', '℠'],
]);

function pairs(plain: string, raised: string): [string, string][] {
  const signs = [...raised];
  return [...plain].map((sign, at) => [sign, signs[at] ?? sign]);
}

/** Whether a run stands raised in the line whose main style that of `main` is. */
export function isRaised(item: TextItem, main: TextItem): boolean {
  return item.height <= RAISED_SIZE * main.height && main.y - item.y >= RISE * main.height;
}

/**
 * The words of a raised run as letters of their own kind, so that the mark of a footnote is no digit of the figure before
 * it, and no letter of the word: `12.4` with `3` above is `12.4³`. What is only written small by custom stays as it is:
 * ordinals (`5th`, `2e`) and abbreviations (`Mme`). `before` are the words of the line up to there.
 */
export function raisedWords(words: string, before: string): string {
  const bare = words.trim();
  const mark = TRADE_MARKS.get(bare) ?? (/\d$/.test(before) ? ORDINAL_SIGNS.get(bare) : undefined);
  if (mark !== undefined) return words.replace(bare, mark);
  if (/^[a-z]/.test(bare) && !isLetterMark(bare, before)) return words;
  if (!/[\da-z]/.test(bare) || !/^[\da-z+\-−=(),;*†‡ ]+$/.test(bare)) return words;
  return words.replaceAll(/./gu, (sign) => RAISED.get(sign) ?? sign);
}

/** One letter, or several with commas between them, that are no end of an ordinal or of what is short for a title. */
function isLetterMark(bare: string, before: string): boolean {
  if (!/^[a-z](?:, ?[a-z])*$/.test(bare)) return false;
  return !(/\d$/.test(before) && /^[eor]$/.test(bare)) && !/(?<!\p{L})\p{Lu}$/u.test(before);
}
