import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyzeText } from '../../src/text/analyze.ts';
import { fitsText } from '../../src/text/span.ts';

test('an empty text has nothing in it', () => {
  expect(analyzeText('')).toEqual({ sentences: [], suggestions: [], scores: [] });
});

test('a text has its sentences, a score for each, and suggestions', () => {
  const text = 'Late\n\nThe line carried 1,200 people. “Nobody told us,” said Ines Okafor.';
  const { sentences, scores, suggestions } = analyzeText(text);
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Late',
    'The line carried 1,200 people.',
    '“Nobody told us,” said Ines Okafor.',
  ]);
  expect(scores).toHaveLength(3);
  expect(new Set(suggestions.map(({ tag }) => tag))).toEqual(new Set(['claim', 'statistic', 'quote']));
});

test('whatever the text, every span fits it', () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\r\n', '\n\n', '“', '”', ' said. ', '80 ')),
  );
  const property = fc.property(texts, (pieces) => {
    const text = pieces.join('');
    const { sentences, suggestions, scores } = analyzeText(text);
    const spans = [...sentences, ...suggestions.flatMap(({ parts }) => parts)];
    expect(spans.every((span) => fitsText(span, text.length))).toBe(true);
    expect(scores).toHaveLength(sentences.length);
  });
  fc.assert(property);
});
