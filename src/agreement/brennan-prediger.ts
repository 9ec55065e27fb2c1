import { fromAgreement, type Measured } from './figure.ts';
import type { CodedRatings } from './ratings.ts';
import { measureShares } from './shares.ts';

/**
 * Brennan and Prediger's κ_n, Bennett's S with any number of categories: chance picks each of the q categories
 * equally often. The categories are those that could be chosen, used or not, so they should be given; else those
 * that were used count.
 *
 *   κ_n = (P_o − 1/q) / (1 − 1/q)
 *
 * Undefined where one category is known only.
 *
 * Source: Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: some uses, misuses, and alternatives.
 * Educational and Psychological Measurement 41(3), 687–699.
 */
export function brennanPrediger(ratings: CodedRatings): Measured {
  const expected = 1 / ratings.categories.length;
  return measureShares(ratings, ({ observed }) => fromAgreement(observed, expected, 'one-possible-category'));
}
