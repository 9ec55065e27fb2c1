import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchor, resolveAnchor } from '../../src/text/anchor.ts';
import { AnchorText } from '../../src/text/anchor-text.ts';
import { chooseUnit } from '../../src/text/anchor-unit-choice.ts';
import { COUNTED_UNITS, type CountedUnit } from '../../src/text/anchor-units.ts';
import type { Span } from '../../src/text/span.ts';

const QUAY = '🚢 The quay is late. “We moved 3,900 crates,” said Re\u0301my 👨‍👩‍👧. The quay is shut.';

/** The offset as somebody else counts it, by the definition of the unit. */
function counted(text: string, offset: number, unit: CountedUnit): number {
  const before = text.slice(0, offset);
  if (unit === 'utf16') return offset;
  if (unit === 'code-points') return [...before].length;
  if (unit === 'bytes') return Buffer.byteLength(before);
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(before)].length;
}

function placed(text: string, words: string, unit: CountedUnit) {
  const start = text.indexOf(words);
  return { start: counted(text, start, unit), end: counted(text, start + words.length, unit) };
}

function resolve(text: string, anchor: Anchor) {
  const found = resolveAnchor(new AnchorText(text), anchor);
  return 'span' in found
    ? { how: found.how, words: text.slice(found.span.start, found.span.end), start: found.span.start }
    : found;
}

describe.each(COUNTED_UNITS)('offsets in %s', (unit) => {
  test.each(['The quay', '3,900 crates', 'Re\u0301my', '👨‍👩‍👧', 'shut.'])('lead to %s', (words) => {
    const offsets = { ...placed(QUAY, words, unit), unit };
    const expected = { how: 'exact', words, start: QUAY.indexOf(words) };
    expect(resolve(QUAY, { offsets, words })).toEqual(expected);
    expect(resolve(QUAY, { offsets })).toEqual(expected);
  });

  test.each(COUNTED_UNITS.filter((other) => other !== unit))('are found where the file says %s', (stated) => {
    const words = 'shut';
    const offsets = { ...placed(QUAY, words, unit), unit: stated };
    expect(resolve(QUAY, { offsets, words })).toMatchObject({ how: 'other-unit', words });
  });

  test('with an inclusive end', () => {
    const words = 'moved';
    const { start, end } = placed(QUAY, words, unit);
    const offsets = { start, end: end - 1, unit };
    expect(resolve(QUAY, { offsets, words })).toMatchObject({ how: 'inclusive-end', words });
  });
});

describe('offsets and words', () => {
  const crlf = 'One 🚢 line\r\nand the next\r\nand the next';
  const at = (text: string, words: string) => {
    const start = text.lastIndexOf(words);
    return { start, end: start + words.length };
  };

  test('counted over LF where the text has CRLF lead to the same line', () => {
    const lf = crlf.replaceAll('\r\n', '\n');
    const offsets = { ...at(lf, 'the next'), unit: 'utf16' as const };
    expect(resolve(crlf, { offsets, words: 'the next' })).toMatchObject({
      how: 'other-unit',
      start: crlf.lastIndexOf('the next'),
    });
  });

  test('counted over CRLF where the text has LF', () => {
    const lf = crlf.replaceAll('\r\n', '\n');
    const offsets = { ...at(crlf, 'the next'), unit: 'utf16' as const };
    expect(resolve(lf, { offsets, words: 'the next' })).toMatchObject({
      how: 'other-unit',
      start: lf.lastIndexOf('the next'),
    });
  });

  test('counted in code points over LF where the text has CRLF', () => {
    const lf = crlf.replaceAll('\r\n', '\n');
    const span = at(lf, 'the next');
    const offsets = { start: span.start - 1, end: span.end - 1, unit: 'code-points' as const };
    expect(resolve(crlf, { offsets, words: 'the next' })).toMatchObject({
      start: crlf.lastIndexOf('the next'),
    });
  });

  test('whose white space alone differs stand as the file says', () => {
    const offsets = { ...at(crlf, 'line\r\nand'), unit: 'utf16' as const };
    expect(resolve(crlf, { offsets, words: 'line and' })).toMatchObject({
      how: 'exact',
      words: 'line\r\nand',
    });
  });

  test('that lead to the words and white space before them are looked for', () => {
    const words = 'We moved';
    const offsets = { start: QUAY.indexOf('“We') - 1, end: QUAY.indexOf('We moved'), unit: 'utf16' as const };
    expect(resolve(QUAY, { offsets, words: '“' })).toMatchObject({ how: 'found', words: '“' });
    expect(resolve(QUAY, { offsets, words })).toMatchObject({ how: 'found', words });
  });

  test.each([
    ['stale offsets', { offsets: { start: 40, end: 45, unit: 'utf16' as const }, words: 'moved' }, 'moved'],
    [
      'offsets outside',
      { offsets: { start: 900, end: 905, unit: 'utf16' as const }, words: 'moved' },
      'moved',
    ],
    ['no order', { offsets: { start: 9, end: 3, unit: 'utf16' as const }, words: 'moved' }, 'moved'],
    [
      'no numbers',
      { offsets: { start: Number.NaN, end: 3, unit: 'utf16' as const }, words: '3,900' },
      '3,900',
    ],
    ['straight quotes', { words: '"we moved' }, '“We moved'],
    ['other accents', { words: 'R\u00e9my' }, 'Re\u0301my'],
  ])('with %s are looked for', (_, anchor, words) => {
    expect(resolve(QUAY, anchor)).toMatchObject({ words });
  });

  test('without offsets stand where the words stand once', () => {
    expect(resolve(QUAY, { words: 'moved' })).toMatchObject({ how: 'exact', words: 'moved' });
  });

  test.each([
    [{ words: 'The quay', suffix: ' is shut' }, QUAY.lastIndexOf('The quay')],
    [{ words: 'The quay', prefix: '🚢 ' }, QUAY.indexOf('The quay')],
    [{ words: 'The quay', offsets: { start: 5, end: 13, unit: 'utf16' as const } }, QUAY.indexOf('The quay')],
    [{ words: 'the quay', prefix: 'my 👨‍👩‍👧. ' }, QUAY.lastIndexOf('The quay')],
  ])('that stand twice are told apart: %j', (anchor, start) => {
    expect(resolve(QUAY, anchor)).toMatchObject({ start });
  });

  test.each([
    [{ words: 'The quay' }, 'stand there 2 times'],
    [{ words: 'is', offsets: { start: 42, end: 43, unit: 'utf16' as const } }, 'stand there 2 times'],
    [{ words: 'The harbour' }, 'are not in the article'],
    [{ words: ' \n' }, 'only white space'],
    [{ words: '' }, 'neither where'],
    [{}, 'neither where'],
    [{ offsets: { start: 3, end: 3, unit: 'utf16' as const } }, 'empty or outside'],
    [{ offsets: { start: 2, end: 3, unit: 'utf16' as const } }, 'only white space'],
    [{ offsets: { start: 1, end: 5, unit: 'utf16' as const } }, 'middle of a character'],
    [{ offsets: { start: -1, end: 5, unit: 'utf16' as const } }, 'empty or outside'],
    [{ offsets: { start: 0.5, end: 5, unit: 'code-points' as const } }, 'empty or outside'],
    [{ offsets: { start: 0, end: 5000, unit: 'graphemes' as const } }, 'empty or outside'],
  ])('are refused with a sentence: %j', (anchor, reason) => {
    expect(resolve(QUAY, anchor)).toEqual({ reason: expect.stringContaining(reason) });
  });
});

describe('a file that does not say its unit', () => {
  const read = (text: string, spans: readonly { start: number; end: number }[]) => {
    const anchors = spans.map((span): Anchor => ({ offsets: { ...span, unit: 'any' } }));
    const made = new AnchorText(text);
    const unit = chooseUnit(made, anchors);
    return { unit, found: anchors.map((anchor) => resolveAnchor(made, anchor, unit)) };
  };
  const words = ['quay', 'moved', '3,900', 'crates', 'shut'];

  test.each(COUNTED_UNITS)('is read in %s where that fits the words', (unit) => {
    const { unit: chosen, found } = read(
      QUAY,
      words.map((word) => placed(QUAY, word, unit)),
    );
    expect(chosen).toBe(unit);
    expect(found.map((one) => 'span' in one && QUAY.slice(one.span.start, one.span.end))).toEqual(words);
    expect(found[1]).toMatchObject({ how: 'other-unit', said: expect.stringContaining('does not say') });
  });

  test('is read in UTF-16 where nothing speaks for another, and nothing is said of it', () => {
    const { unit, found } = read('The quay is late.', [{ start: 4, end: 8 }]);
    expect(unit).toBe('utf16');
    expect(found).toEqual([{ span: { start: 4, end: 8 }, how: 'exact' }]);
  });

  test('is read by its words where it has them', () => {
    const offsets = { ...placed(QUAY, 'crates', 'graphemes'), unit: 'any' as const };
    expect(resolve(QUAY, { offsets, words: 'crates' })).toMatchObject({ how: 'exact', words: 'crates' });
  });
});

const pieces = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('🚢', 'e\u0301', '👨‍👩‍👧', '\r\n', '\n', ' ', 'שלום', 'a', '🇩🇪🇫🇷', '👍🏽', '“”', '\u0600'),
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 400 }).map((all) => all.join('').toWellFormed());

describe('any text', () => {
  const clusters = (text: string): Span[] =>
    [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ index, segment }) => ({
      start: index,
      end: index + segment.length,
    }));

  test('gives back any span of whole characters, written in any unit', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.constantFrom(...COUNTED_UNITS), (text, a, b, unit) => {
        const all = clusters(text);
        const [from, to] = [a % all.length, b % all.length].sort((x, y) => x - y);
        const span = { start: all[from ?? 0]?.start ?? 0, end: all[to ?? 0]?.end ?? 0 };
        const words = text.slice(span.start, span.end);
        fc.pre(words.trim() !== '');
        const ends =
          unit === 'graphemes'
            ? { start: from ?? 0, end: (to ?? 0) + 1 }
            : { start: counted(text, span.start, unit), end: counted(text, span.end, unit) };
        const offsets = { ...ends, unit };
        expect(resolveAnchor(new AnchorText(text), { offsets, words })).toEqual({ span, how: 'exact' });
        expect(resolveAnchor(new AnchorText(text), { offsets })).toEqual({ span, how: 'exact' });
      }),
      { numRuns: 300 },
    );
  });

  test('never gives half a character, white space alone, or other words than were asked for', () => {
    const offset = fc.integer({ min: -2, max: 60 });
    const unit = fc.constantFrom(...COUNTED_UNITS, 'any' as const);
    fc.assert(
      fc.property(texts, offset, offset, unit, fc.option(fc.nat(50)), (text, start, end, counts, from) => {
        const words = from === null ? undefined : text.slice(from, from + 5);
        const anchor = { offsets: { start, end, unit: counts }, ...(words !== undefined && { words }) };
        const found = resolveAnchor(new AnchorText(text), anchor);
        if ('reason' in found) return;
        const there = text.slice(found.span.start, found.span.end);
        expect(there.trim()).not.toBe('');
        expect(there.isWellFormed()).toBe(true);
        if (words && found.how !== 'found') {
          expect(there.replaceAll(/\s+/g, ' ').trim()).toBe(words.replaceAll(/\s+/g, ' ').trim());
        }
      }),
      { numRuns: 300 },
    );
  });
});
