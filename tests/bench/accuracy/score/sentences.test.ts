import { expect, test } from 'vitest';
import { countPassedSegments, scoreSentenceEnds } from '../../../../bench/accuracy/score/sentences.ts';
import type { Span } from '../../../../src/text/span.ts';

const TEXT = 'One is here. Two is there. Three.';
const ALL = [spanOf('One is here.'), spanOf('Two is there.'), spanOf('Three.')];

test.each<[string, readonly Span[], number]>([
  ['all ends found', ALL, 100],
  [
    'white space may belong to either side',
    [
      { start: 0, end: 13 },
      { start: 13, end: 26 },
      { start: 27, end: 33 },
    ],
    100,
  ],
  ['one of two ends found: precision 1, recall 1/2', [{ start: 0, end: 26 }, spanOf('Three.')], 200 / 3],
  ['one end too many: precision 2/3, recall 1', [spanOf('One'), spanOf('is here.'), ...ALL.slice(1)], 80],
  ['words that no sentence covers are a piece', [ALL[1] ?? { start: 0, end: 0 }], 100],
  ['none found', [{ start: 0, end: TEXT.length }], 0],
])('ends of sentences: %s', (_what, found, f1) => {
  const paragraphs = [
    { text: TEXT, sentences: ALL },
    { text: 'A paragraph of one sentence.', sentences: [{ start: 0, end: 28 }] },
  ];
  const split = (text: string) => (text === TEXT ? found : [{ start: 0, end: text.length }]);
  expect(scoreSentenceEnds(paragraphs, split)).toBeCloseTo(f1);
});

test('a case passes when its pieces are exactly those wanted, white space aside', () => {
  const cases = [
    { text: TEXT, pieces: ['One is here.', 'Two is there.', 'Three.'] },
    { text: TEXT, pieces: ['One is  here.', 'Two is\nthere. ', 'Three.'] },
    { text: TEXT, pieces: ['One is here.', 'Two is there. Three.'] },
    { text: TEXT, pieces: ['One is here.', 'Two is there.'] },
    { text: TEXT, pieces: ['One is here.', 'Two is there.', 'Seven.'] },
  ];
  expect(countPassedSegments(cases, () => ALL)).toBe(2);
});

function spanOf(words: string): Span {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}
