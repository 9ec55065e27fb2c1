import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/alpha.ts';
import { brennanPrediger } from '../../src/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../src/agreement/cohen.ts';
import { figureOfAll, type Measured } from '../../src/agreement/figure.ts';
import { fleissKappa } from '../../src/agreement/fleiss.ts';
import { gwetAc1 } from '../../src/agreement/gwet-ac1.ts';
import { gwetAc2 } from '../../src/agreement/gwet-ac2.ts';
import { interval, type Level, nominal, ordinal, ratio } from '../../src/agreement/levels.ts';
import { observedAgreement } from '../../src/agreement/observed.ts';
import { type Random, randomFrom } from '../../src/agreement/random.ts';
import { type CodedRatings, codeRatings, type Ratings } from '../../src/agreement/ratings.ts';
import { scottPi } from '../../src/agreement/scott.ts';
import { WEIGHTINGS, weightsOf } from '../../src/agreement/weights.ts';

type Numbers = (number | null)[][];

const MEASURES: readonly (readonly [string, (ratings: CodedRatings<number>) => Measured])[] = [
  ['observed', observedAgreement],
  ['fleiss', fleissKappa],
  ['brennan-prediger', brennanPrediger],
  ['gwet-ac1', gwetAc1],
  ['cohen', (ratings) => cohenKappa(ratings)],
  ...WEIGHTINGS.map(
    (weighting) =>
      [
        `gwet-ac2 ${weighting}`,
        (ratings: CodedRatings<number>) => gwetAc2(ratings, weightsOf(weighting, ratings.categories)),
      ] as const,
  ),
  ['alpha nominal', (ratings) => krippendorffAlpha(ratings, nominal)],
  ['alpha ordinal', (ratings) => krippendorffAlpha(ratings, ordinal)],
  ['alpha interval', (ratings) => krippendorffAlpha(ratings, interval)],
  ['alpha ratio', (ratings) => krippendorffAlpha(ratings, ratio)],
];

function draw(random: Random, items: number, coders: number, missing: number): Numbers {
  return Array.from({ length: items }, () => {
    const truth = 1 + random.below(4);
    return Array.from({ length: coders }, () => {
      if (random.next() < missing) return null;
      return random.next() < 0.7 ? truth : 1 + random.below(4);
    });
  });
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => [random.next(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}

const valueOfItems = (measure: (ratings: CodedRatings<number>) => Measured, items: Ratings<number>) =>
  figureOfAll(measure(codeRatings([items]))).value ?? Number.NaN;

describe.each(MEASURES)('%s', (_name, measure) => {
  test('is the same whichever coder and item comes first', () => {
    const random = randomFrom(11);
    for (let round = 0; round < 10; round++) {
      const items = draw(random, 30, 4, 0.15);
      const order = shuffled([0, 1, 2, 3], random);
      const turned = shuffled(items, random).map((item) => order.map((coder) => item[coder] ?? null));
      expect(valueOfItems(measure, turned)).toBeCloseTo(valueOfItems(measure, items), 10);
    }
  });

  test('is one where all agree, and at most one', () => {
    const random = randomFrom(12);
    const agreed = Array.from({ length: 20 }, () => Array.from({ length: 3 }, (_, coder) => coder)).map(
      (item, number) => item.map(() => 1 + (number % 3)),
    );
    expect(valueOfItems(measure, agreed)).toBeCloseTo(1, 12);
    for (let round = 0; round < 10; round++) {
      expect(valueOfItems(measure, draw(random, 20, 3, 0.2))).toBeLessThanOrEqual(1);
    }
  });

  test('is the same however items are spread over articles', () => {
    const items = draw(randomFrom(13), 40, 3, 0.2);
    const spread = codeRatings([items.slice(0, 7), [], items.slice(7, 30), items.slice(30)]);
    expect(figureOfAll(measure(spread)).value).toBeCloseTo(valueOfItems(measure, items), 12);
  });

  test('does not see items that nobody has rated', () => {
    const items = draw(randomFrom(14), 25, 3, 0.2);
    const padded = [[null, null, null], ...items, [null, null, null]];
    expect(valueOfItems(measure, padded)).toBeCloseTo(valueOfItems(measure, items), 12);
  });
});

test('by chance alone the corrected measures are about nothing', () => {
  const random = randomFrom(15);
  const items = Array.from({ length: 4000 }, () => [1 + random.below(3), 1 + random.below(3)]);
  for (const [name, measure] of MEASURES) {
    const value = valueOfItems(measure, items);
    if (name !== 'observed') expect(Math.abs(value)).toBeLessThan(0.06);
    else expect(value).toBeCloseTo(1 / 3, 1);
  }
});

describe('two coders and nothing missing', () => {
  test.each([5, 20, 100, 1000])('α of %s items is π, but for as many ratings as there are', (count) => {
    const items = draw(randomFrom(count), count, 2, 0);
    const ratings = codeRatings([items]);
    const pi = figureOfAll(scottPi(ratings)).value ?? Number.NaN;
    const alpha = figureOfAll(krippendorffAlpha(ratings, nominal)).value ?? Number.NaN;
    // 1 − α = (1 − π)(2n − 1)/2n: Krippendorff (2004), Human Communication Research 30(3), 411–433.
    expect(1 - alpha).toBeCloseTo(((1 - pi) * (2 * count - 1)) / (2 * count), 12);
    expect(Math.abs(alpha - pi)).toBeLessThanOrEqual(1 / count);
    expect(figureOfAll(fleissKappa(ratings)).value).toBeCloseTo(pi, 12);
  });

  test('κ is never below π', () => {
    const random = randomFrom(16);
    for (let round = 0; round < 30; round++) {
      const ratings = codeRatings([draw(random, 25, 2, 0)]);
      const [kappa, pi] = [cohenKappa(ratings), scottPi(ratings)].map(
        (measure) => figureOfAll(measure).value ?? 0,
      );
      expect(kappa).toBeGreaterThanOrEqual((pi ?? 0) - 1e-12);
    }
  });
});

/** As the definition has it: every pair of ratings, each with each. */
function alphaByPairs(items: Numbers, distance: (one: number, other: number) => number): number {
  const rated = items
    .map((item) => item.filter((value) => value !== null))
    .filter(({ length }) => length > 1);
  const all = rated.flat();
  const between = (values: readonly number[]) =>
    values.reduce(
      (sum, one, rank) =>
        sum + values.reduce((part, other, at) => part + (at === rank ? 0 : distance(one, other)), 0),
      0,
    );
  const observed = rated.reduce((sum, item) => sum + between(item) / (item.length - 1), 0) / all.length;
  return 1 - observed / (between(all) / (all.length * (all.length - 1)));
}

test.each<[string, Level<number>, (one: number, other: number) => number]>([
  ['nominal', nominal, (one, other) => Number(one !== other)],
  ['interval', interval, (one, other) => (one - other) ** 2],
  ['ratio', ratio, (one, other) => ((one - other) / (one + other)) ** 2],
])('α at the level %s is what all pairs of ratings give', (_name, level, distance) => {
  const random = randomFrom(17);
  for (let round = 0; round < 20; round++) {
    const items = draw(random, 15, 4, 0.3);
    expect(valueOfItems((ratings) => krippendorffAlpha(ratings, level), items)).toBeCloseTo(
      alphaByPairs(items, distance),
      10,
    );
  }
});

test('weights of identity make AC2 into AC1', () => {
  const ratings = codeRatings([draw(randomFrom(18), 30, 3, 0.2)]);
  const ac2 = figureOfAll(gwetAc2(ratings, weightsOf('identity', ratings.categories)));
  expect(figureOfAll(gwetAc1(ratings))).toEqual(ac2);
});

test('large numbers close to each other lose nothing at the level of intervals', () => {
  const items = draw(randomFrom(19), 50, 3, 0);
  const far = items.map((item) => item.map((value) => (value ?? 0) + 1e9));
  const alpha = (ratings: CodedRatings<number>) => krippendorffAlpha(ratings, interval);
  expect(valueOfItems(alpha, far)).toBeCloseTo(valueOfItems(alpha, items), 9);
});

describe('D_e of very many different numbers at the level of ratios', () => {
  const random = randomFrom(21);
  const COUNT = 1000;
  test.each<[string, (rank: number) => number]>([
    ['one after another', (rank) => rank + 1],
    ['zero among them', (rank) => rank],
    ['anywhere below a million', () => random.next() * 1e6],
    ['close to each other', (rank) => 1e6 + rank * 1e-4],
    ['in two heaps far apart', (rank) => (rank % 2 === 0 ? 1e-5 * (1 + rank * 1e-3) : 1e5 + rank)],
    ['over six hundred powers of ten', () => 10 ** (600 * random.next() - 300)],
    ['among the least there are', (rank) => (rank + 1) * 1e-310],
    ['in no order', (rank) => (rank * 7919) % COUNT],
  ])('%s: what all pairs give', (_name, numberOf) => {
    const numbers = [...new Set(Array.from({ length: COUNT }, (_, rank) => numberOf(rank)))];
    const counts = Float64Array.from(numbers, () => random.below(4));
    const { all } = ratio(numbers)(counts);
    expect(all / allPairs(numbers, counts)).toBeCloseTo(1, 11);
  });

  test('sums no pairs: 200,000 numbers are 20,000,000,000 of them', () => {
    const numbers = Array.from({ length: 200_000 }, (_, rank) => rank + 1);
    const { all } = ratio(numbers)(new Float64Array(numbers.length).fill(1));
    // ∫∫ ((x − y) / (x + y))² over the unit square is 3 − 4 ln 2.
    expect(all / numbers.length ** 2).toBeCloseTo(3 - 4 * Math.log(2), 4);
  });
});

function allPairs(numbers: readonly number[], counts: Float64Array): number {
  let sum = 0;
  for (const [rank, one] of numbers.entries()) {
    for (const [before, other] of numbers.slice(0, rank).entries())
      sum += 2 * (counts[rank] ?? 0) * (counts[before] ?? 0) * ((one - other) / (one + other)) ** 2;
  }
  return sum;
}
