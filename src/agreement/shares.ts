import { type AddTo, type Figure, gather, type Measured, noFigure } from './figure.ts';
import { add, at } from './numbers.ts';
import { type CodedRatings, countsOf } from './ratings.ts';
import type { Weight } from './weights.ts';

/** What the measures for any number of coders without coders of their own are made of. */
export interface Shares {
  /** How far two coders of an item agree, in the mean of the items that at least two have rated. */
  readonly observed: number;
  /** Of each category the share of ratings that it has, in the mean of the items that anybody has rated. */
  readonly shares: Float64Array;
}

const PAIRABLE = 0;
const AGREEMENT = 1;
const RATED = 2;
const FIRST_SHARE = 3;

/**
 * A measure that looks only at how many coders chose each category of an item: observed agreement is the share of
 * agreeing pairs of coders, item by item, weighted if `weight` says so. Items with one rating say how common a
 * category is, but nothing of agreement (Gwet 2014, chapter 2, which for complete ratings is Fleiss 1971).
 * `finish` makes the figure of it.
 */
export function measureShares(
  { articles, categories, coders }: CodedRatings,
  finish: (shares: Shares) => Figure,
  weight?: Weight,
): Measured {
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    if (at(sums, PAIRABLE) === 0) return noFigure('nothing-doubly-coded');
    const observed = at(sums, AGREEMENT) / at(sums, PAIRABLE);
    return finish({ observed, shares: sums.slice(FIRST_SHARE).map((sum) => sum / at(sums, RATED)) });
  };
  return {
    length: FIRST_SHARE + categories.length,
    articles: articles.map((items) =>
      gather((addTo) => {
        for (const item of items) addItem(addTo, countsOf(item), weight);
      }),
    ),
    figureOf,
  };
}

function addItem(addTo: AddTo, counts: ReadonlyMap<number, number>, weight: Weight | undefined): void {
  let raters = 0;
  for (const count of counts.values()) raters += count;
  if (raters === 0) return;
  addTo(RATED, 1);
  for (const [category, count] of counts) addTo(FIRST_SHARE + category, count / raters);
  if (raters < 2) return;
  addTo(PAIRABLE, 1);
  addTo(AGREEMENT, agreeingPairs(counts, weight) / (raters * (raters - 1)));
}

/** Ordered pairs of coders that agree, or as far as they do. */
function agreeingPairs(counts: ReadonlyMap<number, number>, weight: Weight | undefined): number {
  let pairs = 0;
  for (const [category, count] of counts) {
    pairs += count * (count - 1);
    if (!weight) continue;
    for (const [other, others] of counts) {
      if (other !== category) pairs += weight(category, other) * count * others;
    }
  }
  return pairs;
}

/** How often two ratings agree that are drawn with these shares: Σ p². */
export function chanceOfSame(shares: Float64Array): number {
  let sum = 0;
  for (const share of shares) sum += share * share;
  return sum;
}

/** Shares of counts; zeros where nothing was counted. */
export function sharesOf(counts: Float64Array): Float64Array {
  let all = 0;
  for (const count of counts) all += count;
  const shares = new Float64Array(counts.length);
  for (const [place, count] of counts.entries()) add(shares, place, all === 0 ? 0 : count / all);
  return shares;
}
