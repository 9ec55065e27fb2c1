import { brennanPrediger } from './brennan-prediger.ts';
import type { Measured } from './figure.ts';
import type { CodedRatings } from './ratings.ts';

/**
 * Randolph's free-marginal multirater κ: Fleiss' observed agreement, with chance that picks each category equally
 * often. It is Brennan and Prediger's κ_n for any number of coders, and goes by its own name in the literature.
 *
 *   κ_free = (P_o − 1/q) / (1 − 1/q)
 *
 * Source: Randolph, J. J. (2005). Free-marginal multirater kappa: an alternative to Fleiss' fixed-marginal
 * multirater kappa. Joensuu Learning and Instruction Symposium.
 */
export function randolphKappa(ratings: CodedRatings): Measured {
  return brennanPrediger(ratings);
}
