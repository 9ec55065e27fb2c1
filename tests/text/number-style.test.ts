import { expect, test } from 'vitest';
import { foldDigits } from '../../src/text/native-digits.ts';
import { asWestern } from '../../src/text/number-style.ts';

test.each([
  ['1.500', 'comma', '1,500'],
  ['1,5', 'comma', '1.5'],
  ['12.345,5', 'comma', '12,345.5'],
  ['1.500', 'point', '1.500'],
  ['1.500', 'unknown', undefined],
  ['1,500', 'unknown', undefined],
  ['0.500', 'unknown', '0.500'],
  ['12.345.678', 'point', '12,345,678'],
  ['192.168.100.200', 'point', '192.168.100.200'],
  ['03.05.2023', 'comma', '03.05.2023'],
  ["1'850", 'unknown', '1,850'],
  ['٣٬٥٠٠٫٢', 'unknown', '3,500.2'],
] as const)('%s in the style %s is %s', (numeral, style, western) => {
  expect(asWestern(numeral, style)).toBe(western);
});

test('digits of other scripts become 0 to 9, and nothing moves', () => {
  for (const [text, folded] of [
    ['१२.५ प्रतिशत', '12.5 प्रतिशत'],
    ['١٢٪ و ۴', '12% و 4'],
    ['１２．４％', '12.4%'],
    ['no digits 😀 at all', 'no digits 😀 at all'],
  ] as const) {
    expect(foldDigits(text)).toBe(folded);
    expect(foldDigits(text)).toHaveLength(text.length);
  }
});
