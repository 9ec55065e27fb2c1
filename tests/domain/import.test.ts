import { describe, expect, test } from 'vitest';
import { annotatorName, parseImportChoices, shortened, storable } from '../../src/domain/import.ts';

describe('parseImportChoices', () => {
  test.each([
    [
      { mapping: { a: 'quote' }, annotators: 'named' },
      { mapping: { a: 'quote' }, annotators: 'named' },
    ],
    [
      { mapping: 7, annotators: 'somebody' },
      { mapping: {}, annotators: 'me' },
    ],
    [null, { mapping: {}, annotators: 'me' }],
    ['x', { mapping: {}, annotators: 'me' }],
  ])('%j', (kept, choices) => {
    expect(parseImportChoices(kept)).toEqual(choices);
  });
});

test('storable words have no U+0000 and no half characters', () => {
  expect(storable('a\u0000🚢\ud83d')).toBe('a🚢\ufffd');
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['🚢🚢🚢', 3, '🚢🚢🚢'],
  ['🚢🚢🚢🚢', 3, '🚢🚢…'],
])('%j in %d code points is %j', (words, most, short) => {
  expect(shortened(words, most)).toBe(short);
});

test('an annotator’s name is one line', () => {
  expect([annotatorName(' Ada\n Wren '), annotatorName(undefined)]).toEqual(['Ada Wren', '']);
});
