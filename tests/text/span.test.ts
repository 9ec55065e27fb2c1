import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsText, hullOf, overlaps, type Span, touching } from '../../src/text/span.ts';

const span = (start: number, end: number): Span => ({ start, end });

describe('fitsText', () => {
  it.each([
    [0, 1, true],
    [0, 10, true],
    [9, 10, true],
    [0, 0, false],
    [5, 5, false],
    [6, 5, false],
    [-1, 3, false],
    [0, 11, false],
    [10, 11, false],
    [0.5, 2, false],
    [0, 1.5, false],
    [Number.NaN, 2, false],
    [0, Number.NaN, false],
    [0, Number.POSITIVE_INFINITY, false],
  ])('%d-%d in ten units: %s', (start, end, expected) => {
    expect(fitsText(span(start, end), 10)).toBe(expected);
  });

  it('lets nothing into an empty text', () => {
    expect(fitsText(span(0, 0), 0)).toBe(false);
    expect(fitsText(span(0, 1), 0)).toBe(false);
  });
});

describe('overlaps', () => {
  it.each([
    ['apart', span(0, 2), span(3, 5), false],
    ['touching', span(0, 2), span(2, 5), false],
    ['crossing', span(0, 3), span(2, 5), true],
    ['nested', span(0, 9), span(2, 5), true],
    ['the same', span(2, 5), span(2, 5), true],
  ])('%s', (_name, a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});

describe('hullOf', () => {
  it('holds every span', () => {
    expect(hullOf([span(4, 6), span(1, 2), span(3, 9)])).toEqual(span(1, 9));
    expect(hullOf([span(4, 6)])).toEqual(span(4, 6));
  });

  it('of nothing is an error', () => {
    expect(() => hullOf([])).toThrow(RangeError);
  });
});

/** Spans in order and disjoint, some of them touching. */
const disjoint = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 })), { maxLength: 20 })
  .map((pairs) => {
    let at = 0;
    return pairs.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return span(start, at);
    });
  });

describe('touching', () => {
  it('is what looking at every span finds', () => {
    fc.assert(
      fc.property(disjoint, fc.nat(120), fc.nat(30), (spans, start, length) => {
        const wanted = span(start, start + length);
        const [from, to] = touching(spans, wanted);
        const found = spans.flatMap((candidate, index) =>
          length > 0 && overlaps(candidate, wanted) ? [index] : [],
        );
        if (length > 0) expect(Array.from({ length: to - from }, (_, at) => from + at)).toEqual(found);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(spans.length);
      }),
    );
  });

  it('finds nothing among no spans', () => {
    expect(touching([], span(0, 5))).toEqual([0, 0]);
  });
});

it('the hull of very many spans is found', () => {
  const spans = Array.from({ length: 300_000 }, (_, at) => ({ start: 2 * at, end: 2 * at + 1 }));
  expect(hullOf(spans)).toEqual({ start: 0, end: 599_999 });
});
