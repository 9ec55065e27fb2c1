import { describe, expect, test } from 'vitest';
import { alphaU, alphaUOfLabel } from '../../src/agreement/alpha-u.ts';
import type { Continuum, Gap, Unit } from '../../src/agreement/continuum.ts';
import { figureOfAll } from '../../src/agreement/figure.ts';
import { randomFrom } from '../../src/agreement/random.ts';
import { atOverlap, exactly, spanScore } from '../../src/agreement/span-f1.ts';
import { uAlpha, uAlphaCoverage } from '../../src/agreement/u-alpha.ts';

function unit(start: number, end: number, label: string): Unit {
  return { start, end, label };
}

function article(length: number, ...coders: readonly (readonly (Unit | Gap)[])[]): Continuum {
  return { start: 0, end: length, coders };
}

/** Krippendorff (2004), page 254 of Content Analysis: a continuum from 150 to 450 and two observers. */
const BOOK: Continuum = {
  start: 150,
  end: 450,
  coders: [
    [unit(225, 295, 'c'), unit(370, 400, 'c'), unit(180, 240, 'k'), unit(300, 350, 'k')],
    [unit(220, 300, 'c'), unit(355, 375, 'c'), unit(400, 420, 'c'), unit(180, 240, 'k'), unit(300, 350, 'k')],
  ],
};

describe('α_U of 2004', () => {
  test('gives the figures of the book', () => {
    expect(figureOfAll(alphaU([BOOK])).value).toBeCloseTo(0.8591, 3);
    const ofC = figureOfAll(alphaUOfLabel([BOOK], 'c'));
    expect(ofC.value).toBeCloseTo(0.7286, 3);
    expect(ofC.observed).toBeCloseTo(0.0144, 4);
    expect(ofC.expected).toBeCloseTo(0.0532, 3);
    expect(figureOfAll(alphaUOfLabel([BOOK], 'k')).value).toBe(1);
  });

  test('is the same wherever the text begins, whoever comes first, in whatever order units are listed', () => {
    const moved = BOOK.coders.map((marks) =>
      marks.map((mark) => ({ ...mark, start: mark.start - 150, end: mark.end - 150 })).reverse(),
    );
    const other = { start: 0, end: 300, coders: moved.reverse() };
    expect(figureOfAll(alphaU([other]))).toEqual(figureOfAll(alphaU([BOOK])));
  });

  test("counts a coder's own overlaps of one label as one unit, and those that touch as two", () => {
    const overlapping = article(20, [unit(2, 6, 'a'), unit(4, 9, 'a')], [unit(2, 9, 'a')]);
    expect(figureOfAll(alphaU([overlapping])).value).toBe(1);
    const touching = article(20, [unit(2, 6, 'a'), unit(6, 9, 'a')], [unit(2, 9, 'a')]);
    expect(figureOfAll(alphaU([touching])).value).toBeLessThan(1);
  });

  test('adds the squared differences of several articles, each within itself', () => {
    const one = article(50, [unit(0, 10, 'a')], [unit(5, 10, 'a')]);
    const other = article(100, [unit(20, 40, 'a')], [unit(20, 40, 'a')]);
    const [first, second, both] = [[one], [other], [one, other]].map((all) => figureOfAll(alphaU(all)));
    const sum = (name: 'observed' | 'expected') =>
      (2500 * (first?.[name] ?? 0) + 10_000 * (second?.[name] ?? 0)) / 12_500;
    expect(both?.observed).toBeCloseTo(sum('observed'), 12);
    expect(both?.expected).toBeCloseTo(sum('expected'), 12);
  });

  test('is undefined for nothing and for one coder', () => {
    expect(figureOfAll(alphaU([article(20, [], [])])).reason).toBe('no-units');
    expect(figureOfAll(alphaU([article(20, [unit(0, 5, 'a')])])).reason).toBe('one-coder');
    expect(figureOfAll(alphaUOfLabel([article(20, [unit(0, 5, 'a')], [])], 'b')).reason).toBe('no-units');
  });

  test.each([
    ['empty', unit(3, 3, 'a')],
    ['turned round', unit(5, 3, 'a')],
    ['behind the end', unit(15, 21, 'a')],
    ['not whole', unit(1.5, 3, 'a')],
  ])('throws for a unit that is %s', (_what, wrong) => {
    expect(() => alphaU([article(20, [wrong], [])])).toThrow(RangeError);
  });
});

describe('the family of 2016', () => {
  // Two coders, 100 long: by hand, ℓ.. = 200, marked 40 and 40 of which 30 both.
  const MARKED = article(100, [unit(10, 50, 'a')], [unit(20, 60, 'a')]);

  test('works out as the equations say', () => {
    // ℓ_aa = 2·30, ℓ_aφ = 10 + 10 each way, ℓ_φφ = 2·50; X_a = 2·40², X_φ = 2·60; one label: all is binary.
    const off = 2 * ((200 * 80 * 120) / (200 ** 2 - 3200 - 120));
    const figure = figureOfAll(uAlpha([MARKED]));
    expect(figure.observed).toBeCloseTo(40 / 200, 12);
    expect(figure.expected).toBeCloseTo(off / 200, 12);
    expect(figureOfAll(uAlpha([MARKED], 'binary')).value).toBeCloseTo(figure.value ?? Number.NaN, 12);
    expect(figureOfAll(uAlpha([MARKED], 'coding')).reason).toBe('one-category');
    expect(uAlphaCoverage([MARKED])).toBeCloseTo(60 / 200, 12);
    expect(uAlphaCoverage([MARKED], 'a')).toBeCloseTo(60 / 80, 12);
  });

  test('tells apart whether coders mark the same and whether they call it the same', () => {
    const swapped = article(
      100,
      [unit(0, 10, 'a'), unit(20, 30, 'b'), unit(40, 50, 'a'), unit(60, 70, 'b')],
      [unit(0, 10, 'b'), unit(20, 30, 'a'), unit(40, 50, 'b'), unit(60, 70, 'a')],
    );
    expect(figureOfAll(uAlpha([swapped], 'binary')).value).toBeCloseTo(1, 12);
    expect(figureOfAll(uAlpha([swapped], 'coding')).value).toBeLessThan(0);
    expect(figureOfAll(uAlpha([swapped], { label: 'a' })).value).toBeLessThan(0);
    const agreed = article(100, swapped.coders[0] ?? [], swapped.coders[0] ?? []);
    for (const kind of ['all', 'binary', 'coding', { label: 'a' }] as const) {
      expect(figureOfAll(uAlpha([agreed], kind)).value).toBeCloseTo(1, 12);
    }
  });

  test('compares only what was listed by a coder whose gaps are listed', () => {
    const gap = (start: number, end: number): Gap => ({ start, end, label: null });
    const listed = article(100, [gap(0, 10), unit(10, 50, 'a'), gap(50, 100)], MARKED.coders[1] ?? []);
    expect(figureOfAll(uAlpha([listed])).value).toBe(figureOfAll(uAlpha([MARKED])).value);
    const half = article(100, [gap(0, 10), unit(10, 50, 'a')], MARKED.coders[1] ?? []);
    expect(figureOfAll(uAlpha([half])).observed).toBeCloseTo(10 / 50, 12);
  });

  test('is undefined where it cannot say anything', () => {
    const overlapping = article(20, [unit(0, 8, 'a'), unit(4, 9, 'b')], [unit(0, 8, 'a')]);
    expect(figureOfAll(uAlpha([overlapping])).reason).toBe('overlapping-labels');
    expect(figureOfAll(uAlpha([article(20, [], [])])).reason).toBe('no-units');
    expect(figureOfAll(uAlpha([article(20, [unit(0, 5, 'a')])])).reason).toBe('one-coder');
    const full = article(20, [unit(0, 20, 'a')], [unit(0, 20, 'a')]);
    expect(figureOfAll(uAlpha([full])).reason).toBe('nothing-by-chance');
    const apart = article(20, [unit(0, 5, 'a')], [unit(6, 9, 'b')]);
    expect(figureOfAll(uAlpha([apart], 'coding')).reason).toBe('nothing-marked-twice');
  });
});

describe('spans', () => {
  const one = [unit(0, 10, 'a'), unit(20, 30, 'a'), unit(40, 50, 'b')];
  const other = [unit(0, 10, 'a'), unit(22, 32, 'a'), unit(40, 50, 'a'), unit(60, 70, 'b')];
  const pair = [article(100, one, other)];

  test.each([
    ['precision', exactly, 1 / 4],
    ['recall', exactly, 1 / 3],
    ['f1', exactly, 2 / 7],
    ['precision', atOverlap(0.5), 2 / 4],
    ['recall', atOverlap(0.5), 2 / 3],
    ['f1', atOverlap(0.5), 4 / 7],
    ['f1', atOverlap(0.7), 2 / 7],
  ] as const)('%s', (score, match, value) => {
    expect(figureOfAll(spanScore(pair, match, score)).value).toBeCloseTo(value, 12);
  });

  test('are paired one to one, as many as can be', () => {
    // The first could take either of two, the second only one: taken in their order both must find one.
    const crossed = [article(100, [unit(0, 10, 'a'), unit(0, 14, 'a')], [unit(0, 12, 'a'), unit(0, 7, 'a')])];
    expect(figureOfAll(spanScore(crossed, atOverlap(0.6))).value).toBe(1);
    const twice = [article(100, [unit(0, 10, 'a'), unit(0, 10, 'a')], [unit(0, 10, 'a')])];
    expect(figureOfAll(spanScore(twice, exactly)).value).toBeCloseTo(2 / 3, 12);
  });

  test('of three coders: the mean of each two, and F1 alone', () => {
    const three = [article(100, one, other, one)];
    expect(figureOfAll(spanScore(three, exactly)).value).toBeCloseTo((2 / 7 + 1 + 2 / 7) / 3, 12);
    expect(figureOfAll(spanScore(three, exactly, 'recall')).reason).toBe('more-than-two-coders');
  });

  test('are undefined where nobody marked any', () => {
    expect(figureOfAll(spanScore([article(100, [], [])], exactly)).reason).toBe('no-units');
    expect(figureOfAll(spanScore([article(100, [], [], one)], exactly)).reason).toBe('undefined-pair');
    expect(figureOfAll(spanScore([article(100, one, [])], exactly)).value).toBe(0);
  });
});

test('agreement by length and agreement by chance: coders who mark at random have none', () => {
  const random = randomFrom(5);
  const marks = () => {
    const units: Unit[] = [];
    for (let at = 0; at < 20_000; ) {
      const start = at + 1 + random.below(40);
      at = start + 1 + random.below(20);
      units.push(unit(start, at, 'ab'[random.below(2)] ?? 'a'));
    }
    return units.filter(({ end }) => end <= 20_000);
  };
  const drawn = [article(20_000, marks(), marks(), marks())];
  for (const measured of [alphaU(drawn), uAlpha(drawn), uAlpha(drawn, 'binary'), uAlpha(drawn, 'coding')]) {
    expect(Math.abs(figureOfAll(measured).value ?? 1)).toBeLessThan(0.1);
  }
});
