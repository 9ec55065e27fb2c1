import { expect, test } from 'vitest';
import { resolveAnchor } from '../../src/text/anchor.ts';
import { PlaceIndex } from '../../src/text/anchor-search.ts';
import { AnchorText } from '../../src/text/anchor-text.ts';

/** A text of two million code units in which no sentence stands twice. */
const sentences = Array.from(
  { length: 40_000 },
  (_, at) => `Crate ${at} came “late” to quay ${at * 7} again 🚢. `,
);
const text = sentences.join('');

test('a long text with many anchors is read once for all of them', () => {
  const places = new AnchorText(text);
  let at = 0;
  const found = sentences.slice(0, 20_000).map((sentence) => {
    const start = at;
    at += sentence.length;
    const words = sentence.slice(0, -5);
    // Wrong by some characters, so that every one is looked for.
    return resolveAnchor(places, { offsets: { start: start + 3, end: start + 9, unit: 'graphemes' }, words });
  });
  expect(found.every((one) => 'span' in one)).toBe(true);
});

test('a text of one letter cannot make a search long', () => {
  const index = new PlaceIndex('a'.repeat(500_000));
  for (let length = 4; length < 1000; length++) expect(index.find('a'.repeat(length)).isAll).toBe(false);
  expect(index.find(`${'a'.repeat(50)}b`)).toEqual({ offsets: [], isAll: true });
});

test.each([
  ['a', 'banana', [1, 3, 5]],
  ['ana', 'banana', [1, 3]],
  ['anan', 'banana banana', [1, 8]],
  ['banana', 'banana', [0]],
  ['bananas', 'banana', []],
  ['aaaa', 'aaaaaa', [0, 1, 2]],
])('%j is found in %j', (words, within, offsets) => {
  expect(new PlaceIndex(within).find(words)).toEqual({ offsets, isAll: true });
});
