import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  formatParts,
  orderParts,
  parseParts,
  refuseCutCharacters,
  refuseWordless,
  verifyWords,
  wordsOf,
} from '../../src/domain/annotation.ts';
import { InvalidInputError, WordsMismatchError } from '../../src/domain/errors.ts';
import { overlaps, type Span } from '../../src/text/span.ts';
import { structureOf } from '../../src/text/structure.ts';
import { FERRY, HOSTILE, placeOf } from '../support/articles.ts';

const spans = (...pairs: [number, number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));

describe('orderParts', () => {
  it.each([
    ['one', spans([2, 4]), spans([2, 4])],
    ['in text order', spans([6, 8], [2, 4]), spans([2, 4], [6, 8])],
    ['overlapping ones joined', spans([2, 5], [4, 8]), spans([2, 8])],
    ['touching ones joined', spans([2, 4], [4, 8]), spans([2, 8])],
    ['one inside another', spans([2, 8], [3, 4]), spans([2, 8])],
    ['the same twice', spans([2, 4], [2, 4]), spans([2, 4])],
    ['a chain', spans([6, 9], [0, 3], [3, 6]), spans([0, 9])],
    ['the whole text', spans([0, 10]), spans([0, 10])],
  ])('%s', (_name, parts, expected) => {
    expect(orderParts(parts, 10)).toEqual(expected);
  });

  it.each([
    ['none', []],
    ['an empty one', spans([3, 3])],
    ['a reversed one', spans([4, 3])],
    ['one that ends outside', spans([0, 11])],
    ['one that begins outside', spans([10, 11])],
    ['a negative one', spans([-1, 2])],
    ['half a unit', spans([0.5, 2])],
    ['a wrong one among right ones', spans([0, 2], [5, 5])],
  ])('refuses %s', (_name, parts) => {
    expect(() => orderParts(parts, 10)).toThrow(InvalidInputError);
  });

  it('covers the same characters, in order, apart from each other', () => {
    const anyParts = fc.array(
      fc
        .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
        .map(([start, length]) => ({ start, end: start + length })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyParts, (parts) => {
        const ordered = orderParts(parts, 50);
        const covered = (all: readonly Span[], at: number) =>
          all.some((part) => overlaps(part, { start: at, end: at + 1 }));
        for (let at = 0; at < 50; at++) expect(covered(ordered, at)).toBe(covered(parts, at));
        for (const [index, part] of ordered.entries())
          expect(part.start).toBeGreaterThan(ordered[index - 1]?.end ?? -1);
        expect(orderParts(ordered, 50)).toEqual(ordered);
      }),
    );
  });
});

describe('refuseCutCharacters', () => {
  const text = 'a🚢b';
  it.each([
    [0, 2],
    [2, 4],
    [2, 3],
  ])('refuses %d-%d, in the middle of one', (start, end) => {
    expect(() => refuseCutCharacters(text, [{ start, end }])).toThrow(InvalidInputError);
  });

  it.each([
    [0, 1],
    [1, 3],
    [0, 4],
    [3, 4],
  ])('accepts %d-%d', (start, end) => {
    expect(() => refuseCutCharacters(text, [{ start, end }])).not.toThrow();
  });

  it('lets combining marks be marked apart from their letters', () => {
    expect(() => refuseCutCharacters('e\u0301', [{ start: 0, end: 1 }])).not.toThrow();
  });
});

const article = (text: string) => ({ text, ...structureOf(text) });
const ferry = article(FERRY);

describe('refuseWordless', () => {
  it.each([
    ['white space between words', placeOf(FERRY, ' to Skarvik').start, 1],
    ['the lines between two blocks', placeOf(FERRY, '\n\nThe ferry').start, 2],
    ['the markup of a list', placeOf(FERRY, '\n- a roof').start, 3],
    ['the markup of a heading', 0, 2],
    ['a mark without its letter', placeOf(FERRY, '\u0301').start, 1],
  ])('refuses %s', (_name, start, length) => {
    const words = placeOf(FERRY, 'was late');
    expect(() => refuseWordless(ferry, [{ start, end: start + length }])).toThrow(InvalidInputError);
    expect(() => refuseWordless(ferry, [words, { start, end: start + length }])).toThrow(InvalidInputError);
  });

  it.each(['🚢', ',', 'a roof over', 'e\u0301'])('accepts %j', (words) => {
    expect(() => refuseWordless(ferry, [placeOf(FERRY, words)])).not.toThrow();
  });
});

describe('verifyWords', () => {
  const between = (first: string, last: string): Span => ({
    start: placeOf(FERRY, first).start,
    end: placeOf(FERRY, last).end,
  });

  it.each([
    ['its words', [placeOf(FERRY, 'The ferry 🚢 to Skarvik')], 'The ferry 🚢 to Skarvik'],
    ['white space of another kind', [placeOf(FERRY, 'was late')], ' was\r\n late\n'],
    ['combining marks as they are', [placeOf(FERRY, 'Re\u0301my')], 'Re\u0301my'],
    ['right-to-left words', [placeOf(FERRY, '“שלום”')], '“שלום”'],
    [
      'several parts',
      [placeOf(FERRY, 'Nobody told us'), placeOf(FERRY, 'nobody came')],
      'Nobody told us […] nobody came',
    ],
    ['the source over two blocks', [between('Late again', 'The ferry')], 'Late again\n\nThe ferry'],
    [
      'heading and paragraph as the page shows them',
      [between('Late again', 'The ferry')],
      'Late again The ferry',
    ],
    [
      'list items as the page shows them',
      [between('a call', 'a roof')],
      'a call when the boat is late a roof',
    ],
    [
      'list items as they are stored',
      [between('a call', 'a roof')],
      'a call when the boat is late\n- a roof',
    ],
    ['a list and a quotation', [between('the quay', 'We hear')], 'the quay We hear'],
    ['all of it as shown', [between('Late', 'cups')], undefined],
  ])('accepts %s', (_name, parts, seen) => {
    const shown = ferry.blocks
      .map(({ start, end }) => FERRY.slice(start, end))
      .join(' ')
      .replace(/\.$/, '');
    expect(() => verifyWords(ferry, parts, seen ?? shown)).not.toThrow();
  });

  it.each([
    ['nothing', placeOf(FERRY, 'was late'), ''],
    ['fewer words', placeOf(FERRY, 'was late'), 'was'],
    ['other words', placeOf(FERRY, 'was late'), 'was here'],
    ['another case', placeOf(FERRY, 'was late'), 'Was late'],
    ['words run together', placeOf(FERRY, 'was late'), 'waslate'],
    ['composed letters for decomposed ones', placeOf(FERRY, 'Re\u0301my'), 'R\u00e9my'],
    ['straight quotes', placeOf(FERRY, '“Nobody'), '"Nobody'],
    ['one block of two', between('Late again', 'The ferry'), 'The ferry'],
  ])('refuses %s', (_name, part, seen) => {
    expect(() => verifyWords(ferry, [part], seen)).toThrow(WordsMismatchError);
  });

  it('accepts what the page shows of any part that holds words, and refuses it one place further', () => {
    for (const text of [FERRY, HOSTILE]) {
      const { blocks } = article(text);
      fc.assert(
        fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 80 }), (start, length) => {
          const part = { start, end: Math.min(text.length, start + length) };
          const shown = blocks
            .filter((block) => overlaps(block, part))
            .map((block) => text.slice(Math.max(block.start, part.start), Math.min(block.end, part.end)))
            .join(' ');
          fc.pre(shown.trim() !== '');
          expect(() => verifyWords(article(text), [part], shown)).not.toThrow();
          expect(() => verifyWords(article(text), [part], text.slice(part.start, part.end))).not.toThrow();
          expect(() => verifyWords(article(text), [part], `${shown}x`)).toThrow(WordsMismatchError);
        }),
        { numRuns: 50 },
      );
    }
  });
});

test('the words of parts are joined by an ellipsis in brackets', () => {
  expect(wordsOf('abcdef', spans([0, 2], [4, 6]))).toBe('ab […] ef');
  expect(wordsOf('abcdef', spans([0, 6]))).toBe('abcdef');
});

describe('parts in forms', () => {
  it('are read as they are written', () => {
    const parts = fc.array(fc.tuple(fc.nat(999_999_999), fc.nat(999_999_999)), { minLength: 1 });
    fc.assert(
      fc.property(parts, (pairs) => {
        const written = spans(...pairs);
        expect(parseParts(formatParts(written))).toEqual(written);
      }),
    );
  });

  it.each([
    '',
    '1',
    '1-',
    '-1-2',
    '1-2;',
    ';1-2',
    '1-2,3-4',
    '1 - 2',
    '1.5-2',
    '1e3-2e3',
    '1-2\n',
    '١-٢',
    '1234567890-2',
  ])('%j is refused', (written) => {
    expect(() => parseParts(written)).toThrow(InvalidInputError);
  });
});
