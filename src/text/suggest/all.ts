import type { Span } from '../span.ts';
import { suggestClaims } from './claim.ts';
import { suggestQuotes } from './quote.ts';
import { withSpeakers } from './quoted.ts';
import { suggestStatistics } from './statistic.ts';
import type { Suggestion } from './suggestion.ts';

/** Raised with every change of what is suggested, so that stored suggestions are worked out anew. */
export const ENGINE = '2';

/** All suggestions for a text and the check-worthiness of each of its sentences, from 0 to 1. */
export interface Suggestions {
  /** In the order of their first part's start, then outer before inner. */
  readonly suggestions: readonly Suggestion[];
  readonly scores: readonly number[];
}

/**
 * What the text engine proposes for a text with these sentences. Pure, and linear in the length of the text.
 */
export function suggestAll(text: string, sentences: readonly Span[]): Suggestions {
  const { scores, suggestions: claims } = suggestClaims(text, sentences);
  const quotes = suggestQuotes(text, sentences);
  const all = [...quotes, ...suggestStatistics(text, sentences), ...withSpeakers(claims, quotes)];
  return { suggestions: all.sort(inTextOrder), scores };
}

function inTextOrder(a: Suggestion, b: Suggestion): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a);
}

const startOf = ({ parts }: Suggestion) => parts[0]?.start ?? 0;
const endOf = ({ parts }: Suggestion) => parts.at(-1)?.end ?? 0;
