import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowerCase } from '../../src/text/lower-case.ts';

test.each([
  ['harbour', 'harbour'],
  ['O’Dowd', 'o’dowd'],
  ['GEN.', 'gen.'],
  ['Éire', 'éire'],
  ['', ''],
])('%s', (word, lower) => expect(lowerCase(word)).toBe(lower));

test('it is what toLowerCase says', () => {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(words, (word) => {
      expect(lowerCase(word)).toBe(word.toLowerCase());
    }),
  );
});
