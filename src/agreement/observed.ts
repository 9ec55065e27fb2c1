import type { Measured } from './figure.ts';
import type { CodedRatings } from './ratings.ts';
import { measureShares } from './shares.ts';

/**
 * Observed agreement: how often two coders who rated the same item chose the same category, in the mean of the
 * items with two ratings or more. Between 0 and 1. It does not say how much of that is chance: two coders who tag
 * one sentence in twenty each at random agree on nine of ten.
 *
 *   P_o = 1/n Σ_i Σ_k r_ik (r_ik − 1) / (r_i (r_i − 1))
 *
 * r_ik of the r_i coders of item i chose category k.
 *
 * Source: Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin
 * 76(5), 378–382; with missing ratings Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.), chapter
 * 2.
 */
export function observedAgreement(ratings: CodedRatings): Measured {
  return measureShares(ratings, ({ observed }) => ({ value: observed, observed }));
}
