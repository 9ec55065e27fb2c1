import type { Span } from '../../span.ts';
import type { QuoteSuggestion } from '../suggestion.ts';
import { findStretches } from './marks.ts';
import { linesOf } from './paragraphs.ts';

/**
 * What is surely speech in a language whose verbs are not known: stretches between quote marks that hold a clause. Who
 * speaks is left open.
 */
export function plainQuotes(text: string, sentences: readonly Span[]): QuoteSuggestion[] {
  return linesOf(text, sentences).flatMap((line) =>
    findStretches(text, line)
      .filter((stretch) => !stretch.unclosed && holdsClause(text.slice(stretch.start, stretch.end)))
      .map(
        ({ start, end }): QuoteSuggestion => ({
          tag: 'quote',
          parts: [{ start, end }],
          quoteType: 'direct',
          reasons: [{ code: 'quoted' }, { code: 'unattributed' }],
        }),
      ),
  );
}

/** Words that a stretch needs, so that titles, names and scare quotes stay out; letters, where none part words. */
const LEAST_WORDS = 5;
const LEAST_LETTERS = 10;

function holdsClause(stretch: string): boolean {
  const words = stretch.match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? [];
  const unspaced =
    stretch.match(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu,
    )?.length ?? 0;
  return (
    unspaced >= LEAST_LETTERS ||
    (words.length >= LEAST_WORDS && words.some((word) => /^\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word)))
  );
}
