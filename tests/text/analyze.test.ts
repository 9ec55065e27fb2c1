import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyzeText } from '../../src/text/analyze.ts';
import { fitsText } from '../../src/text/span.ts';

test('an empty text has nothing in it', () => {
  expect(analyzeText('')).toEqual({ blocks: [], sentences: [], suggestions: [], scores: [] });
});

test('a text has its blocks, sentences, a score for each, and suggestions', () => {
  const text = '# Late\n\nThe line carried 1,200 people. “Nobody told us,” said Ines Okafor.';
  const { blocks, sentences, scores, suggestions } = analyzeText(text);
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The line carried 1,200 people.',
    '“Nobody told us,” said Ines Okafor.',
  ]);
  expect(scores).toHaveLength(2);
  expect(new Set(suggestions.map(({ tag }) => tag))).toEqual(new Set(['claim', 'statistic', 'quote']));
});

test('whatever the text, every span fits it', () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\r\n', '\n\n', '“', '”', ' said. ', '80 ')),
  );
  const property = fc.property(texts, (pieces) => {
    const text = pieces.join('');
    const { blocks, sentences, suggestions, scores } = analyzeText(text);
    const spans = [...blocks, ...sentences, ...suggestions.flatMap(({ parts }) => parts)];
    expect(spans.every((span) => fitsText(span, text.length))).toBe(true);
    expect(scores).toHaveLength(sentences.length);
  });
  fc.assert(property);
});
