import { type AddTo, type Figure, fromAgreement, gather, type Measured, noFigure } from './figure.ts';
import { at, mean, pairsOf } from './numbers.ts';
import { type CodedRatings, MISSING } from './ratings.ts';
import type { Weight } from './weights.ts';

const ITEMS = 0;
const AGREEMENT = 1;
const FIRST_COUNT = 2;

/**
 * Cohen's κ for two coders: chance keeps each coder's own habits. Items that one of two has not rated are left
 * out. With more coders it is the mean of the κ of each two, which is Light's κ; undefined if one of them is.
 *
 *   κ = (P_o − P_e) / (1 − P_e),  P_e = Σ_k p_1k p_2k
 *
 * With weights, P_o = Σ_kl w_kl p_kl and P_e = Σ_kl w_kl p_1k p_2l.
 *
 * Source: Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
 * Measurement 20(1), 37–46; Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70(4), 213–220; Light, R. J.
 * (1971). Measures of response agreement for qualitative data. Psychological Bulletin 76(5), 365–377.
 */
export function cohenKappa(ratings: CodedRatings, weight?: Weight): Measured {
  const { articles, categories, coders } = ratings;
  const pairs = pairsOf(coders);
  const width = FIRST_COUNT + 2 * categories.length;
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    const figures = pairs.map((_, pair) =>
      pairFigure(sums.subarray(pair * width, (pair + 1) * width), weight),
    );
    return meanFigure(figures);
  };
  return {
    length: pairs.length * width,
    articles: articles.map((items) =>
      gather((addTo) => {
        for (const [pair, [one, other]] of pairs.entries()) {
          const addToPair: AddTo = (place, amount) => addTo(pair * width + place, amount);
          for (const item of items) addItem(addToPair, item[one], item[other], categories.length, weight);
        }
      }),
    ),
    figureOf,
  };
}

function addItem(
  addTo: AddTo,
  one: number = MISSING,
  other: number = MISSING,
  categories: number,
  weight: Weight | undefined,
): void {
  if (one === MISSING || other === MISSING) return;
  addTo(ITEMS, 1);
  if (weight || one === other) addTo(AGREEMENT, weight ? weight(one, other) : 1);
  addTo(FIRST_COUNT + one, 1);
  addTo(FIRST_COUNT + categories + other, 1);
}

function pairFigure(sums: Float64Array, weight: Weight | undefined): Figure {
  const items = at(sums, ITEMS);
  if (items === 0) return noFigure('nothing-doubly-coded');
  const categories = (sums.length - FIRST_COUNT) / 2;
  const [ones, others] = [sums.subarray(FIRST_COUNT), sums.subarray(FIRST_COUNT + categories)];
  const expected = chanceAgreement(ones, others, categories, weight) / items ** 2;
  return fromAgreement(at(sums, AGREEMENT) / items, expected);
}

function chanceAgreement(
  ones: Float64Array,
  others: Float64Array,
  categories: number,
  weight: Weight | undefined,
): number {
  let sum = 0;
  for (let category = 0; category < categories; category++) {
    if (!weight) sum += at(ones, category) * at(others, category);
    else if (at(ones, category) > 0) {
      for (let other = 0; other < categories; other++) {
        sum += weight(category, other) * at(ones, category) * at(others, other);
      }
    }
  }
  return sum;
}

/** The mean of what each two coders have; what is observed and expected likewise. */
function meanFigure(figures: readonly Figure[]): Figure {
  const [first, ...rest] = figures;
  if (first && rest.length === 0) return first;
  const values = figures.flatMap(({ value }) => value ?? []);
  const observed = figures.flatMap((figure) => figure.observed ?? []);
  if (values.length < figures.length) {
    const reason = observed.length === 0 ? 'nothing-doubly-coded' : 'undefined-pair';
    return noFigure(reason);
  }
  const expected = figures.flatMap((figure) => figure.expected ?? []);
  return { value: mean(values), observed: mean(observed), expected: mean(expected) };
}
