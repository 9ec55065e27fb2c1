import { fromAgreement, type Measured, noFigure } from './figure.ts';
import type { CodedRatings } from './ratings.ts';
import { chanceOfSame, measureShares } from './shares.ts';
import type { Weight } from './weights.ts';

/**
 * Gwet's AC2: AC1 with weights, for categories that are nearer to each other or further away.
 *
 *   AC2 = (P_o − P_e) / (1 − P_e),  P_e = T_w / (q (q − 1)) Σ_k p_k (1 − p_k),  T_w = Σ_kl w_kl
 *
 * P_o counts pairs of coders by the weight of what they chose. With weights of identity it is AC1.
 *
 * Source: Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.), chapter 3.
 */
export function gwetAc2(ratings: CodedRatings, weight: Weight): Measured {
  const q = ratings.categories.length;
  const factor = q < 2 ? 0 : totalWeight(q, weight) / (q * (q - 1));
  return measureShares(
    ratings,
    ({ observed, shares }) =>
      q < 2
        ? noFigure('one-possible-category', { observed })
        : fromAgreement(observed, factor * (1 - chanceOfSame(shares))),
    weight,
  );
}

function totalWeight(categories: number, weight: Weight): number {
  let sum = 0;
  for (let category = 0; category < categories; category++) {
    for (let other = 0; other < categories; other++) sum += weight(category, other);
  }
  return sum;
}
