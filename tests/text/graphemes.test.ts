import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsideGrapheme, wholeGraphemes } from '../../src/text/graphemes.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

test('agrees with a segmenter over the whole text', () => {
  const pieces = fc.constantFrom(
    'a',
    ' ',
    '\n',
    'é',
    'e\u0301',
    '🇩',
    '🇪',
    '👍',
    '🏽',
    '👩',
    '\u200d',
    '\ufe0f',
    'दि',
    'क्',
    'ي',
    '한',
    '5',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
      const text = words.join('');
      const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
      for (let at = 1; at < text.length; at++)
        expect(isInsideGrapheme(text, at), `${at}`).toBe(!starts.has(at));
    }),
  );
});

test('finds where a flag begins in a long row of them', () => {
  const text = `x${'🇩🇪'.repeat(300)}`;
  expect(isInsideGrapheme(text, 1 + 4 * 200)).toBe(false);
  expect(isInsideGrapheme(text, 1 + 4 * 200 + 2)).toBe(true);
});

test('widens a span to whole characters, and leaves others as they are', () => {
  const text = 'a 👍🏽 b';
  expect(wholeGraphemes(text, { start: 2, end: 4 })).toEqual({ start: 2, end: 6 });
  expect(wholeGraphemes(text, { start: 4, end: 8 })).toEqual({ start: 2, end: 8 });
  const span = { start: 0, end: 2 };
  expect(wholeGraphemes(text, span)).toBe(span);
});
