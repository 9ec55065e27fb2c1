import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAtLeast } from '../../src/text/sorted-numbers.ts';

test('finds the first number that is at least the limit', () => {
  const property = fc.property(
    fc.array(fc.integer({ min: 0, max: 40 })),
    fc.integer({ max: 45 }),
    (numbers, limit) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect(firstAtLeast(sorted, limit)).toBe(sorted.filter((number) => number < limit).length);
    },
  );
  fc.assert(property);
});
