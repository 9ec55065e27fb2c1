import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Carrier } from '../../src/text/anchor-carry.ts';
import { normaliseText } from '../../src/text/normalise.ts';

const BODY = 'The quay is late.\n\nIt is late again, said Ines. 🚢 It is late.';

function carried(file: string, stored: string, words: string, from = 0) {
  const start = file.indexOf(words, from);
  const found = new Carrier(file, stored).carry({ start, end: start + words.length });
  return 'span' in found
    ? { ...found, words: stored.slice(found.span.start, found.span.end), start: found.span.start }
    : found;
}

describe('a span of a file’s text', () => {
  test.each([
    ['the same text', BODY],
    ['CRLF', BODY.replaceAll('\n', '\r\n')],
    ['CR alone', BODY.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${BODY}`],
    ['blank lines around it', `\r\n \r\n${BODY}\r\n\r\n`],
    ['NULs', BODY.replaceAll('t', 't\u0000')],
    ['lines above it that were taken off', `The Lantern\n4 March 2025\n\n${BODY}`],
  ])('keeps its place over %s', (_, file) => {
    const stored = normaliseText(BODY);
    const last = file.lastIndexOf('It\u0000 is') >= 0 ? 'It\u0000 is' : 'It is';
    expect(carried(file, stored, last, file.lastIndexOf(last))).toMatchObject({
      how: 'exact',
      words: 'It is',
      start: stored.lastIndexOf('It is'),
    });
  });

  test('in the lines above the article is refused', () => {
    expect(carried(`The Lantern\n\n${BODY}`, BODY, 'Lantern')).toEqual({
      reason: expect.stringContaining('above the article'),
    });
  });

  test('is found by what stands around it where the texts differ', () => {
    const file = `Listen to this article\n\n${BODY.replace('said Ines', 'said Ines Okafor')}\n\nMore on this`;
    const stored = BODY.replace('The quay', 'The old quay');
    expect(carried(file, stored, 'is late', file.indexOf('🚢'))).toMatchObject({
      how: 'found',
      start: stored.lastIndexOf('is late'),
    });
    expect(carried(file, stored, 'is late')).toMatchObject({
      how: 'found',
      start: stored.indexOf('is late'),
    });
  });

  test('that is not in the article is refused', () => {
    const file = `An older version.\n\n${BODY}\n\nAnd an end.`;
    expect(carried(file, BODY, 'An older version')).toEqual({
      reason: 'These words are not in the article.',
    });
  });

  test('of any text stands where normalising puts it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 9 }),
      fc.constantFrom('\r\n', '\r', '\n', '\u0000', '\uFEFF', '\r\u0000\n', ' ', 'word', '🚢', '\ud800'),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, text, (before, words, after) => {
        const file = before + words + after;
        fc.pre(words.trim() !== '' && !/[\ud800-\udfff]/.test(`${before.at(-1)}${after.at(0)}`));
        fc.pre(!before.endsWith('\r') && !words.endsWith('\r') && !/^[\n\0]/.test(words + after));
        fc.pre(!/\r\0*$/.test(before) && !/\r\0*$/.test(words));
        const stored = normaliseText(file);
        const found = new Carrier(file, stored).carry({
          start: before.length,
          end: before.length + words.length,
        });
        const lined = normaliseText(`x${words}x`).slice(1, -1);
        const there = 'span' in found ? stored.slice(found.span.start, found.span.end) : found.reason;
        expect(there.trim()).toBe(lined.trim());
      }),
      { numRuns: 300 },
    );
  });
});
