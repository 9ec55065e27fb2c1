import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsText } from '../../src/text/span.ts';
import { END_MOVES, type EndMove, endNear, moveEnd } from '../../src/text/word-ends.ts';

/** The words between two bars after a move. */
function moved(marked: string, move: EndMove): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  const text = marked.replaceAll('|', '');
  const span = moveEnd(text, { start, end }, move);
  return `${text.slice(0, span.start)}|${text.slice(span.start, span.end)}|${text.slice(span.end)}`;
}

describe('moveEnd', () => {
  it.each<[EndMove, string, string]>([
    ['end-later', 'the |old ferry| was late', 'the |old ferry was| late'],
    ['end-later', 'the |old ferry was late|', 'the |old ferry was late|'],
    ['end-later', 'the |old ferry|, late', 'the |old ferry, late|'],
    ['end-later', 'the |old fe|rry', 'the |old ferry|'],
    ['end-earlier', 'the |old ferry was| late', 'the |old ferry| was late'],
    ['end-earlier', 'the |old| ferry', 'the |old| ferry'],
    ['end-earlier', 'the |old ferry|', 'the |old| ferry'],
    ['start-earlier', 'the old |ferry| was', 'the |old ferry| was'],
    ['start-earlier', '|the old| ferry', '|the old| ferry'],
    ['start-earlier', 'the o|ld| ferry', 'the |old| ferry'],
    ['start-later', 'the |old ferry| was', 'the old |ferry| was'],
    ['start-later', 'the |old| ferry', 'the |old| ferry'],
    ['end-later', 'a |🚢| ferry', 'a |🚢 ferry|'],
    ['start-earlier', 'a 🚢 |ferry| late', '|a 🚢 ferry| late'],
    ['end-later', '|Re\u0301my| sells', '|Re\u0301my sells|'],
    ['end-later', 'on |שלום| עולם here', 'on |שלום עולם| here'],
    ['end-later', 'it |cost| 1,200 kronor', 'it |cost 1,200| kronor'],
  ])('%s: %s', (move, marked, expected) => {
    expect(moved(marked, move)).toBe(expected);
  });

  it('goes through a word beyond reach in steps', () => {
    const text = `a ${'x'.repeat(1000)} b`;
    let span = { start: 0, end: 1 };
    for (let step = 0; step < 20; step++) span = moveEnd(text, span, 'end-later');
    expect(span).toEqual({ start: 0, end: text.length });
    for (let step = 0; step < 20; step++) span = moveEnd(text, span, 'start-later');
    expect(text.slice(span.start, span.end)).toBe('b');
  });
});

const texts = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ',', '🚢', 'e\u0301', '\n', 'ש', '-'),
  minLength: 1,
});

it('moves the end that it names, the way it names, inside of the text, and cuts no character', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), fc.constantFrom(...END_MOVES), (text, a, b, move) => {
      const whole = (at: number) => (/^[\udc00-\udfff]/.test(text.slice(at)) ? at - 1 : at);
      const [first, second] = [whole(a % (text.length + 1)), whole(b % (text.length + 1))];
      fc.pre(first !== second);
      const span = { start: Math.min(first, second), end: Math.max(first, second) };
      const { start, end } = moveEnd(text, span, move);
      expect(fitsText({ start, end }, text.length)).toBe(true);
      if (move.startsWith('start')) expect(end).toBe(span.end);
      else expect(start).toBe(span.start);
      const [was, is] = move.startsWith('start') ? [span.start, start] : [span.end, end];
      if (move.endsWith('later')) expect(is).toBeGreaterThanOrEqual(was);
      else expect(is).toBeLessThanOrEqual(was);
      expect(whole(start)).toBe(start);
      expect(whole(end)).toBe(end);
    }),
  );
});

describe('endNear', () => {
  const TEXT = 'He said: “It rose by 3,900 metres.” Then (again) it fell.';
  const at = (words: string, offset = 0) => TEXT.indexOf(words) + offset;

  it.each([
    ['inside a word, nearer its start', at('said', 1), 'start', at('said')],
    ['inside a word, nearer its end', at('said', 3), 'end', at('said', 4)],
    ['at a quote mark', at('“It'), 'start', at('“It')],
    ['behind a quote mark', at('It rose'), 'start', at('It rose')],
    ['behind closing marks', at('.” Then', 2), 'end', at('.” Then', 2)],
    ['before closing marks', at('.” Then'), 'end', at('.” Then')],
    ['in a number', at('3,900', 2), 'start', at('3,900')],
    ['at brackets', at('(again)', 7), 'end', at('(again)', 7)],
    ['beyond the text', TEXT.length, 'end', TEXT.length],
  ] as const)('%s', (_name, offset, which, expected) => {
    expect(endNear(TEXT, offset, which)).toBe(expected);
  });

  it('stays where no word is near, and cuts no character', () => {
    expect(endNear('🦊🦊', 1, 'start')).toBe(0);
    expect(endNear('', 0, 'end')).toBe(0);
  });
});
