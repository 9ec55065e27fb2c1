import type { Span } from '../../span.ts';
import type { QuoteSuggestion } from '../suggestion.ts';
import { saidBehind } from './foreign-verbs.ts';
import { findStretches } from './marks.ts';
import { linesOf } from './paragraphs.ts';

/**
 * What is surely speech in a language that is not read otherwise: stretches between quote marks that hold a clause, and
 * shorter ones that end as a sentence does, stand behind a colon or before a verb of speech. Who speaks is left open.
 */
export function plainQuotes(text: string, sentences: readonly Span[]): QuoteSuggestion[] {
  return linesOf(text, sentences).flatMap((line) =>
    findStretches(text, line)
      .filter((stretch) => !stretch.unclosed && isSpeech(text, stretch))
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

/** Words that a stretch needs which is a sentence by its marks. */
const LEAST_OF_SENTENCE = 2;

function isSpeech(text: string, { start, end }: Span): boolean {
  const stretch = text.slice(start, end);
  if (
    holdsClause(stretch) ||
    (isMarkedSentence(text.slice(Math.max(0, start - 2), start), stretch) && holdsWords(stretch))
  )
    return true;
  return /\p{L}/u.test(stretch) && saidBehind(text, end);
}

/** „Wir kommen.“, « C’est faux ! », Sie sagte: „Das stimmt“. */
function isMarkedSentence(before: string, stretch: string): boolean {
  return /[.!?…]\P{L}{0,2}$/u.test(stretch) || /[:：]\s?$/u.test(before);
}

function holdsWords(stretch: string): boolean {
  const words = stretch.match(WORDS) ?? [];
  return words.length >= LEAST_OF_SENTENCE && words.some(isNoName);
}

const WORDS = /[\p{L}\p{M}\p{N}’'-]+/gu;

function isNoName(word: string): boolean {
  return /^\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word);
}

function holdsClause(stretch: string): boolean {
  const words = stretch.match(WORDS) ?? [];
  const unspaced =
    stretch.match(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu,
    )?.length ?? 0;
  return unspaced >= LEAST_LETTERS || (words.length >= LEAST_WORDS && words.some(isNoName));
}
