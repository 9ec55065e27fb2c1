import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/alpha.ts';
import { brennanPrediger } from '../../src/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../src/agreement/cohen.ts';
import { type Figure, figureOfAll, type Measured } from '../../src/agreement/figure.ts';
import { fleissKappa } from '../../src/agreement/fleiss.ts';
import { gwetAc1 } from '../../src/agreement/gwet-ac1.ts';
import { gwetAc2 } from '../../src/agreement/gwet-ac2.ts';
import {
  interval,
  jaccard,
  masi,
  masiSimilarity,
  nominal,
  ordinal,
  ratio,
  set,
} from '../../src/agreement/levels.ts';
import { observedAgreement } from '../../src/agreement/observed.ts';
import { randolphKappa } from '../../src/agreement/randolph.ts';
import { type CodedRatings, codeRatings, type Rating, type Ratings } from '../../src/agreement/ratings.ts';
import { scottPi } from '../../src/agreement/scott.ts';
import { weightsOf } from '../../src/agreement/weights.ts';

/**
 * Two coders' ratings from a table of counts: the first one's categories in rows, the second one's in columns,
 * from 1.
 */
function fromTable(table: readonly (readonly number[])[]): (readonly number[])[] {
  return table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one + 1, other + 1])),
  );
}

function figureOf(
  measure: (ratings: CodedRatings) => Measured,
  items: Ratings,
  possible: readonly Rating[] = [],
) {
  return figureOfAll(measure(codeRatings([items], possible)));
}

const MEASURES: Readonly<Record<string, (ratings: CodedRatings) => Measured>> = {
  observed: observedAgreement,
  cohen: (ratings) => cohenKappa(ratings),
  linear: (ratings) => cohenKappa(ratings, weightsOf('linear', ratings.categories)),
  quadratic: (ratings) => cohenKappa(ratings, weightsOf('quadratic', ratings.categories)),
  scott: scottPi,
  fleiss: fleissKappa,
  'brennan-prediger': brennanPrediger,
  randolph: randolphKappa,
  'gwet-ac1': gwetAc1,
  'gwet-ac2': (ratings) => gwetAc2(ratings, weightsOf('quadratic', ratings.categories)),
  alpha: (ratings) => krippendorffAlpha(ratings, nominal),
  'alpha ordinal': (ratings) => krippendorffAlpha(ratings, ordinal),
};

// Cohen (1960), pages 37 and 45, and tables as they are printed in tests of DKPro Statistics with the figures of R's irrCAC 1.4.
const COHEN_37 = [
  [25, 12, 3],
  [13, 2, 15],
  [12, 16, 2],
];
const COHEN_45 = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];
const SKEWED = [
  [80, 7],
  [8, 5],
];
const LIKERT_4 = [
  [20, 5, 1, 0],
  [4, 15, 6, 1],
  [0, 5, 18, 4],
  [0, 1, 3, 12],
];
const LIKERT_5 = [
  [15, 4, 1, 0, 0],
  [3, 12, 4, 1, 0],
  [1, 3, 14, 3, 1],
  [0, 1, 3, 10, 2],
  [0, 0, 1, 2, 8],
];

describe('figures of papers and other programs', () => {
  test.each([
    ['gwet-ac1', SKEWED, 0.808, 0.85, 0.21875],
    ['gwet-ac2', SKEWED, 0.808, 0.85, 0.21875],
    ['gwet-ac1', COHEN_37, -0.04797, 0.29, 0.3225],
    ['gwet-ac2', COHEN_37, 0.1831, 0.71, 0.645],
    ['gwet-ac1', COHEN_45, 0.57597, 0.7, 0.2925],
    ['gwet-ac2', COHEN_45, 0.63855, 0.85, 0.585],
    ['gwet-ac1', LIKERT_4, 0.58046, 0.684210526315789, 0.247294552169898],
    ['gwet-ac2', LIKERT_4, 0.84028, 0.95438596491228, 0.714406484046373],
    ['gwet-ac1', LIKERT_5, 0.57997, 0.662921348314607, 0.197497159449564],
    ['gwet-ac2', LIKERT_5, 0.87005, 0.966292134831461, 0.740614347935867],
    ['cohen', COHEN_45, 0.491525, 0.7, 0.41],
  ])('%s of a table of two coders', (name, table, value, observed, expected) => {
    const found = figureOf(MEASURES[name] ?? observedAgreement, fromTable(table));
    expect(found.value).toBeCloseTo(value, 5);
    expect(found.observed).toBeCloseTo(observed, 9);
    expect(found.expected).toBeCloseTo(expected, 9);
  });

  // Randolph (2005), page 17: the same observed agreement, with categories that are used evenly and that are not.
  const even = [
    ['Yes', 'Yes', 'Yes'],
    ['Yes', 'Yes', 'No'],
    ['No', 'No', 'Yes'],
    ['No', 'No', 'No'],
  ];
  const uneven = [
    ['Yes', 'Yes', 'Yes'],
    ['Yes', 'Yes', 'No'],
    ['Yes', 'Yes', 'No'],
    ['Yes', 'Yes', 'Yes'],
  ];
  test.each([
    ['fleiss', even, 0.33],
    ['randolph', even, 0.33],
    ['fleiss', uneven, -0.2],
    ['randolph', uneven, 0.33],
    ['brennan-prediger', uneven, 0.33],
  ])('%s of the examples of Randolph (2005)', (name, items, value) => {
    expect(figureOf(MEASURES[name] ?? observedAgreement, items).value).toBeCloseTo(value, 2);
  });

  // Weighted κ, worked out by hand from the definition of Cohen (1968): see the comment of each.
  test('weighted κ of two coders on a scale of three', () => {
    const table = [
      [4, 1, 0],
      [1, 2, 1],
      [0, 0, 1],
    ];
    // Rows 5 4 1, columns 5 3 2. Linear: observed 8.5/10, expected (25+12+2 + ½(15+20+8+3))/100 = .62.
    const linear = figureOf(MEASURES.linear ?? scottPi, fromTable(table));
    expect(linear.observed).toBeCloseTo(0.85, 12);
    expect(linear.expected).toBeCloseTo(0.62, 12);
    // Quadratic: neighbours weigh ¾: observed 9.25/10, expected (39 + ¾·46)/100 = .735.
    const quadratic = figureOf(MEASURES.quadratic ?? scottPi, fromTable(table));
    expect(quadratic.observed).toBeCloseTo(0.925, 12);
    expect(quadratic.expected).toBeCloseTo(0.735, 12);
    expect(quadratic.value).toBeCloseTo((0.925 - 0.735) / (1 - 0.735), 12);
  });

  test("one coder's only category makes κ nothing, whatever the weights", () => {
    const items = [...Array.from({ length: 11 }, () => [1, 1]), [1, 2], [1, 3]];
    for (const name of ['cohen', 'linear', 'quadratic']) {
      expect(figureOf(MEASURES[name] ?? scottPi, items).value).toBeCloseTo(0, 12);
    }
    expect(figureOf(MEASURES.alpha ?? scottPi, items).value).toBeCloseTo(-0.02, 3);
  });

  // Hayes & Krippendorff's levels on the four observers and twelve units of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
  const FOUR_OBSERVERS: Ratings<number> = [
    [1, 1, null, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [null, 5, 5, 5],
    [null, null, 1, 1],
    [null, null, 3, null],
  ];
  test.each([
    ['nominal', nominal, 0.743],
    ['ordinal', ordinal, 0.815],
    ['interval', interval, 0.849],
    ['ratio', ratio, 0.797],
  ])('α at the level %s of Krippendorff (2011)', (_name, level, value) => {
    const figure = figureOfAll(krippendorffAlpha(codeRatings([FOUR_OBSERVERS]), level));
    expect(figure.value).toBeCloseTo(value, 3);
  });

  const SETS: Ratings<readonly string[]> = [
    [[], []],
    [['A'], []],
    [['A'], ['A']],
    [['A'], ['B']],
    [['A', 'B'], ['A']],
    [
      ['A', 'B'],
      ['C', 'A'],
    ],
    [
      ['A', 'B', 'C'],
      ['C', 'B', 'A', 'A'],
    ],
    [['C'], ['A', 'C']],
    [['C'], ['A', 'C']],
  ];
  // Observed disagreement by hand: nine items, of which the second to the last differ as the distances say.
  test.each([
    ['set', set, (1 / 3 + 1 + 1 / 3 + 2 / 3 + 1 / 3 + 1 / 3) / 9],
    ['jaccard', jaccard, (1 + 1 + 1 / 2 + 2 / 3 + 1 / 2 + 1 / 2) / 9],
    ['masi', masi, (1 / 3 + 1 + 1 / 6 + 4 / 9 + 1 / 6 + 1 / 6) / 9],
    ['masi-similarity', masiSimilarity, (1 + 1 + 2 / 3 + 8 / 9 + 2 / 3 + 2 / 3) / 9],
  ])('sets by %s, whatever the order of their members', (_name, level, observed) => {
    const figure = figureOfAll(krippendorffAlpha(codeRatings([SETS]), level));
    expect(figure.observed).toBeCloseTo(observed, 12);
    expect(figure.value).toBeLessThan(1);
  });
});

describe('what is not defined', () => {
  const same = [
    ['a', 'a'],
    ['a', 'a'],
  ];
  const reasonOf = (name: string, items: Ratings, possible: readonly Rating[] = []) => {
    const { value, reason } = figureOf(MEASURES[name] ?? observedAgreement, items, possible);
    return value === null ? reason : value;
  };

  test.each(['cohen', 'linear', 'scott', 'fleiss', 'alpha', 'alpha ordinal'])(
    '%s where all ratings are the same, even if others were possible',
    (name) => {
      expect(reasonOf(name, same)).toBe('one-category');
      expect(reasonOf(name, same, ['a', 'b'])).toBe('one-category');
    },
  );

  test.each(['brennan-prediger', 'randolph', 'gwet-ac1', 'gwet-ac2'])(
    '%s where one category is known only; with a second it is agreement beyond chance',
    (name) => {
      expect(reasonOf(name, same)).toBe('one-possible-category');
      expect(reasonOf(name, same, ['a', 'b'])).toBe(1);
    },
  );

  test.each(Object.keys(MEASURES))('%s of nothing, one coder, and nothing that two have coded', (name) => {
    expect(reasonOf(name, [])).toBe('one-coder');
    expect(reasonOf(name, [['a'], ['b']])).toBe('one-coder');
    const alone = [
      ['a', null],
      [null, 'b'],
    ];
    expect(reasonOf(name, alone)).toBe('nothing-doubly-coded');
    expect(reasonOf(name, [[null, null]])).not.toBeTypeOf('number');
  });

  test('π of three coders, and κ of three of whom two share nothing', () => {
    const three = [
      ['a', 'b', null],
      ['b', 'b', null],
      [null, 'a', 'a'],
      [null, 'b', 'a'],
    ];
    expect(reasonOf('scott', three)).toBe('more-than-two-coders');
    expect(reasonOf('cohen', three)).toBe('undefined-pair');
  });

  test('items with different numbers of coders, numbers that are none, ratios below zero', () => {
    expect(() => codeRatings([[['a', 'b'], ['a']]])).toThrow(RangeError);
    expect(() => codeRatings([[[1, Number.NaN]]])).toThrow(RangeError);
    expect(() => krippendorffAlpha(codeRatings([[[1, -1]]]), ratio)).toThrow(RangeError);
    expect(() => weightsOf('ratio', [0, 1])).toThrow(RangeError);
  });
});

test("Light's κ is the mean of the κ of each two", () => {
  const items = [
    ['a', 'a', 'b'],
    ['b', 'b', 'b'],
    ['a', 'b', 'a'],
    ['b', 'b', 'a'],
    ['a', 'a', 'a'],
  ];
  const pair = (one: number, other: number): Figure =>
    figureOf(
      cohenKappa,
      items.map((item) => [item[one] ?? null, item[other] ?? null]),
    );
  const values = [pair(0, 1), pair(0, 2), pair(1, 2)].map(({ value }) => value ?? Number.NaN);
  expect(figureOf(cohenKappa, items).value).toBeCloseTo(
    values.reduce((sum, value) => sum + value, 0) / 3,
    12,
  );
});
