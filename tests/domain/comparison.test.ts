import { expect, test } from 'vitest';
import { compareCodings } from '../../src/domain/comparison.ts';
import type { Tag } from '../../src/domain/tag.ts';

const SENTENCES = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 21, end: 30 },
  { start: 31, end: 40 },
];

const on = (tag: Tag, ...parts: (readonly [number, number])[]) => ({
  tag,
  parts: parts.map(([start, end]) => ({ start, end })),
});

test('sentences are the same where they have the same tags', () => {
  const split = on('quote', [0, 5], [21, 25]);
  const own = { annotations: [split, on('claim', [11, 14])], nothing: [3] };
  const reference = {
    annotations: [
      on('quote', [2, 9]),
      on('claim', [12, 20]),
      on('claim', [15, 18]),
      on('statistic', [22, 24]),
    ],
    nothing: [],
  };
  const compared = compareCodings(SENTENCES, own, reference);
  expect(compared.map(({ isSame }) => isSame)).toEqual([true, true, false, true]);
  expect(compared[0]?.own.annotations).toEqual([split]);
  expect(compared[2]?.own.annotations).toEqual([split]);
  expect(compared[1]?.reference.annotations).toHaveLength(2);
  expect(compared.map((line) => line.own.isNothing)).toEqual([false, false, false, true]);
});

test('an annotation with two parts in a sentence stands there once', () => {
  const twice = on('claim', [0, 3], [5, 9]);
  const [first] = compareCodings(
    SENTENCES,
    { annotations: [twice], nothing: [] },
    { annotations: [], nothing: [] },
  );
  expect(first?.own.annotations).toEqual([twice]);
  expect(first?.isSame).toBe(false);
});
