import type { Analysis } from '../../../src/text/analyze.ts';
import { firstAtLeast } from '../../../src/text/sorted-numbers.ts';
import { percentOf, precisionOf, recallOf } from './shares.ts';

/** A sentence or two with people's verdict. */
export interface LabelledText {
  readonly text: string;
  readonly isClaim: boolean;
}

export interface ClaimScores {
  /** In per cent, as are the others. */
  readonly area: number;
  readonly precision: number;
  readonly recall: number;
}

/** How well the engine ranks texts as claims, and how right it is where it proposes one. */
export function scoreClaims(
  texts: readonly LabelledText[],
  analyze: (text: string) => Pick<Analysis, 'scores' | 'suggestions'>,
): ClaimScores {
  const judged = texts.map(({ text, isClaim }) => {
    const { scores, suggestions } = analyze(text);
    return { isClaim, score: Math.max(0, ...scores), marked: suggestions.some(({ tag }) => tag === 'claim') };
  });
  const claims = judged.filter(({ isClaim }) => isClaim);
  const others = judged.filter(({ isClaim }) => !isClaim);
  const tally = {
    right: claims.filter(({ marked }) => marked).length,
    proposed: judged.filter(({ marked }) => marked).length,
    wanted: claims.length,
  };
  return {
    area: areaUnderCurve(claims.map(scoreOf), others.map(scoreOf)),
    precision: precisionOf(tally),
    recall: recallOf(tally),
  };
}

const scoreOf = ({ score }: { score: number }) => score;

/**
 * The area under the receiver operating characteristic, in per cent: how often one of the first scores is
 * above one of the second, a tie counting half (Mann and Whitney's U over the number of pairs). 0 where
 * either list is empty.
 */
export function areaUnderCurve(claims: readonly number[], others: readonly number[]): number {
  const pairs = claims.length * others.length;
  // What is neither won nor lost is a tie.
  return percentOf(pairs + pairsWon(claims, others) - pairsWon(others, claims), 2 * pairs);
}

/** In how many pairs the first number is above the second. */
function pairsWon(first: readonly number[], second: readonly number[]): number {
  const sorted = second.toSorted((a, b) => a - b);
  return first.reduce((won, number) => won + firstAtLeast(sorted, number), 0);
}
