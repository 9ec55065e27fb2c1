import { load } from 'cheerio';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { codePicture } from '../../src/accounts/code-picture.ts';

const TEXT = 'otpauth://totp/desk.example.org:ann?issuer=desk.example.org&secret=JBSWY3DPEHPK3PXP';

test('the picture has a square for each dark module, with white around, and no style', () => {
  const picture = codePicture(TEXT);
  const svg = load(picture, { xml: true });
  const { data, size } = encode(TEXT, { ecc: 'M', border: 4 });
  expect(svg('svg').attr('viewBox')).toBe(`0 0 ${size} ${size}`);
  const drawn = new Set(
    svg('path')
      .attr('d')
      ?.match(/M\d+ \d+/g),
  );
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}`] : [])));
  expect([...drawn].sort()).toEqual(dark.sort());
  expect(dark.filter((at) => /M[0-3] |M\d+ [0-3]$/.test(at))).toEqual([]);
  expect(picture).not.toMatch(/style|script|href/);
});
