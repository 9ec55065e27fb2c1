import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/formats/reading/decode-text.ts';
import { decodeAs } from '../../../src/formats/reading/detect-encoding.ts';
import { ENCODED_TEXTS, encode } from './encoded-texts.ts';

const cases = ENCODED_TEXTS.flatMap(([language, encodings, text]) =>
  encodings.map((encoding) => ({ language, encoding, text })),
);

describe('the encoding of a text', () => {
  test.each(cases)('in $language is found: $encoding', ({ encoding, text }) => {
    for (const words of [text, text.slice(0, text.length / 3), text.slice(0, 60)]) {
      const bytes = encode(words, encoding);
      expect(readText(bytes).text).toBe(decodeAs(bytes, encoding));
    }
  });

  test.each(cases)('in $language, $encoding, is no UTF-8 by accident', ({ encoding, text }) => {
    const isAscii = encode(text, encoding).every((byte) => byte < 0x80);
    if (!isAscii) expect(readText(encode(text, encoding)).encoding).not.toBe('utf-8');
  });

  test('may be chosen among others, the likeliest of which come first', () => {
    const bytes = encode('Rada miasta Łodzi zagłosowała wczoraj za budową.', 'windows-1250');
    expect(readText(bytes).others).toContain('iso-8859-2');
    expect(readText(bytes, 'windows-1252')).toMatchObject({
      text: 'Rada miasta £odzi zag³osowa³a wczoraj za budow¹.',
      encoding: 'windows-1252',
    });
  });

  test('is told of a table too, and of a long text that begins in plain letters', () => {
    const russian = ENCODED_TEXTS.find(([language]) => language === 'ru')?.[2] ?? '';
    const text = `${'Plain words first.\n'.repeat(20_000)}${russian}\n`;
    const bytes = encode(text, 'koi8-r');
    expect(readText(bytes).text).toBe(decodeAs(bytes, 'koi8-r'));
  });

  test.each([
    'Ça coûte 3 € à “Paris”. Two.',
    '“It’s 5 €”, said Zoë.',
    'The café closed.',
    'José García’s “no”.',
  ])('is Western in a few words: %s', (text) => {
    expect(readText(encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' });
  });

  test('stays UTF-8 where some bytes of it are damaged, and says how many', () => {
    const bytes = Buffer.concat([
      Buffer.from('“Yes,” said Zoë. '),
      Buffer.from([0x93]),
      Buffer.from('No'),
      Buffer.from([0x94]),
    ]);
    expect(readText(bytes)).toEqual({
      text: '“Yes,” said Zoë. \uFFFDNo\uFFFD',
      encoding: 'utf-8',
      others: [],
      damaged: 2,
    });
  });
});

test('bytes without words are refused', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + at ** 2 * 31) % 256 || 1);
  expect(() => readText(noise)).toThrow(/not plain text|cannot be read/);
});
