import { expect, test } from 'vitest';
import { linesOf } from '../../../src/formats/pdf/lines.ts';
import type { TextItem } from '../../../src/formats/pdf/text-item.ts';
import { item, stacked } from './items.ts';

/** A line in which something small stands raised between words. */
function raised(before: string, small: string, after: string): TextItem[] {
  const at = before.length * 5;
  return [item(before, 0, 10), item(small, at, 6.5, { size: 6 }), item(after, at + small.length * 3, 10)];
}

test.each<[string, TextItem[], string[]]>([
  ['runs that touch are one word', [item('of', 0, 10), item('ficials', 10, 10)], ['officials']],
  ['a gap is a space', [item('the', 0, 10), item('quay', 18, 10)], ['the quay']],
  ['spaces are not doubled', [item('the ', 0, 10), item(' quay', 22, 10)], ['the quay']],
  ['runs come in the order of the line', [item('quay', 18, 10), item('the', 0, 10)], ['the quay']],
  ['lines come in the order of the page', [item('two', 0, 22), item('one', 0, 10)], ['one', 'two']],
  ['a raised figure stays in its line', [item('word', 0, 10), item('2', 20, 6, { size: 6 })], ['word²']],
  [
    'and is no digit of the figure before',
    raised('grew by 12.4%', '13', ' in May'),
    ['grew by 12.4%¹³ in May'],
  ],
  ['raised exponents', raised('10', '-6', ' m'), ['10⁻⁶ m']],
  ['square metres', raised('45 m', '2', ' of floor'), ['45 m² of floor']],
  ['marks of footnotes with commas', raised('said.', '1,2', ' The'), ['said.¹,² The']],
  ['a letter that marks a footnote', raised('total', 'b', ' of'), ['totalᵇ of']],
  ['a letter that marks a footnote of a figure', raised('4,210', 'c', ' homes'), ['4,210ᶜ homes']],
  ['signs that mark footnotes', raised('total', '*', ' of'), ['total* of']],
  ['a mark of a footnote in brackets', raised('total', '[4]', ' of'), ['total[4] of']],
  ['ordinals', raised('the 5', 'th', ' of May'), ['the 5th of May']],
  ['ordinals in French', raised('la 2', 'e', ' fois'), ['la 2e fois']],
  ['ordinals in Spanish', raised('la 2', 'a', ' vez'), ['la 2ª vez']],
  ['short titles', raised('M', 'me', ' Roy'), ['Mme Roy']],
  ['short titles of two letters', raised('et D', 'r', ' Roy'), ['et Dr Roy']],
  ['trade marks', raised('Quayline', 'TM', ' boats'), ['Quayline™ boats']],
  ['small words that are not raised', [item('word', 0, 10), item('2', 20, 10, { size: 6 })], ['word2']],
  ['lowered figures', [item('CO', 0, 10), item('2', 10, 12, { size: 6 })], ['CO2']],
  [
    'a raised initial begins the word beside it',
    [item('T', 0, 20, { size: 28, width: 16 }), item('he quay reopened', 19, 20), item('at noon', 0, 32)],
    ['The quay reopened', 'at noon'],
  ],
  [
    'an initial that is a word stands apart',
    [item('A', 0, 20, { size: 28, width: 16 }), item('quay reopened', 19, 20)],
    ['A quay reopened'],
  ],
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
