import { describe, expect, test } from 'vitest';
import { isPlural, singular } from '../../../../src/text/suggest/statistic/plurals.ts';
import { tokenize } from '../../../../src/text/suggest/statistic/tokens.ts';

describe('singular', () => {
  test.each([
    ['people', 'person'],
    ['policemen', 'policeman'],
    ['schoolchildren', 'schoolchild'],
    ['cities', 'city'],
    ['churches', 'church'],
    ['boxes', 'box'],
    ['houses', 'house'],
    ['movies', 'movie'],
    ['iraqis', 'iraqi'],
    ['aircraft', 'aircraft'],
    ['bus', 'bus'],
    ['tvs', 'tv'],
    ['knives', 'knife'],
  ])('%s', (noun, expected) => expect(singular(noun)).toBe(expected));
});

describe('plural nouns', () => {
  const first = (word: string) => tokenize(word, { start: 0, end: word.length })[0];

  test.each(['people', 'MPs', 'Israelis', 'policewomen', 'boats', 'cattle'])('%s', (word) =>
    expect(isPlural(first(word))).toBe(true),
  );

  test.each(['boat', 'is', 'was', 'various', 'press', "Iraq's", 'says', 'analysis', 'gas'])(
    'not %s',
    (word) => expect(isPlural(first(word))).toBe(false),
  );
});
