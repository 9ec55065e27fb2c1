import { fromAgreement, type Measured } from './figure.ts';
import type { CodedRatings } from './ratings.ts';
import { chanceOfSame, measureShares } from './shares.ts';

/**
 * Fleiss' κ for two coders or more, who need not be the same ones for each item. With two coders and nothing
 * missing it is Scott's π. Chance is drawn from how common each category is.
 *
 *   κ = (P_o − P_e) / (1 − P_e),  P_e = Σ_k p_k²,  p_k = 1/n Σ_i r_ik / r_i
 *
 * Undefined where everything has the same category.
 *
 * Source: Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin
 * 76(5), 378–382; with missing ratings Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.), chapter
 * 2.
 */
export function fleissKappa(ratings: CodedRatings): Measured {
  return measureShares(ratings, ({ observed, shares }) => fromAgreement(observed, chanceOfSame(shares)));
}
