import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodePoints } from '../../src/text/code-points.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', 'é', 'e\u0301', '—', '漢', 'ש', '😀', '👩🏽‍🚀', '𝒳', '\ud83d', '\ude00'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 80,
});
const textAndOffset = anyText.chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length })));

describe('countBefore', () => {
  const text = 'a😀é𝒳z';
  test.each([
    [0, 0],
    [1, 1],
    [2, 2], // between the halves of 😀: its first half counts as one
    [3, 2],
    [4, 3],
    [6, 4],
    [7, 5],
  ])('of %i code units is %i code points', (offset, count) => {
    expect(new CodePoints(text).countBefore(offset)).toBe(count);
  });

  test('is the offset itself where every character is one unit', () => {
    expect(new CodePoints('naïve — 漢字').countBefore(7)).toBe(7);
    expect(new CodePoints('').countBefore(0)).toBe(0);
  });

  test('counts lone surrogates as one each', () => {
    const lone = new CodePoints('\ude00\ud83dx😀\ud83d\ud83d\ude00');
    expect([0, 1, 2, 3, 5, 6, 8].map((offset) => lone.countBefore(offset))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('agrees with the string iterator everywhere', () => {
    fc.assert(
      fc.property(textAndOffset, ([text, offset]) => {
        expect(new CodePoints(text).countBefore(offset)).toBe([...text.slice(0, offset)].length);
      }),
    );
  });
});

describe('before and after', () => {
  test('give code points, never half a pair', () => {
    const points = new CodePoints('ab😀cd😀ef');
    expect(points.before(5, 2)).toBe('😀c');
    expect(points.after(5, 2)).toBe('d😀');
    expect(points.before(3, 1)).toBe('b');
    expect(points.after(3, 1)).toBe('c');
  });

  test('give fewer at the ends of the text', () => {
    for (const text of ['plain', 'pl😀n']) {
      const points = new CodePoints(text);
      expect([points.before(0, 5), points.before(2, 5)]).toEqual(['', 'pl']);
      expect([points.after(text.length, 5), points.after(text.length - 1, 5)]).toEqual(['', 'n']);
    }
  });

  test('agree with slices of the code points', () => {
    fc.assert(
      fc.property(textAndOffset, fc.nat({ max: 40 }), ([text, offset], count) => {
        const all = [...text];
        const at = [...text.slice(0, offset)].length;
        const cut = all.slice(0, at).join('').length !== offset;
        const points = new CodePoints(text);
        const end = cut ? at - 1 : at;
        expect(points.before(offset, count)).toBe(all.slice(Math.max(0, end - count), end).join(''));
        expect(points.after(offset, count)).toBe(all.slice(at, at + count).join(''));
      }),
    );
  });
});
