import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from '../../src/text/normalise.ts';

describe('what changes', () => {
  test.each([
    ['CRLF and CR become LF', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['CR CR LF is two line ends', 'one\r\r\ntwo', 'one\n\ntwo'],
    ['the byte order mark goes', '\uFEFFOne', 'One'],
    ['also behind blank lines', '\n \n\uFEFFOne', 'One'],
    ['U+0000 goes', 'o\u0000ne\r\u0000\ntwo', 'one\ntwo'],
    ['lone surrogates are replaced', 'a\uD83Db\uDE00c', 'a\uFFFDb\uFFFDc'],
    ['a pair that U+0000 parted is joined', '\uD83D\u0000\uDE00', '😀'],
    ['outer blank lines go, and a last line end', '\n \t\nOne\n\nTwo\n\n \n', 'One\n\nTwo'],
    ['nothing but white space is nothing', ' \n\t\r\n ', ''],
  ])('%s', (_, raw, text) => expect(normaliseText(raw)).toBe(text));
});

describe('what stays', () => {
  test.each([
    ['indentation and trailing spaces of words', '  One \n\n Two  '],
    ['blank lines inside', 'One\n\n\n\nTwo'],
    ['U+2028, U+2029, U+0085, form feed', 'a\u2028b\u2029c\u0085d\fe'],
    ['a byte order mark inside', 'a\uFEFFb'],
    ['combining marks and compatibility forms', 'e\u0301 é ﬁ ½ Å'],
    ['emoji and joiners', '👩🏽‍🚒 🇳🇴 😀'],
    ['right-to-left text and its marks', '\u200Fשלום \u202Bمرحبا\u202C'],
  ])('%s', (_, text) => expect(normaliseText(text)).toBe(text));
});

const anything = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\r', '\n', '\r\n', '\uFEFF', '\0', '\uD83D', '\uDE00', ' ', 'a'),
    fc.string({ unit: 'binary' }),
  ),
});

test('twice is the same as once, and the rules of the stored text hold', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      const text = normaliseText(raw);
      expect(normaliseText(text)).toBe(text);
      expect(text).not.toMatch(/[\r\0]|^\uFEFF|^\s*\n|\n\s*$/);
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
