import type { QuoteSuggestion, StatisticSuggestion, Suggestion } from './suggestion.ts';

/**
 * How sure the engine is of a suggestion, from 0 to 1: what "accept all quotes above …" compares with. For a
 * claim it is its score. The other weights are set by hand after what the scoring kit shows to be safer:
 * words between marks over reported ones, a cue and a resolved speaker over none, a figure with a unit or a
 * counted noun over a bare one.
 */
export function confidenceOf(suggestion: Suggestion): number {
  switch (suggestion.tag) {
    case 'claim':
      return suggestion.score;
    case 'quote':
      return ofQuote(suggestion);
    case 'statistic':
      return ofStatistic(suggestion);
  }
}

const QUOTE_TYPES = { direct: 0.6, mixed: 0.5, indirect: 0.4 } as const;

function ofQuote({ quoteType, cue, speaker, speakerResolved }: QuoteSuggestion): number {
  const named = speaker === undefined ? 0 : speakerResolved === false ? 0.1 : 0.2;
  return QUOTE_TYPES[quoteType] + named + (cue === undefined ? 0 : 0.15);
}

function ofStatistic({ unit, subject, comparator }: StatisticSuggestion): number {
  const counts = unit === undefined && subject === undefined ? 0.5 : 0.85;
  return counts + (comparator === undefined ? 0 : 0.05);
}
