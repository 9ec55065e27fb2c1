import { type Figure, fromAgreement, fromDisagreement, noFigure } from './figure.ts';
import type { CodedSentences, SentenceCodes } from './sentence-ratings.ts';

/** What two coders said of the sentences that both coded. */
export interface Confusion {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** The cells of a confusion table. */
export const CELLS = ['both', 'onlyFirst', 'onlySecond', 'neither'] as const satisfies (keyof Confusion)[];
/** One of them. */
export type Cell = (typeof CELLS)[number];

/** The cell in which a sentence stands that one of two coders tagged, or both, or neither. */
export function cellOf(first: boolean, second: boolean): Cell {
  if (first) return second ? 'both' : 'onlyFirst';
  return second ? 'onlySecond' : 'neither';
}

/** How often which of two codings tagged the sentences of the articles that have both, and how many those are. */
export function countConfusion(
  articles: readonly CodedSentences[],
  sidesOf: (article: CodedSentences) => readonly [SentenceCodes | undefined, SentenceCodes | undefined],
): { readonly confusion: Confusion; readonly articles: number } {
  let [coded, sentences, ones, others, both] = [0, 0, 0, 0, 0];
  for (const article of articles) {
    const [first, second] = sidesOf(article);
    if (!first || !second) continue;
    coded += 1;
    sentences += article.sentences;
    // Counted, not iterated: twenty coders make 190 pairs, each of which comes here for every article.
    for (let at = 0; at < article.sentences; at++) {
      const [one, other] = [first[at] ?? 0, second[at] ?? 0];
      ones += one;
      others += other;
      both += one & other;
    }
  }
  const [onlyFirst, onlySecond] = [ones - both, others - both];
  return {
    articles: coded,
    confusion: { both, onlyFirst, onlySecond, neither: sentences - both - onlyFirst - onlySecond },
  };
}

/**
 * Observed agreement, Cohen's κ and Krippendorff's nominal α of a table of two coders and yes or no: what
 * `observed.ts`, `cohen.ts` and `alpha.ts` say of its sentences, from the four counts alone.
 *
 *   α = 1 − (N − 1) d / (n_yes n_no)
 *
 * d sentences on which the two differ, N codes, n_yes and n_no of them.
 */
export function figuresOfConfusion({ both, onlyFirst, onlySecond, neither }: Confusion): {
  readonly observed: Figure;
  readonly kappa: Figure;
  readonly alpha: Figure;
} {
  const sentences = both + onlyFirst + onlySecond + neither;
  if (sentences === 0) {
    const none = noFigure('nothing-doubly-coded');
    return { observed: none, kappa: none, alpha: none };
  }
  const agreed = (both + neither) / sentences;
  const [first, second] = [(both + onlyFirst) / sentences, (both + onlySecond) / sentences];
  const [codes, yes] = [2 * sentences, 2 * both + onlyFirst + onlySecond];
  const byChance = (2 * yes * (codes - yes)) / (codes * (codes - 1));
  return {
    observed: { value: agreed, observed: agreed },
    kappa: fromAgreement(agreed, first * second + (1 - first) * (1 - second)),
    alpha: fromDisagreement(1 - agreed, byChance),
  };
}
