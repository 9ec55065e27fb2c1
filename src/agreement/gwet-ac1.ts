import type { Measured } from './figure.ts';
import { gwetAc2 } from './gwet-ac2.ts';
import type { CodedRatings } from './ratings.ts';
import { weightsOf } from './weights.ts';

/**
 * Gwet's AC1 for two coders or more: chance agreement is only what coders who guess would add, so that it stays
 * high where nearly everything has the same category and κ collapses.
 *
 *   AC1 = (P_o − P_e) / (1 − P_e),  P_e = Σ_k p_k (1 − p_k) / (q − 1)
 *
 * q counts the categories that could be chosen; undefined where one is known only.
 *
 * Source: Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high
 * agreement. British Journal of Mathematical and Statistical Psychology 61(1), 29–48.
 */
export function gwetAc1(ratings: CodedRatings): Measured {
  return gwetAc2(ratings, weightsOf('identity', ratings.categories));
}
