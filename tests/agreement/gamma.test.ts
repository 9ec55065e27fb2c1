import { describe, expect, test } from 'vitest';
import { bestAlignment } from '../../src/agreement/best-alignment.ts';
import type { Continuum, Unit } from '../../src/agreement/continuum.ts';
import { combinedDissimilarity } from '../../src/agreement/dissimilarity.ts';
import { figureOfAll } from '../../src/agreement/figure.ts';
import { gamma } from '../../src/agreement/gamma.ts';
import { shuffledChance, statisticalChance } from '../../src/agreement/gamma-chance.ts';
import { largestMatching } from '../../src/agreement/largest-matching.ts';
import { type Random, randomFrom } from '../../src/agreement/random.ts';

const dissimilarity = combinedDissimilarity();

function drawUnits(random: Random, count: number, room: number): Unit[] {
  return Array.from({ length: count }, () => {
    const start = random.below(room);
    return { start, end: start + 1 + random.below(8), label: 'ab'[random.below(2)] ?? 'a' };
  });
}

/** The least disorder by trying every way to group units, as the definition says. */
function leastDisorder(coders: readonly (readonly Unit[])[]): number {
  const units = coders.flatMap((own, coder) => own.map((one) => ({ coder, one })));
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const groups: { coder: number; one: Unit }[][] = [];
  const disorder = (group: (typeof groups)[number]) => {
    let sum = pairs - (group.length * (group.length - 1)) / 2;
    for (const [rank, { one }] of group.entries()) {
      for (const other of group.slice(rank + 1)) sum += dissimilarity.between(one, other.one);
    }
    return sum / pairs;
  };
  let least = Infinity;
  const place = (number: number): void => {
    const next = units[number];
    if (!next) {
      least = Math.min(
        least,
        groups.reduce((sum, group) => sum + disorder(group), 0),
      );
      return;
    }
    for (const group of groups.filter((all) => all.every(({ coder }) => coder !== next.coder))) {
      group.push(next);
      place(number + 1);
      group.pop();
    }
    groups.push([next]);
    place(number + 1);
    groups.pop();
  };
  place(0);
  return least;
}

describe('the best alignment', () => {
  test.each([
    [2, 5],
    [3, 3],
    [4, 2],
  ])('of %s coders is the one that trying everything finds', (coders, most) => {
    const random = randomFrom(coders);
    for (let round = 0; round < 40; round++) {
      const drawn = Array.from({ length: coders }, () => drawUnits(random, random.below(most + 1), 30));
      const { disorder, isExact, groups } = bestAlignment(drawn, dissimilarity);
      expect(isExact).toBe(true);
      expect(disorder).toBeCloseTo(leastDisorder(drawn), 9);
      expect(groups.flat().filter(Boolean)).toHaveLength(drawn.flat().length);
    }
  });

  test('says where it gave up, and is then no worse than leaving all alone', () => {
    const random = randomFrom(2);
    const dense = Array.from({ length: 5 }, () => drawUnits(random, 60, 60));
    const { disorder, isExact } = bestAlignment(dense, dissimilarity);
    expect(isExact).toBe(false);
    expect(disorder).toBeLessThan(300);
  });
});

test('the largest matching moves partners to make room', () => {
  expect(largestMatching([[0, 1], [0], [1, 2]], 3)).toBe(3);
  expect(largestMatching([[0], [0], [0]], 1)).toBe(1);
});

const TRUTH: readonly Unit[] = [
  { start: 3, end: 12, label: 'a' },
  { start: 20, end: 31, label: 'b' },
  { start: 40, end: 44, label: 'a' },
  { start: 50, end: 63, label: 'c' },
  { start: 70, end: 82, label: 'b' },
];

function continuum(...coders: readonly (readonly Unit[])[]): Continuum {
  return { start: 0, end: 100, coders };
}

const moved = (by: number) => TRUTH.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
const gammaOf = (...coders: readonly (readonly Unit[])[]) =>
  figureOfAll(gamma([continuum(...coders)]).measured).value ?? Number.NaN;

describe('γ', () => {
  test('is one for coders who agree, and less the further they are apart', () => {
    expect(gammaOf(TRUTH, TRUTH, TRUTH)).toBe(1);
    const values = [0, 1, 3, 6].map((by) => gammaOf(TRUTH, moved(by)));
    expect(values).toEqual([...values].sort((one, other) => other - one));
    expect(gammaOf(TRUTH, moved(1))).toBeGreaterThan(0.8);
    const relabelled = TRUTH.map((one) => ({ ...one, label: one.label === 'a' ? 'b' : 'a' }));
    expect(gammaOf(TRUTH, relabelled)).toBeLessThan(gammaOf(TRUTH, moved(1)));
  });

  test('is the same for the same seed, near it for another, and does not depend on where the text begins', () => {
    const pair = continuum(TRUTH, moved(2));
    const figure = (seed: number) => figureOfAll(gamma([pair], { seed }).measured);
    expect(figure(7)).toEqual(figure(7));
    expect(figure(7).value).not.toBe(figure(8).value);
    expect(figure(8).value).toBeCloseTo(figure(7).value ?? Number.NaN, 1);
    const late = { start: 500, end: 600, coders: [moved(500), moved(502)] };
    const found = gamma([late], { seed: 7 });
    expect(figureOfAll(found.measured).value).toBeCloseTo(figure(7).value ?? Number.NaN, 9);
    expect(found.alignments[0]?.groups[0]?.[0]?.start).toBe(503);
  });

  test.each([
    ['statistical', statisticalChance],
    ['shuffled', shuffledChance],
  ])('has no agreement by chance: what the %s model draws lies about zero', (_name, chance) => {
    const random = randomFrom(3);
    const long = [0, 100, 200, 300].flatMap((by) => moved(by));
    const values = Array.from({ length: 12 }, () => {
      const coders = chance([long, long], random);
      const places = coders.flat().flatMap(({ start, end }) => [start, end]);
      const drawn = { start: Math.min(0, ...places), end: Math.max(...places), coders };
      return figureOfAll(gamma([drawn], { chance, precision: 0.1 }).measured).value ?? 0;
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.15);
  });

  test('is undefined for nothing, for one coder, and where chance makes no disorder', () => {
    const reason = (...coders: readonly (readonly Unit[])[]) =>
      figureOfAll(gamma([continuum(...coders)]).measured).reason;
    expect(reason([], [])).toBe('no-units');
    expect(reason(TRUTH)).toBe('one-coder');
    const first = [{ start: 0, end: 5, label: 'a' }];
    expect(reason(first, first)).toBe('nothing-by-chance');
  });

  test('adds the disorders of several articles, each with as much weight as it has units', () => {
    const [one, other] = [continuum(TRUTH, moved(1)), continuum(TRUTH.slice(0, 2), moved(5).slice(0, 2))];
    const both = gamma([one, other, continuum([], [])]);
    const disorders = both.alignments.map(({ disorder }) => disorder);
    const observed = figureOfAll(both.measured).observed ?? 0;
    expect(observed).toBeCloseTo(((disorders[0] ?? 0) + (disorders[1] ?? 0)) / (5 + 2), 9);
  });
});
