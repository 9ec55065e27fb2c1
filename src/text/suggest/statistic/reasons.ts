import type { Reason, StatisticSuggestion } from '../suggestion.ts';
import type { Figure } from './figure.ts';

/** Why a figure was proposed; `words` are those of the suggestion. */
export function reasonsFor(
  statistic: Omit<StatisticSuggestion, 'reasons'>,
  figure: Figure,
  words: string,
): Reason[] {
  const { comparator, subject } = statistic;
  const reasons = [lead(statistic, figure)];
  if (comparator !== undefined) reasons.push({ code: 'wording', words, comparator });
  if (subject !== undefined && !figure.counted) reasons.push({ code: 'measures', name: subject });
  return reasons;
}

function lead({ kind, unit, subject }: Omit<StatisticSuggestion, 'reasons'>, figure: Figure): Reason {
  if (kind === 'score' || kind === 'age') return { code: kind };
  if (figure.money) return { code: 'money', name: unit ?? '' };
  const counted = subject ?? unit;
  if (figure.counted && counted !== undefined) return { code: 'counts', name: counted };
  if (unit !== undefined) return { code: 'unit', name: unit };
  return { code: kind === 'share' || kind === 'ratio' ? 'share' : 'number' };
}
