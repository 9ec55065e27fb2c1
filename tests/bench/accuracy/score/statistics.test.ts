import { describe, expect, test } from 'vitest';
import { countPassedValues, scoreCounted } from '../../../../bench/accuracy/score/statistics.ts';
import type { Span } from '../../../../src/text/span.ts';

describe('a case of values', () => {
  const text = 'The mill sold 40 to 50 sacks and 3 carts.';
  const sacks = { span: spanIn(text, '40 to 50 sacks'), value: 40, valueMax: 50 };
  const carts = { span: spanIn(text, '3 carts'), value: 3 };

  test.each([
    ['passes with each value where it stands', [sacks, carts], [sacks, carts], 1],
    [
      'passes with a range the other way round',
      [{ ...sacks, value: 50, valueMax: 40 }, carts],
      [sacks, carts],
      1,
    ],
    ['passes with a value as near as it is written', [carts], [{ ...carts, value: 3.00001 }], 1],
    ['passes with more than was asked for', [carts], [sacks, carts], 1],
    ['fails with a value too few', [sacks, carts], [sacks], 0],
    ['fails with one figure for two values', [carts, carts], [carts], 0],
    ['fails with one end of a range', [sacks], [{ span: sacks.span, value: 40 }], 0],
    ['fails with another value', [carts], [{ ...carts, value: 3.001 }], 0],
    ['fails with the value elsewhere', [carts], [{ ...carts, span: sacks.span }], 0],
    ['passes with nothing where nothing is expected', [], [], 1],
    ['fails with something where nothing is expected', [], [carts], 0],
  ])('%s', (_what, expected, found, passed) => {
    const answers = found.map(({ span, ...values }) => ({ parts: [span], ...values }));
    expect(countPassedValues([{ text, expected }], () => answers)).toBe(passed);
  });
});

describe('counted numbers', () => {
  const text = 'In 1987 more than 700 pilgrims ate (12 loaves) and six of them slept.';
  const sentence = {
    text,
    counted: [
      { number: spanIn(text, '700'), whole: spanIn(text, '700 pilgrims') },
      { number: spanIn(text, '12'), whole: spanIn(text, '12 loaves') },
    ],
    open: [spanIn(text, 'six')],
  };
  test.each<[string, string[], { numbers: number; spans: number }]>([
    ['all found', ['700 pilgrims', '12 loaves'], { numbers: 100, spans: 100 }],
    [
      'with comparing words and a bracket',
      ['more than 700 pilgrims', '12 loaves)'],
      { numbers: 100, spans: 100 },
    ],
    ['an open number more', ['700 pilgrims', '12 loaves', 'six'], { numbers: 100, spans: 100 }],
    ['a year more: precision 2/3', ['1987', '700 pilgrims', '12 loaves'], { numbers: 80, spans: 100 }],
    ['a number alone', ['700', '12 loaves'], { numbers: 100, spans: 50 }],
    ['one inside the other', ['700 pilgrims', '700', '12 loaves'], { numbers: 100, spans: 100 }],
    ['one twice', ['12 loaves', '12 loaves'], { numbers: 200 / 3, spans: 50 }],
    ['none', [], { numbers: 0, spans: 0 }],
  ])('%s', (_what, found, scores) => {
    const answers = found.map((words) => ({ parts: [spanIn(text, words)], value: 1 }));
    const { numbers, spans } = scoreCounted([sentence], () => answers);
    expect(numbers).toBeCloseTo(scores.numbers);
    expect(spans).toBeCloseTo(scores.spans);
  });
});

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}
