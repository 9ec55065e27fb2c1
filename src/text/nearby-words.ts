import { NAME_PARTICLES } from './abbreviations.ts';
import { isSpace } from './line-runs.ts';

const OPENERS = '"\'“‘„‚«‹([' + '{「『（¿¡*_`';
/** Longest look back or ahead for a word: no abbreviation is longer, and an endless word costs no more. */
export const MAX_WORD_LENGTH = 30;

/** The kind of character a word begins with. */
export type Lead = 'lower' | 'upper' | 'digit' | 'other';

/** The kind of word at an offset. "iPhone" and "al-Qaeda" count as capital, and so does "de" before a capital. */
export function leadAt(run: string, at: number): Lead {
  const lead = caseOf(String.fromCodePoint(run.codePointAt(at) ?? 32));
  if (lead !== 'lower') return lead;
  const ahead = run.slice(at, at + MAX_WORD_LENGTH);
  if (/^\p{Ll}{1,3}[-’']?\p{Lu}/u.test(ahead)) return 'upper';
  const [word = '', following = ''] = ahead.split(' ', 2);
  return NAME_PARTICLES.has(word) && /^\p{Lu}/u.test(following) ? 'upper' : 'lower';
}

function caseOf(character: string): Lead {
  if (isDigit(character)) return 'digit';
  if (character >= 'a' && character <= 'z') return 'lower';
  if (character >= 'A' && character <= 'Z') return 'upper';
  if (character <= '\x7f') return 'other';
  if (/\p{Nd}/u.test(character)) return 'digit';
  if (/\p{Lu}|\p{Lt}/u.test(character)) return 'upper';
  return /\p{Ll}/u.test(character) ? 'lower' : 'other';
}

/** The word that ends at an offset, without what it is hyphenated or bracketed to: "Calif" of "(R-Calif". */
export function wordBefore(run: string, end: number, start: number): string {
  const stretch = run.slice(Math.max(start, end - MAX_WORD_LENGTH), end);
  return /[^\s()[\]{}"“”«»„—–\-/,;•⁃‣◦▪]*$/.exec(stretch)?.[0].replace(/^['‘’]+/, '') ?? '';
}

/** The word that begins at an offset, without marks; empty where there is none. */
export function wordAt(run: string, start: number): string {
  return /^[^\s.,;:!?()"“”]*/.exec(run.slice(start, start + MAX_WORD_LENGTH))?.[0] ?? '';
}

/** Whether a character is a letter or a digit of any script. */
export function isWordCharacter(character: string): boolean {
  return character > '\x7f' ? /[\p{L}\p{N}]/u.test(character) : /[a-zA-Z0-9]/.test(character);
}

/** Whether a character is one of 0 to 9. */
export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** The first offset from `from` on that holds no white space. */
export function skipSpace(run: string, from: number): number {
  let at = from;
  while (at < run.length && isSpace(run.charCodeAt(at))) at++;
  return at;
}

/** The end of what stands before the white space before `from`. */
export function skipSpaceBack(run: string, from: number): number {
  let at = from;
  while (at > 0 && isSpace(run.charCodeAt(at - 1))) at--;
  return at;
}

/** Past opening quotes and brackets. */
export function skipOpeners(run: string, from: number): number {
  let at = from;
  while (at < run.length && OPENERS.includes(run.charAt(at))) at++;
  return at;
}
