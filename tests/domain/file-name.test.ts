import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileStem, shownFileName } from '../../src/domain/file-name.ts';

test.each([
  ['march/quay.txt', 'march/quay.txt'],
  ['Ñandú 😀.html', 'Ñandú 😀.html'],
  ['a\u0000\r\nb.txt', 'a\uFFFD\uFFFD\uFFFDb.txt'],
  ['quay\u202Etxt.exe', 'quay\uFFFDtxt.exe'],
  ['a\uD83D.txt', 'a\uFFFD.txt'],
  [`${'x'.repeat(5000)}.html`, `…${'x'.repeat(194)}.html`],
  ['😀'.repeat(200), '😀'.repeat(200)],
  ['😀'.repeat(201), `…${'😀'.repeat(199)}`],
])('%j is shown as %j', (name, shown) => expect(shownFileName(name)).toBe(shown));

test('any name is one line of at most 200 code points, and stays as it is shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
      const shown = shownFileName(name);
      expect([...shown].length).toBeLessThanOrEqual(200);
      expect(shown.split(/[\r\n]/)).toHaveLength(1);
      expect(shown.includes('\0')).toBe(false);
      expect(shown.isWellFormed()).toBe(true);
      expect(shownFileName(shown)).toBe(shown);
    }),
  );
});

describe('fileStem', () => {
  test.each([
    ['Losing ground in Mosul', 'losing-ground-in-mosul'],
    ['  “It’s” over: 3,900 km² — gone?  ', 'its-over-3-900-km-gone'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Málaga & Čačak', 'malaga-cacak'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['שלום 🚢 עולם', 'שלום-עולם'],
    ['🚢 …', undefined],
    ['', undefined],
  ])('%j: %j', (title, stem) => {
    expect(fileStem(title)).toBe(stem);
  });

  test('is short, and cut between words', () => {
    expect(fileStem('word '.repeat(30))).toBe(Array(12).fill('word').join('-'));
    expect(fileStem('a'.repeat(500))).toHaveLength(60);
  });
});
