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
    ['a ferry, a ferry', [3]],
    ['LATE. "nobody', [0, 1]],
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

describe('one place that is written just so', () => {
  const places = (text: string, words: string) => {
    const spans = splitSentences(text, { start: 0, end: text.length });
    return findPlaces(text, spans, words, 50);
  };

  it.each([
    ['The Mayor spoke. Then the mayor left. The MAYOR came back.', 'mayor', [0, 1, 2]],
    ['A café. A cafe. A CAFE\u0301.', 'cafe', [0, 1, 2]],
    ['The infor\u00ADmation desk. The information desk.', 'information', [0, 1]],
    ['The information desk. The infor\u200Bmation desk.', 'infor\u00ADmation', [0, 1]],
    ["It’s late. It's early. It\u02BCs now. It`s on. It\u00B4s off.", 'it’s', [0, 1, 2, 3, 4]],
    ['The word\u2060joiner. \uFEFFThe wordjoiner.', 'wordjoiner', [0, 1]],
    ['Ein Maßband. Ein MASSBAND.', 'maßband', [0]],
  ])('hides no other: %s', (text, words, expected) => expect(places(text, words)).toEqual(expected));
});
