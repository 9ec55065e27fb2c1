import { expect, test } from 'vitest';
import { bestPairs, charactersOf, isWithin, overlapOf } from '../../../../bench/accuracy/score/overlap.ts';

test('letters, digits and signs of money count, marks and spaces do not', () => {
  const text = '“£5, or 7%”, é said';
  expect([...charactersOf(text, [{ start: 0, end: 14 }])].map((offset) => text[offset]).join('')).toBe(
    '5or7%é',
  );
});

test('overlap is intersection over union', () => {
  expect(overlapOf(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
  expect(overlapOf(new Set(), new Set())).toBe(0);
  expect(isWithin(new Set([2]), new Set([1, 2]))).toBe(true);
  expect(isWithin(new Set([2, 3]), new Set([1, 2]))).toBe(false);
});

test('pairs are made one to one, the closest first', () => {
  const [first, second] = [itemOf(1, 2, 3, 4), itemOf(5, 6)];
  const [loose, close, far] = [itemOf(1, 2, 3, 5, 6), itemOf(1, 2, 3, 4), itemOf(4, 7, 8, 9)];
  expect(bestPairs([first, second], [loose, close, far], 0.3)).toEqual([
    { wanted: first, found: close, overlap: 1 },
    { wanted: second, found: loose, overlap: 0.4 },
  ]);
});

function itemOf(...offsets: number[]) {
  return { content: new Set(offsets) };
}
