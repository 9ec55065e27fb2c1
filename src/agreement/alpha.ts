import { type AddTo, type Figure, fromDisagreement, gather, type Measured, noFigure } from './figure.ts';
import type { Level } from './levels.ts';
import { at, total } from './numbers.ts';
import { type CodedRatings, countsOf, type Rating } from './ratings.ts';

/**
 * Krippendorff's α for any number of coders, any level of measurement, and ratings that are missing. Items with
 * fewer than two ratings say nothing and are left out.
 *
 *   α = 1 − D_o / D_e
 *   D_o = 1/n Σ_ck o_ck δ²(c, k),   o_ck = Σ_u (pairs of ratings c and k of item u) / (m_u − 1)
 *   D_e = 1/(n (n − 1)) Σ_ck n_c n_k δ²(c, k)
 *
 * n_c counts the ratings c in items with at least two, n all of them. D_e is worked out from these counts, never
 * from pairs of ratings, so it does not grow with the square of the ratings.
 *
 * Undefined where all ratings have the same category: then D_o = D_e = 0.
 *
 * Source: Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology (2nd ed.), chapter 11;
 * Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability measure for coding data.
 * Communication Methods and Measures 1(1), 77–89.
 */
export function krippendorffAlpha<Value extends Rating>(
  ratings: CodedRatings<Value>,
  level: Level<Value>,
): Measured {
  const { categories, coders } = ratings;
  const pairs = new PairPlaces(categories.length);
  const articles = ratings.articles.map((items) =>
    gather((addTo) => {
      for (const item of items) addItem(addTo, countsOf(item), pairs);
    }),
  );
  const scale = level(categories);
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    const counts = sums.subarray(0, categories.length);
    const n = total(counts);
    if (n === 0) return noFigure('nothing-doubly-coded');
    if (counts.filter((count) => count > 0).length < 2)
      return noFigure('one-category', { observed: 0, expected: 0 });
    const { distance, all } = scale(counts);
    const observed = pairs.sum(sums, distance);
    return fromDisagreement(observed / n, all / (n * (n - 1)));
  };
  return { length: categories.length + pairs.size, articles, figureOf };
}

/**
 * Where the coincidences of two different categories are added up: behind the counts, in the order in which they
 * are met.
 */
class PairPlaces {
  readonly #places = new Map<number, number>();
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];
  readonly #categories: number;

  constructor(categories: number) {
    this.#categories = categories;
  }

  get size(): number {
    return this.#places.size;
  }

  /** The first of two categories is the lower one. */
  placeOf(category: number, other: number): number {
    const key = category * this.#categories + other;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#categories + this.#places.size;
    this.#places.set(key, place);
    this.#firsts.push(category);
    this.#seconds.push(other);
    return place;
  }

  /** Σ_ck o_ck δ²(c, k). */
  sum(sums: Float64Array, distance: (category: number, other: number) => number): number {
    let sum = 0;
    // Counted, not iterated: resampling comes here millions of times.
    for (let pair = 0; pair < this.#firsts.length; pair++) {
      const coincidences = at(sums, this.#categories + pair);
      if (coincidences > 0) sum += coincidences * distance(at(this.#firsts, pair), at(this.#seconds, pair));
    }
    return sum;
  }
}

function addItem(addTo: AddTo, counts: ReadonlyMap<number, number>, pairs: PairPlaces): void {
  const raters = total(counts.values());
  if (raters < 2) return;
  for (const [category, count] of counts) {
    addTo(category, count);
    if (counts.size === 1) return;
    for (const [other, others] of counts) {
      if (other > category) addTo(pairs.placeOf(category, other), (2 * count * others) / (raters - 1));
    }
  }
}
