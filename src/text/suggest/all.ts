import { languageOf, type TextLanguage } from '../language.ts';
import type { Span } from '../span.ts';
import { suggestClaims } from './claim.ts';
import { suggestQuotes } from './quote.ts';
import { withSpeakers } from './quoted.ts';
import { suggestStatistics } from './statistic.ts';
import type { Suggestion } from './suggestion.ts';

/** Raised with every change of what is suggested, so that stored suggestions are worked out anew. */
export const ENGINE = '5';

/** All suggestions for a text and the check-worthiness of each of its sentences, from 0 to 1. */
export interface Suggestions {
  /** In the order of their first part's start, then outer before inner. */
  readonly suggestions: readonly Suggestion[];
  readonly scores: readonly number[];
}

/**
 * What the text engine proposes for a text with these sentences. In another language than English, that is what shows
 * by its marks alone, and no claims: the scores are then 0. Pure, and linear in the length of the text.
 */
export function suggestAll(
  text: string,
  sentences: readonly Span[],
  language: TextLanguage = languageOf(text),
): Suggestions {
  const quotes = suggestQuotes(text, sentences, language);
  const statistics = suggestStatistics(text, sentences, language);
  const { scores, suggestions: claims } = language.english
    ? suggestClaims(text, sentences)
    : { scores: sentences.map(() => 0), suggestions: [] };
  const all = [...quotes, ...statistics, ...withSpeakers(claims, quotes)];
  return { suggestions: all.sort(inTextOrder), scores };
}

/** What names the way a text was read, so that another engine or another language reads it anew. */
export function readingOf({ code, english, numbers }: TextLanguage): string {
  return english && numbers === 'point' ? ENGINE : `${ENGINE} ${code ?? 'und'} ${numbers}`;
}

function inTextOrder(a: Suggestion, b: Suggestion): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a);
}

const startOf = ({ parts }: Suggestion) => parts[0]?.start ?? 0;
const endOf = ({ parts }: Suggestion) => parts.at(-1)?.end ?? 0;
