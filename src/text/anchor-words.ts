import { type Folding, foldWords } from './anchor-fold.ts';
import type { AnchorText, FoundSpans } from './anchor-text.ts';
import { largest } from './extremes.ts';
import type { Span } from './span.ts';

/** Words to look for, with what stands before and after them where that is known. */
export interface Quoted {
  readonly words: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Where words were found, or why not, in a sentence. */
export type WordsFound =
  | { readonly span: Span; readonly folding: Folding | 'none' }
  | { readonly reason: string };

/** So much of what stands around the words is compared, in UTF-16 code units. */
const CONTEXT = 64;

const FOLDINGS = ['none', 'white-space', 'signs-and-case'] as const;

/**
 * Looks for words: exactly, then with white space made equal, then quote marks, dashes, accents and case as
 * well. Of several places it takes the one with the most of the same before and after it, else the one that
 * is by far the nearest to `near` (a UTF-16 offset), else none.
 */
export function findQuoted(text: AnchorText, quoted: Quoted, near?: number): WordsFound {
  for (const folding of FOLDINGS) {
    const found = folding === 'none' ? text.find(quoted.words) : text.findFolded(quoted.words, folding);
    if (found.spans.length === 0 && found.isAll) continue;
    const span = pick(text, found, quoted, folding, near);
    return span ? { span, folding } : { reason: tooOften(found) };
  }
  return { reason: 'These words are not in the article.' };
}

function tooOften({ spans, isAll }: FoundSpans): string {
  const times = isAll ? `${spans.length} times` : 'very often';
  return `These words stand there ${times}, and the file does not say which of them is meant.`;
}

function pick(
  text: AnchorText,
  found: FoundSpans,
  quoted: Quoted,
  folding: Folding | 'none',
  near: number | undefined,
): Span | undefined {
  const [first] = found.spans;
  if (found.isAll && found.spans.length === 1) return first;
  if (!found.isAll) return wholeContext(text, quoted);
  const alike = mostAlike(text.text, found.spans, quoted, folding);
  return alike.length === 1 ? alike[0] : nearest(alike, near);
}

/** Words that stand too often to be looked at one by one are looked for together with their context. */
function wholeContext(text: AnchorText, { words, prefix = '', suffix = '' }: Quoted): Span | undefined {
  if (prefix === '' && suffix === '') return undefined;
  const { spans, isAll } = text.find(`${prefix}${words}${suffix}`);
  const [only] = spans;
  if (!isAll || spans.length !== 1 || !only) return undefined;
  const start = only.start + prefix.length;
  return { start, end: start + words.length };
}

/** Those of the places around which the most is as it should be. */
function mostAlike(
  text: string,
  spans: readonly Span[],
  { prefix = '', suffix = '' }: Quoted,
  folding: Folding | 'none',
): readonly Span[] {
  if (prefix === '' && suffix === '') return spans;
  const fold = (words: string) => (folding === 'none' ? words : foldWords(words, folding));
  const [before, after] = [fold(prefix.slice(-CONTEXT)), fold(suffix.slice(0, CONTEXT))];
  const likeness = spans.map(({ start, end }) => {
    const left = fold(text.slice(Math.max(0, start - CONTEXT), start));
    return sameAtEnd(left, before) + sameAtStart(fold(text.slice(end, end + CONTEXT)), after);
  });
  const most = largest(likeness);
  return spans.filter((_, at) => likeness[at] === most);
}

function sameAtEnd(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}

function sameAtStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return same;
}

/** The place nearest to an offset, if every other is more than twice as far from it. */
function nearest(spans: readonly Span[], near: number | undefined): Span | undefined {
  if (near === undefined) return undefined;
  const byDistance = spans.toSorted((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near));
  const [first, second] = byDistance;
  if (!first || !second) return first;
  return Math.abs(second.start - near) > 2 * Math.abs(first.start - near) ? first : undefined;
}
