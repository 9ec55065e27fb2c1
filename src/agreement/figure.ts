import { add, at } from './numbers.ts';

/**
 * Why a measure has no value for some data. A figure that is not defined is said to be so, with its reason, and
 * is never 0 or 1 by convention (docs/decisions/0069).
 */
export type Reason =
  /** Fewer than two coders. */
  | 'one-coder'
  /** The measure compares two coders, and there are more. */
  | 'more-than-two-coders'
  /** No item has a rating by two coders. */
  | 'nothing-doubly-coded'
  /** Every rating is the same, so that chance alone would agree too. */
  | 'one-category'
  /** The measure counts the categories that could be chosen, and only one is known. */
  | 'one-possible-category'
  /** Two coders among several share no item, or agree on one category only. */
  | 'undefined-pair'
  /** Nobody has marked anything. */
  | 'no-units'
  /**
   * By chance alone no disagreement would be expected, so that there is nothing to hold the observed one against.
   */
  | 'nothing-by-chance'
  /** A coder's units of different labels overlap, where each position may hold one label. */
  | 'overlapping-labels'
  /** Labels are compared where two coders marked the same place, and nowhere they did. */
  | 'nothing-marked-twice';

/**
 * What a measure says of some data: its value, or why there is none. `observed` and `expected` are what it is
 * made of: agreement for the measures that begin with agreement (κ, π, AC1 …), disagreement for those that begin
 * with disagreement (α, γ). They are missing where they are not defined either.
 */
export type Figure = (
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value: null; readonly reason: Reason }
) & { readonly observed?: number; readonly expected?: number };

/** Sums over one article: the places that are not zero, and what stands there. */
export interface Sums {
  readonly places: Int32Array;
  readonly amounts: Float64Array;
}

/**
 * A measure of some data, as sums that add up over articles and what is made of them. From the same sums come the
 * figure of all articles and that of any other choice of them, which is what resampling needs (`bootstrap.ts`).
 */
export interface Measured {
  /** How many sums there are. */
  readonly length: number;
  readonly articles: readonly Sums[];
  /** The figure of articles, from their sums. */
  readonly figureOf: (sums: Float64Array) => Figure;
}

/** Adds to a sum, as `gather` hands it to a measure. */
export type AddTo = (place: number, amount: number) => void;

/** The sums of one article, from what a measure adds to them. */
export function gather(fill: (addTo: AddTo) => void): Sums {
  const sums = new Map<number, number>();
  fill((place, amount) => sums.set(place, (sums.get(place) ?? 0) + amount));
  return { places: Int32Array.from(sums.keys()), amounts: Float64Array.from(sums.values()) };
}

/** The figure of all articles together. */
export function figureOfAll({ length, articles, figureOf }: Measured): Figure {
  const sums = new Float64Array(length);
  for (const article of articles) addSums(sums, article, 1);
  return figureOf(sums);
}

/** Adds the sums of an article, so many times. */
export function addSums(sums: Float64Array, { places, amounts }: Sums, times: number): void {
  // Counted, not iterated: resampling comes here millions of times.
  for (let number = 0; number < places.length; number++) {
    add(sums, at(places, number), times * at(amounts, number));
  }
}

/** No value, for this reason. */
export function noFigure(reason: Reason, parts: Pick<Figure, 'observed' | 'expected'> = {}): Figure {
  return { value: null, reason, ...parts };
}

/**
 * Agreement beyond what is expected by chance, of what is possible beyond it: (observed − expected) / (1 −
 * expected).
 */
export function fromAgreement(observed: number, expected: number, reason: Reason = 'one-category'): Figure {
  if (1 - expected < TINY) return noFigure(reason, { observed, expected });
  return { value: (observed - expected) / (1 - expected), observed, expected };
}

/** How much less disagreement there is than expected by chance: 1 − observed / expected. */
export function fromDisagreement(
  observed: number,
  expected: number,
  reason: Reason = 'one-category',
): Figure {
  if (!(expected > 0)) return noFigure(reason, { observed, expected });
  return { value: 1 - observed / expected, observed, expected };
}

/** Below what shares that add up to one are off by rounding. */
const TINY = 1e-12;
