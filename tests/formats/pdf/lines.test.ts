import { expect, test } from 'vitest';
import { linesOf } from '../../../src/formats/pdf/lines.ts';
import type { TextItem } from '../../../src/formats/pdf/text-item.ts';
import { item, stacked } from './items.ts';

test.each<[string, TextItem[], string[]]>([
  ['runs that touch are one word', [item('of', 0, 10), item('ficials', 10, 10)], ['officials']],
  ['a gap is a space', [item('the', 0, 10), item('quay', 18, 10)], ['the quay']],
  ['spaces are not doubled', [item('the ', 0, 10), item(' quay', 22, 10)], ['the quay']],
  ['runs come in the order of the line', [item('quay', 18, 10), item('the', 0, 10)], ['the quay']],
  ['lines come in the order of the page', [item('two', 0, 22), item('one', 0, 10)], ['one', 'two']],
  ['a raised figure stays in its line', [item('word', 0, 10), item('2', 20, 6, { size: 6 })], ['word2']],
  ['a letter drawn twice for weight is one', [item('Bold', 0, 10), item('Bold', 0.3, 10)], ['Bold']],
  ['a word said twice is two', [item('very', 0, 10), item('very', 22, 10)], ['very very']],
  [
    'right-to-left runs are read from the right',
    [item('מחדש', 0, 10), item('הרציף', 30, 10)],
    ['הרציף מחדש'],
  ],
  [
    'a drop capital begins the first of the lines beside it',
    [
      item('T', 0, 34, { size: 32, width: 20 }),
      ...stacked(['he quay reopened', 'after nine days', 'of storm'], 22, 14),
    ],
    ['The quay reopened', 'after nine days', 'of storm'],
  ],
  [
    'a large letter with nothing beside it is a line',
    [item('T', 0, 34, { size: 32 }), ...stacked(['the quay reopened', 'after nine days'], 0, 54)],
    ['T', 'the quay reopened', 'after nine days'],
  ],
])('%s', (_, items, texts) => {
  expect(linesOf(items).map(({ text }) => text)).toEqual(texts);
});

test.each<[string, TextItem[], boolean]>([
  ['words in a line', [item('the', 0, 10), item('quay', 18, 10)], false],
  ['cells of a table', [item('Boats', 0, 10), item('39', 80, 10)], true],
  ['a bullet and its words', [item('•', 0, 10), item('Boats', 40, 10)], false],
  [
    'words stretched to a column',
    [item('boats', 0, 10), item('crates', 50, 10), item('sheds', 105, 10)],
    false,
  ],
])('%s', (_, items, answer) => {
  expect(linesOf(items).map(({ isRow }) => isRow)).toEqual([answer]);
});
