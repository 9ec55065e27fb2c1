/**
 * How many articles an interval of a wanted width needs, from one that was measured on some: its width shrinks
 * with the root of their number. It holds for articles of the same kind, coders as they are and the same
 * confidence; begin with a pilot of twenty.
 */
export function articlesForWidth(measured: {
  readonly articles: number;
  readonly low: number;
  readonly high: number;
  readonly width: number;
}): number {
  const { articles, low, high, width } = measured;
  if (!(width > 0)) throw new RangeError('the width of an interval is above zero');
  return Math.ceil(articles * ((high - low) / width) ** 2);
}

/** What is expected before anything is coded. */
export interface Expected {
  /** The κ that is hoped for, or seen in a study like it. */
  readonly kappa: number;
  /** How common the category is, between 0 and 1. */
  readonly prevalence: number;
  /** How wide the interval may be, from end to end. */
  readonly width: number;
  /** 1.96 for 95 %. */
  readonly z?: number;
}

/**
 * How many items two coders must both code for an interval of a wanted width around the κ of yes and no, before
 * anything is coded. Items are taken to be independent; sentences of one article are alike, so plan more of them,
 * or better more articles.
 *
 *   n = 4 z² / w² · (1 − κ) ((1 − κ)(1 − 2κ) + κ (2 − κ) / (2 p (1 − p)))
 *
 * Source: the large-sample variance of intraclass κ (Scott's π, Fleiss' κ and α in the limit) in Bloch, D. A., &
 * Kraemer, H. C. (1989). 2×2 kappa coefficients: measures of agreement or association. Biometrics 45(1), 269–287;
 * solved for n as in Shoukri, M. M. (2004). Measures of Interobserver Agreement, chapter 3.
 */
export function itemsForWidth({ kappa, prevalence, width, z = 1.96 }: Expected): number {
  if (!(prevalence > 0 && prevalence < 1)) throw new RangeError('prevalence lies between 0 and 1');
  if (!(kappa >= -1 && kappa < 1)) throw new RangeError('the expected agreement is less than 1');
  if (!(width > 0)) throw new RangeError('the width of an interval is above zero');
  return Math.ceil(((2 * z) / width) ** 2 * kappaVariance(kappa, prevalence));
}

/** The variance of κ for one item: that for n items is the n-th part of it. */
function kappaVariance(kappa: number, prevalence: number): number {
  const spread = (kappa * (2 - kappa)) / (2 * prevalence * (1 - prevalence));
  return (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + spread);
}
