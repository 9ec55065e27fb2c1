import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableTextError } from '../../../src/domain/errors.ts';
import { decodeText } from '../../../src/formats/reading/decode-text.ts';

const ARTICLE = '“Smør — 12 € a kilo”, said Zoë Ångström. 😀 שלום\r\n\r\nNext.\n';

function bytesOf(...bytes: (number | string)[]): Uint8Array {
  return Uint8Array.from(
    bytes.flatMap((byte) => (typeof byte === 'number' ? byte : [...Buffer.from(byte, 'latin1')])),
  );
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 + text.length * 2));
  bytes.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
}

describe('encodings', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(ARTICLE), ARTICLE],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${ARTICLE}`), ARTICLE],
    ['UTF-16 LE', utf16(ARTICLE, true), ARTICLE],
    ['UTF-16 BE', utf16(ARTICLE, false), ARTICLE],
    [
      'Windows-1252',
      bytesOf(0x93, 'It', 0x92, 's 5 ', 0x80, 0x94, ', said Zo', 0xeb, '.'),
      '“It’s 5 €”, said Zoë.',
    ],
    [
      'every letter of Windows-1252 from 0x80',
      bytesOf('x'.repeat(80), ' ', 0x8a, 0x9a, ' ', 0x8e, 0x9e, ' ', 0x9f),
      `${'x'.repeat(80)} Šš Žž Ÿ`,
    ],
    ['ASCII', bytesOf('Plain words.\r\n'), 'Plain words.\r\n'],
    ['nothing', bytesOf(), ''],
    [
      'UTF-8 cut off in a character',
      new TextEncoder().encode('“Yes, ” – “no” – “ça va”').slice(0, -1),
      '“Yes, ” – “no” – “ça va\uFFFD',
    ],
    [
      'UTF-16 with half a character more',
      bytesOf(...utf16('Words enough', true), 0x41),
      'Words enough\uFFFD',
    ],
    ['a text that holds U+FFFD already', new TextEncoder().encode('caf\uFFFD'), 'caf\uFFFD'],
    ['white control characters', bytesOf('One\tpage\f\r\nTwo\v'), 'One\tpage\f\r\nTwo\v'],
  ])('%s', (_, bytes, text) => expect(decodeText(bytes)).toBe(text));
});

describe('refused, with the reason in words', () => {
  test.each([
    ['PDF', bytesOf('%PDF-1.7\nplain until here'), /a PDF file.*paste/],
    ['Word', bytesOf('PK', 3, 4, 20, 0), /Word/],
    ['old Word', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old Word/],
    ['RTF', bytesOf('{\\rtf1\\ansi Words}'), /an RTF document/],
    ['PNG', bytesOf(0x89, 'PNG\r\n', 0x1a, '\n'), /a PNG image/],
    ['JPEG', bytesOf(0xff, 0xd8, 0xff, 0xe0), /a JPEG image/],
    ['gzip', bytesOf(0x1f, 0x8b, 8, 0), /gzip/],
    ['U+0000 in ASCII', bytesOf('Some words', 0, 'more'), /binary/],
    ['U+0000 in UTF-16', utf16('Some\0words', true), /binary/],
    ['UTF-32', bytesOf(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), /binary/],
    ['many control characters', bytesOf('abc', 1, 2, 3, 'def', 14, 15), /binary/],
  ])('%s', (_, bytes, message) => {
    expect(() => decodeText(bytes)).toThrow(UnreadableTextError);
    expect(() => decodeText(bytes)).toThrow(message);
    expect(() => decodeText(bytes)).toThrow(
      expect.objectContaining({ code: 'invalid-input', fields: { file: expect.stringMatching(message) } }),
    );
  });
});

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(' ', '\n', 'a', 'é', '“', '—', 'ж', 'ש', '中', '😀', '\u0301', '\u200D'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});

test('what was encoded comes back, in UTF-8 and UTF-16', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('utf-8', 'utf-8 with mark', 'le', 'be'), (text, encoding) => {
      const encoded = encoding.startsWith('utf-8')
        ? new TextEncoder().encode(encoding === 'utf-8' ? text : `\uFEFF${text}`)
        : utf16(text, encoding === 'le');
      expect(decodeText(encoded)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('random bytes are text or an UnreadableTextError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(decodeText(bytes)).toBeTypeOf('string');
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableTextError);
      }
    }),
  );
});
