import type { Span } from './span.ts';
import { wordPattern } from './word-pattern.ts';

/** How words are looked for. */
export interface OccurrenceRule {
  readonly words: string;
  /** Whether capitals and small letters are told apart. */
  readonly matchCase: boolean;
}

/**
 * Where words stand in a text as whole words, in order, not overlapping, `most` at most; none for no words. White space
 * and the kind of quote marks and dashes need not be the same. Letters that are written without spaces between words,
 * such as Chinese ones, count as whole words wherever they stand.
 */
export function findOccurrences(text: string, { words, matchCase }: OccurrenceRule, most: number): Span[] {
  const wanted = words.trim();
  // What cannot stand in the text anyway might be too long for a pattern.
  if (wanted === '' || wanted.length > text.length) return [];
  const pattern = new RegExp(wordPattern(wanted), matchCase ? 'gu' : 'giu');
  const found: Span[] = [];
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isWhole(text, span)) found.push(span);
    // What overlaps a part of a longer word may be whole itself.
    else pattern.lastIndex = span.start + firstOf(text, span.start).length;
  }
  return found;
}

function isWhole(text: string, { start, end }: Span): boolean {
  return !joins(lastOf(text, start), firstOf(text, start)) && !joins(lastOf(text, end), firstOf(text, end));
}

/** Whether two neighbouring characters belong to one word. */
function joins(before: string, after: string): boolean {
  if (!IN_WORD.test(before) || !IN_WORD.test(after)) return false;
  return /\p{M}/u.test(after) || !(WITHOUT_SPACES.test(before) || WITHOUT_SPACES.test(after));
}

const IN_WORD = /[\p{L}\p{M}\p{N}_]/u;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function firstOf(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function lastOf(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
}
