import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { krippendorffAlpha } from '../../src/agreement/alpha.ts';
import { alphaU, alphaUOfLabel, unitDistance } from '../../src/agreement/alpha-u.ts';
import { cohenKappa } from '../../src/agreement/cohen.ts';
import type { Continuum, Gap, Unit } from '../../src/agreement/continuum.ts';
import { combinedDissimilarity } from '../../src/agreement/dissimilarity.ts';
import { type Figure, figureOfAll, type Measured } from '../../src/agreement/figure.ts';
import { fleissKappa } from '../../src/agreement/fleiss.ts';
import { gamma } from '../../src/agreement/gamma.ts';
import { interval, masi, nominal, ordinal } from '../../src/agreement/levels.ts';
import { codeRatings } from '../../src/agreement/ratings.ts';
import { uAlpha } from '../../src/agreement/u-alpha.ts';
import { packageRoot } from '../../src/store/package-root.ts';

/**
 * Worked examples of papers and of other programs' tests; they lie beside the repository, since they are other
 * people's.
 */
const FILE = join(packageRoot(), '../shared/eval/agreement/cases.json');

/** Some cases keep their data as a string of JSON. */
const inJson = z.preprocess((value) => (typeof value === 'string' ? JSON.parse(value) : value), z.unknown());

const cases = z.array(
  z.object({ id: z.string(), metric: z.string(), data: inJson, expected: inJson, tolerance: z.number() }),
);

/**
 * What a figure that is printed with so many decimals may be off where the source cut it off instead of rounding.
 */
const CUT_OFF = 1e-3;

const figures = z.object({
  value: z.number().nullish(),
  po: z.number().optional(),
  pe: z.number().optional(),
  Do: z.number().optional(),
  De: z.number().optional(),
});

function expectFigure(figure: Figure, expected: unknown, tolerance: number): void {
  const { value, po, pe, Do, De } = figures.parse(expected);
  const near = Math.max(tolerance, tolerance >= CUT_OFF ? CUT_OFF : 0) + 1e-9;
  if (value === null) expect(figure.value).toBeNull();
  else if (value !== undefined)
    expect(Math.abs((figure.value ?? Number.NaN) - value)).toBeLessThanOrEqual(near);
  for (const [found, wanted] of [
    [figure.observed, po ?? Do],
    [figure.expected, pe ?? De],
  ]) {
    if (wanted !== undefined) expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(near);
  }
}

const rated = z.object({ items: z.array(z.array(z.unknown())) });
const words = z.array(z.array(z.union([z.string(), z.number()]).nullable()));
const numbers = z.array(z.array(z.number().nullable()));
const sets = z.array(z.array(z.array(z.string()).nullable()));

const RATED: Readonly<Record<string, (items: unknown[][]) => Measured>> = {
  cohen_kappa: (items) => cohenKappa(codeRatings([words.parse(items)])),
  fleiss_kappa: (items) => fleissKappa(codeRatings([words.parse(items)])),
  alpha_nominal: (items) => krippendorffAlpha(codeRatings([words.parse(items)]), nominal),
  alpha_ordinal: (items) => krippendorffAlpha(codeRatings([numbers.parse(items)]), ordinal),
  alpha_interval: (items) => krippendorffAlpha(codeRatings([numbers.parse(items)]), interval),
  alpha_masi: (items) => krippendorffAlpha(codeRatings([sets.parse(items)]), masi),
};

const section = z.tuple([z.number(), z.number(), z.string().nullable()]);

function markOf([start, length, label]: z.infer<typeof section>): Unit | Gap {
  return { start, end: start + length, label };
}

const unitized = z.object({
  begin: z.number(),
  length: z.number(),
  raters: z.number(),
  units: z.array(z.tuple([z.number(), z.number(), z.number(), z.string()])),
});

function continuumIn(data: unknown): Continuum {
  const { begin, length, raters, units } = unitized.parse(data);
  const coders = Array.from({ length: raters }, (_, coder) =>
    units.flatMap(([start, long, rater, label]) => (rater === coder ? markOf([start, long, label]) : [])),
  );
  return { start: begin, end: begin + length, coders };
}

const ofGamma = z.object({
  params: z.object({ alpha: z.number(), beta: z.number(), deltaEmpty: z.number() }),
  continuum: z.array(
    z.object({ annotator: z.string(), start: z.number(), end: z.number(), category: z.string() }),
  ),
});

const ofGammaExpected = z.object({
  pairDissimilarities: z.array(
    z.object({
      annotatorA: z.string(),
      unitIndexA: z.number(),
      annotatorB: z.string(),
      unitIndexB: z.number(),
      combined: z.number(),
    }),
  ),
  bestAlignmentDisorder: z.number(),
  gamma_approx: z.number(),
});

/** The program that they are of draws thirty continua, by chance. */
const OF_CHANCE = 0.05;

function expectGamma(data: unknown, wanted: unknown): void {
  const { params, continuum } = ofGamma.parse(data);
  const expected = ofGammaExpected.parse(wanted);
  const weights = { place: params.alpha, label: params.beta, toNothing: params.deltaEmpty };
  const names = [...new Set(continuum.map(({ annotator }) => annotator))];
  const unitsOf = (name: string): Unit[] =>
    continuum.flatMap(({ annotator, start, end, category }) =>
      annotator === name ? { start, end, label: category } : [],
    );
  const { between } = combinedDissimilarity(weights);
  for (const { annotatorA, unitIndexA, annotatorB, unitIndexB, combined } of expected.pairDissimilarities) {
    const [one, other] = [unitsOf(annotatorA)[unitIndexA], unitsOf(annotatorB)[unitIndexB]];
    expect(one && other && between(one, other)).toBeCloseTo(combined, 3);
  }
  const end = Math.max(...continuum.map((unit) => unit.end));
  const { measured, isExact } = gamma([{ start: 0, end, coders: names.map(unitsOf) }], weights);
  const { value, observed } = figureOfAll(measured);
  expect(isExact).toBe(true);
  expect(observed).toBeCloseTo(expected.bestAlignmentDisorder, 5);
  expect(Math.abs((value ?? Number.NaN) - expected.gamma_approx)).toBeLessThanOrEqual(OF_CHANCE);
}

const ofSegments = z.object({
  segments: z.record(z.string(), z.array(z.tuple([z.string().nullable(), z.number(), z.number()]))),
});

function check(metric: string, data: unknown, expected: unknown, tolerance: number): void {
  const measure = RATED[metric];
  if (measure) return expectFigure(figureOfAll(measure(rated.parse(data).items)), expected, tolerance);
  switch (metric) {
    case 'alpha_u_2004': {
      const article = continuumIn(data);
      const { per_category, ...all } = z
        .looseObject({ per_category: z.record(z.string(), z.unknown()) })
        .parse(expected);
      expectFigure(figureOfAll(alphaU([article])), all, tolerance);
      for (const [label, wanted] of Object.entries(per_category)) {
        expectFigure(figureOfAll(alphaUOfLabel([article], label)), wanted, tolerance);
      }
      return;
    }
    case 'alpha_u_distance': {
      const { a, b } = z.object({ a: section, b: section }).parse(data);
      return expect(unitDistance(markOf(a), markOf(b))).toBe(figures.parse(expected).value);
    }
    case 'u_alpha_2016': {
      const coders = Object.values(ofSegments.parse(data).segments).map((segments) =>
        segments.map(([label, start, end]): Unit | Gap => ({ start, end, label })),
      );
      const end = Math.max(...coders.flat().map((segment) => segment.end));
      return expectFigure(figureOfAll(uAlpha([{ start: 0, end, coders }])), expected, tolerance);
    }
    case 'gamma':
      return expectGamma(data, expected);
    default:
      throw new Error(`nothing measures ${metric}`);
  }
}

const here = existsSync(FILE) ? z.object({ cases }).parse(JSON.parse(readFileSync(FILE, 'utf8'))).cases : [];

describe.runIf(here.length > 0)('worked examples', () => {
  test.each(here)('$id', ({ metric, data, expected, tolerance }) => check(metric, data, expected, tolerance));
});

// Where they are not, this one is named among those that were left out.
test.skipIf(here.length === 0)('there are worked examples beside the repository', () => {
  expect(here.length).toBeGreaterThan(20);
});
