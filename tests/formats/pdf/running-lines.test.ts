import { expect, test } from 'vitest';
import { withoutRunningLines } from '../../../src/formats/pdf/running-lines.ts';
import type { TextItem } from '../../../src/formats/pdf/text-item.ts';
import { item, prose, stacked } from './items.ts';

const HEIGHT = 800;

/** A page of text, with whatever stands above and below it. */
function page(name: string, ...others: TextItem[]): TextItem[] {
  return [...stacked(prose(name, 5), 50, 100), ...others];
}

/** What is left beside the text, page by page. */
function left(...pages: TextItem[][]): string[][] {
  const kept = withoutRunningLines(
    pages,
    pages.map(() => HEIGHT),
  );
  return kept.map((items) => items.map(({ text }) => text).filter((text) => !/^[A-Z]\d /.test(text)));
}

test.each<[string, TextItem[][], string[][]]>([
  [
    'a head on every page goes',
    [page('A', item('The Lantern', 50, 40)), page('B', item('The Lantern', 50, 40))],
    [[], []],
  ],
  [
    'a head with changing figures on changing sides goes',
    [
      page('A', item('Lantern 12', 50, 40)),
      page('B', item('13 Lantern', 400, 40)),
      page('C', item('Lantern 14', 50, 41)),
    ],
    [[], [], []],
  ],
  [
    'two lines of feet go',
    [1, 2].map((at) => page('A', item(`Page ${at}`, 50, 780), item('www.lantern.example', 50, 765))),
    [[], []],
  ],
  [
    'the same words at another height stay',
    [page('A', item('The Lantern', 50, 40)), page('B', item('The Lantern', 50, 60))],
    [['The Lantern'], ['The Lantern']],
  ],
  [
    'other words at the same height stay',
    [page('A', item('Quay reopens', 50, 40)), page('B', item('Wall repaired', 50, 40))],
    [['Quay reopens'], ['Wall repaired']],
  ],
  ['a page number on a single page goes', [page('A', item('– 3 –', 300, 780))], [[]]],
  ['a figure close to the text stays', [page('A', item('1953', 50, 158))], [['1953']]],
  [
    'what a browser prints goes',
    [
      page(
        'A',
        item('3/2/26, 8:15 AM Quay reopens', 20, 20),
        item('https://lantern.example/quay 1/1', 20, 790),
      ),
    ],
    [[]],
  ],
  ['a page of numbers alone is left empty', [[item('1', 300, 780)], [item('2', 300, 780)]], [[], []]],
])('%s', (_, pages, rest) => {
  expect(left(...pages)).toEqual(rest);
});

test('the text is never touched', () => {
  const pages = [page('A', item('The Lantern', 50, 40)), page('B', item('The Lantern', 50, 40))];
  const kept = withoutRunningLines(pages, [HEIGHT, HEIGHT]);
  expect(kept.map((items) => items.length)).toEqual([5, 5]);
});
