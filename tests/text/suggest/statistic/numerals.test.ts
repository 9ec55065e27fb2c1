import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumeral } from '../../../../src/text/suggest/statistic/numerals.ts';

describe('numerals', () => {
  test.each([
    ['3,900', 3900],
    ['1,234,567.89', 1_234_567.89],
    ['12,34,567', 1_234_567],
    ['1.111,11', 1111.11],
    ['5,00', 5],
    ['0,125', 0.125],
    ['.08', 0.08],
    ['1e10', 1e10],
    ['⅞', 0.875],
  ])('%s', (numeral, value) => expect(readNumeral(numeral)).toBe(value));

  test.each(['007', '1.2.3', '1.2,3.4', '9'.repeat(40), '1e999'])('no number: %s', (numeral) =>
    expect(readNumeral(numeral)).toBeUndefined(),
  );

  test('a whole number grouped by commas keeps its value', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (value) => {
        expect(readNumeral(value.toLocaleString('en-GB'))).toBe(value);
      }),
    );
  });
});
