import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';

it.each([
  ['Ines OKAFOR', 'ines okafor'],
  ['café', 'cafe'],
  ['cafe\u0301', 'cafe'],
  ['“Nobody” told ‘us’', '"nobody" told \'us\''],
  ['2019–2020 — so', '2019-2020 - so'],
  ['  a \n\t b\u00a0c ', 'a b c'],
  ['ﬁle №', 'file no'],
  ['שלום', 'שלום'],
  ['🚢', '🚢'],
  ['', ''],
  ['\u0301', ''],
])('%j is compared as %j', (words, expected) => {
  expect(fold(words)).toBe(expected);
});

it('folding twice is folding once, and parts of a text are found in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(fold(fold(words))).toBe(fold(words));
      expect(fold(`before ${words} after`)).toContain(fold(words));
    }),
  );
});

it('folding a character twice is folding it once, for every character', () => {
  const changed: string[] = [];
  for (let code = 0; code < 0x2_0000; code++) {
    const character = String.fromCodePoint(code);
    const once = fold(`a${character}b`);
    if (fold(once) !== once) changed.push(code.toString(16));
  }
  expect(changed).toEqual([]);
});
