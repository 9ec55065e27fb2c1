import type { StatisticSuggestion } from '../suggestion.ts';
import type { Figure } from './figure.ts';

/** Why a figure was proposed, in a reader's words. */
export function reasonsFor(
  statistic: Omit<StatisticSuggestion, 'reasons'>,
  figure: Figure,
  words: string,
): string[] {
  const reasons = [lead(statistic, figure)];
  if (statistic.comparator !== undefined)
    reasons.push(`the wording of “${words}” means ${MEANINGS[statistic.comparator]}`);
  if (statistic.subject !== undefined && !figure.counted) reasons.push(`measures ${statistic.subject}`);
  return reasons;
}

function lead(statistic: Omit<StatisticSuggestion, 'reasons'>, figure: Figure): string {
  if (statistic.kind === 'score') return 'two numbers set against each other as a score';
  if (statistic.kind === 'age') return 'an age';
  if (figure.money) return `a sum of money in ${statistic.unit ?? 'a currency'}`;
  if (figure.counted) return `counts ${statistic.subject ?? statistic.unit ?? ''}`.trim();
  if (statistic.unit !== undefined) return `a number with its unit, ${statistic.unit}`;
  return statistic.kind === 'share' || statistic.kind === 'ratio'
    ? 'a share of a whole'
    : 'a number in the text';
}

const MEANINGS = {
  '>': 'more than',
  '<': 'less than',
  '≥': 'at least',
  '≤': 'at most',
  '~': 'about',
  '=': 'exactly',
} as const;
