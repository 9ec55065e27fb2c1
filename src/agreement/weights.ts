import { largest, smallest } from './numbers.ts';
import type { Rating } from './ratings.ts';

/**
 * How much two categories agree: 1 if they are the same, down to 0. By their numbers in the list of categories.
 */
export type Weight = (category: number, other: number) => number;

export const WEIGHTINGS = ['identity', 'linear', 'quadratic', 'ordinal', 'ratio'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/**
 * The weights of categories in their order, for Cohen's weighted κ and Gwet's AC2.
 *
 *   identity   1 if they are the same, else 0
 *   linear     1 − |x − y| / (max − min)
 *   quadratic  1 − (x − y)² / (max − min)²
 *   ordinal    1 − C(|i − j| + 1, 2) / C(q, 2), of their ranks i and j among q categories
 *   ratio      1 − ((x − y) / (x + y))² / ((max − min) / (max + min))²
 *
 * x and y are the categories themselves where they are numbers, else their ranks from 1. For ranks 1 … q linear
 * and quadratic are those of Cohen (1968).
 *
 * Source: Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.), chapter 3; Cohen, J. (1968).
 * Weighted kappa. Psychological Bulletin 70(4), 213–220.
 *
 * Throws a RangeError where ratios are asked of numbers that are not all above zero.
 */
export function weightsOf(weighting: Weighting, categories: readonly Rating[]): Weight {
  const positions = positionsOf(categories);
  const [least, most] = [smallest(positions), largest(positions)];
  const apart = (category: number, other: number) =>
    Math.abs((positions[category] ?? 0) - (positions[other] ?? 0));
  if (weighting === 'ratio') return ratioWeights(positions, least, most);
  return (category, other) => {
    if (category === other) return 1;
    switch (weighting) {
      case 'identity':
        return 0;
      case 'linear':
        return 1 - apart(category, other) / (most - least);
      case 'quadratic':
        return 1 - (apart(category, other) / (most - least)) ** 2;
      case 'ordinal':
        return 1 - pairsAmong(Math.abs(category - other) + 1) / pairsAmong(categories.length);
    }
  };
}

function ratioWeights(positions: readonly number[], least: number, most: number): Weight {
  if (least <= 0) throw new RangeError('ratio weights need numbers above zero');
  const apart = (one: number, other: number) => ((one - other) / (one + other)) ** 2;
  const furthest = apart(most, least);
  return (category, other) =>
    category === other ? 1 : 1 - apart(positions[category] ?? 0, positions[other] ?? 0) / furthest;
}

function positionsOf(categories: readonly Rating[]): number[] {
  return categories.map((category, rank) => (typeof category === 'number' ? category : rank + 1));
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}
