import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, inverse, sameContent } from '../../src/domain/history.ts';

describe('sameContent', () => {
  test.each([
    [null, null],
    [null, undefined],
    [{ a: null }, {}],
    [{ a: undefined }, { a: null }],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ parts: [{ start: 1, end: 2 }] }, { parts: [{ end: 2, start: 1 }] }],
    [[], []],
  ])('%j and %j say the same', (a, b) => {
    expect(sameContent(a, b)).toBe(true);
    expect(sameContent(b, a)).toBe(true);
  });

  test.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: '1' }],
    [{ a: '' }, { a: null }],
    [{ a: 0 }, { a: null }],
    [{ a: false }, {}],
    [{ a: 1 }, null],
    [[1], [1, 2]],
    [
      [1, 2],
      [2, 1],
    ],
  ])('%j and %j do not', (a, b) => {
    expect(sameContent(a, b)).toBe(false);
    expect(sameContent(b, a)).toBe(false);
  });

  test('what was written as JSON and read again says the same', () => {
    fc.assert(
      fc.property(
        fc.object({
          values: [fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)],
        }),
        (content) => {
          expect(sameContent(JSON.parse(JSON.stringify(content)), content)).toBe(true);
        },
      ),
    );
  });
});

test('a change taken back twice is itself', () => {
  const change: Change = {
    subject: 'sentence-mark',
    subjectId: 'a/1',
    before: null,
    after: { sentence: 1, annotatorId: 'a' },
  };
  expect(inverse(change)).toEqual({ ...change, before: { sentence: 1, annotatorId: 'a' }, after: null });
  expect(inverse(inverse(change))).toEqual(change);
});
