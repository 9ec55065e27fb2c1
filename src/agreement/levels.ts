import { add, at, total } from './numbers.ts';
import type { Rating } from './ratings.ts';
import { ratioSums } from './ratio-sums.ts';
import {
  jaccardDistance,
  masiDistance,
  masiOfSimilarities,
  type SetDistance,
  setDistance,
} from './set-distances.ts';

/** How far apart the categories of some ratings are. */
export interface Distances {
  /** δ², by the numbers of the categories. */
  readonly distance: (category: number, other: number) => number;
  /** Σ_ck n_c n_k δ²(c, k) over all ordered pairs of categories. */
  readonly all: number;
}

/** The distances between categories, given how often each was chosen. */
export type Scale = (counts: Float64Array) => Distances;

/** A level of measurement: what a difference between two categories means. */
export type Level<Value extends Rating> = (categories: readonly Value[]) => Scale;

/** Names, of which two are the same or not: δ² is 0 or 1. */
export const nominal: Level<Rating> = () => (counts) => {
  let all = 0;
  let squares = 0;
  for (const count of counts) {
    all += count;
    squares += count * count;
  }
  return { distance: (category, other) => (category === other ? 0 : 1), all: all * all - squares };
};

/**
 * Ranks, in the order of the categories: δ is the number of ratings between two of them, with half of those that
 * are equal to either. That is the difference of their middle ranks.
 */
export const ordinal: Level<Rating> = () => (counts) => {
  const ranks = new Float64Array(counts.length);
  let below = 0;
  for (const [category, count] of counts.entries()) {
    add(ranks, category, below + count / 2);
    below += count;
  }
  return alongALine(ranks, counts);
};

/** Numbers whose differences mean something: δ² = (c − k)². */
export const interval: Level<number> = (categories) => (counts) =>
  alongALine(Float64Array.from(categories), counts);

/** Numbers with a zero that means "none": δ² = ((c − k) / (c + k))². Throws a RangeError for one below zero. */
export const ratio: Level<number> = (categories) => {
  const negative = categories.find((category) => category < 0);
  if (negative !== undefined) throw new RangeError(`${negative} is below zero`);
  const numbers = Float64Array.from(categories);
  const distance = (category: number, other: number) => {
    const [one, two] = [at(numbers, category), at(numbers, other)];
    return one === two ? 0 : ((one - two) / (one + two)) ** 2;
  };
  return numbers.length <= FEW_NUMBERS ? byPairs(distance) : byLogarithms(numbers, distance);
};

/** So few that all their pairs are summed sooner than anything else. */
const FEW_NUMBERS = 300;

/** Sets, by how they lie to each other. */
export const set = ofSets(setDistance);
/** Sets, by how much of them is in both. */
export const jaccard = ofSets(jaccardDistance);
/** Sets, by both: the product of the two distances. */
export const masi = ofSets(masiDistance);
/** Sets, by both: one less the product of the two similarities. */
export const masiSimilarity = ofSets(masiOfSimilarities);

/**
 * Positions on a line, at which the sum over all pairs needs no pairs: Σ_ck n_c n_k (x_c − x_k)² = 2 (n Σ n_c
 * x_c² − (Σ n_c x_c)²). Positions are taken from their mean, so that large numbers close to each other lose
 * nothing.
 */
function alongALine(positions: Float64Array, counts: Float64Array): Distances {
  let [n, sum, squares] = [0, 0, 0];
  // Counted, not iterated: resampling comes here thousands of times, with tens of thousands of numbers.
  for (let category = 0; category < counts.length; category++) {
    n += at(counts, category);
    sum += at(counts, category) * at(positions, category);
  }
  const middle = sum / n;
  for (let category = 0; category < counts.length; category++)
    squares += at(counts, category) * (at(positions, category) - middle) ** 2;
  return {
    distance: (category, other) => (at(positions, category) - at(positions, other)) ** 2,
    all: 2 * n * squares,
  };
}

/** Zero is as far as can be from every other number, and has no logarithm. */
function byLogarithms(numbers: Float64Array, distance: (category: number, other: number) => number): Scale {
  const zeros = placesOf(numbers, (number) => number === 0);
  const others = placesOf(numbers, (number) => number > 0);
  const sums = ratioSums(others.map((place) => at(numbers, place)));
  return (counts) => {
    const countOf = (place: number) => at(counts, place);
    const ofOthers = others.map(countOf);
    return { distance, all: 2 * total(zeros.map(countOf)) * total(ofOthers) + sums(ofOthers) };
  };
}

function placesOf(numbers: Float64Array, isWanted: (number: number) => boolean): Float64Array {
  return Float64Array.from(numbers.keys()).filter((place) => isWanted(at(numbers, place)));
}

function ofSets(distance: SetDistance): Level<readonly string[]> {
  return (categories) => {
    const sets = categories.map((members) => new Set(members));
    const none: ReadonlySet<string> = new Set();
    return byPairs((category, other) => distance(sets[category] ?? none, sets[other] ?? none));
  };
}

function byPairs(distance: (category: number, other: number) => number): Scale {
  return (counts) => {
    const used = Int32Array.from([...counts.keys()].filter((category) => at(counts, category) > 0));
    let all = 0;
    // Counted, not iterated: with thousands of different numbers there are millions of pairs.
    for (let rank = 1; rank < used.length; rank++) {
      const category = at(used, rank);
      let sum = 0;
      for (let before = 0; before < rank; before++) {
        const other = at(used, before);
        sum += at(counts, other) * distance(category, other);
      }
      all += 2 * at(counts, category) * sum;
    }
    return { distance, all };
  };
}
