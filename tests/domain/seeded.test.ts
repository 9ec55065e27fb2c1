import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_SEED, seededNumbers, shuffled } from '../../src/domain/seeded.ts';

const first = (seed: number, count: number) => {
  const next = seededNumbers(seed);
  return Array.from({ length: count }, () => next());
};

test('a seed gives the same numbers on every machine and for ever', () => {
  expect(first(0, 3)).toEqual([1144304738, 1416247, 958946056]);
  expect(first(1, 3)).toEqual([2693262067, 11749833, 2265367787]);
  expect(first(MAX_SEED, 1)).not.toEqual(first(0, 1));
});

test.each([-1, 0.5, Number.NaN, MAX_SEED + 1])('%s is no seed', (seed) => {
  expect(() => seededNumbers(seed)).toThrow(RangeError);
});

test('the numbers spread over the whole range', () => {
  const tenths = new Array<number>(10).fill(0);
  for (const number of first(7, 10_000)) {
    const at = Math.floor((number / 2 ** 32) * 10);
    tenths[at] = (tenths[at] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('shuffling keeps every item, and every item comes to every place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 0, max: MAX_SEED }), (items, seed) => {
      const order = shuffled(items, seededNumbers(seed));
      expect([...order].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
    }),
  );
  const places = new Set<string>();
  for (let seed = 0; seed < 500; seed += 1) {
    shuffled(['a', 'b', 'c', 'd'], seededNumbers(seed)).forEach((item, at) => {
      places.add(`${item}${at}`);
    });
  }
  expect(places.size).toBe(16);
});
