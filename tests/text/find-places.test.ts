import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../src/text/find-places.ts';
import { splitSentences } from '../../src/text/segment.ts';

const TEXT =
  'The ferry was late. “Nobody told us,” she said. The café was shut. A ferry, a FERRY and a ferry came.';
const SENTENCES = splitSentences(TEXT, { start: 0, end: TEXT.length });
const find = (words: string, most = 50) => findPlaces(TEXT, SENTENCES, words, most);

describe('findPlaces', () => {
  it.each([
    ['ferry', [0, 3]],
    ['was late', [0]],
    ['cafe', [2]],
    ['CAFE\u0301', [2]],
    ['"nobody told', [1]],
    ['nobody  told', [1]],
    ['airship', []],
    ['late. “Nobody', [0, 1]],
    ['', []],
    [' ', []],
    ['\u0301', []],
  ])('%j', (words, expected) => {
    expect(find(words)).toEqual(expected);
  });

  it('gives no more than asked for, the first ones', () => {
    expect(find('ferry', 1)).toEqual([0]);
    expect(find('s', 2)).toEqual([0, 1]);
    expect(find('ferry', 0)).toEqual([]);
  });

  it('finds a sentence once, however often it holds the words', () => {
    expect(find('a ferry')).toEqual([3]);
  });

  it('finds nothing outside of the spans', () => {
    expect(findPlaces(TEXT, [], 'ferry', 5)).toEqual([]);
  });
});
