import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/formats/pdf/columns.ts';
import type { TextItem } from '../../../src/formats/pdf/text-item.ts';
import { item, prose, stacked } from './items.ts';

/** The first word of every run, column by column. */
function names(items: readonly TextItem[]): string[] {
  return columnsOf(items).map((column) =>
    column
      .toSorted((a, b) => a.y - b.y || a.x - b.x)
      .map(({ text }) => text.split(' ')[0])
      .join(' '),
  );
}

const left = stacked(prose('L', 6), 50, 100);
const right = stacked(prose('R', 6), 270, 100);

test.each<[string, TextItem[], string[]]>([
  ['nothing', [], []],
  ['one column', left, ['L0 L1 L2 L3 L4 L5']],
  ['two columns', [...left, ...right], ['L0 L1 L2 L3 L4 L5', 'R0 R1 R2 R3 R4 R5']],
  [
    'two columns whose lines are not level',
    [...left, ...stacked(prose('R', 6), 270, 106)],
    ['L0 L1 L2 L3 L4 L5', 'R0 R1 R2 R3 R4 R5'],
  ],
  [
    'a heading over two columns, and a line below them',
    [
      item('HEAD '.padEnd(40, 'x'), 50, 60, { size: 20 }),
      ...left,
      ...right,
      item('END '.padEnd(80, 'x'), 50, 200),
    ],
    ['HEAD', 'L0 L1 L2 L3 L4 L5', 'R0 R1 R2 R3 R4 R5', 'END'],
  ],
  [
    'a heading over two of three columns',
    [
      item('HEAD '.padEnd(40, 'x'), 50, 70, { size: 20 }),
      ...stacked(prose('A', 6), 50, 100),
      ...stacked(prose('B', 6), 270, 100),
      ...stacked(prose('C', 9), 490, 64),
    ],
    ['HEAD', 'A0 A1 A2 A3 A4 A5', 'B0 B1 B2 B3 B4 B5', 'C0 C1 C2 C3 C4 C5 C6 C7 C8'],
  ],
  [
    'a right column that begins higher, beside a picture',
    [...left, ...stacked(prose('R', 10), 270, 52)],
    ['L0 L1 L2 L3 L4 L5', 'R0 R1 R2 R3 R4 R5 R6 R7 R8 R9'],
  ],
  [
    'a left column that is longer, with an afterthought below',
    [...stacked(prose('L', 8), 50, 100), ...right, item('NOTE below', 50, 300)],
    ['L0 L1 L2 L3 L4 L5 L6 L7', 'R0 R1 R2 R3 R4 R5', 'NOTE'],
  ],
  [
    'a table, whose cells are no columns',
    [
      ...stacked(['2020', '2021', '2022', '2023', '2024'], 50, 100),
      ...stacked(['39', '41', '43', '44', '40'], 200, 100),
    ],
    ['2020 39 2021 41 2022 43 2023 44 2024 40'],
  ],
  [
    'a byline with a date far off on its line',
    [
      item('By Ada Wren of the Lantern', 50, 80),
      item('Monday, 2 March 2026', 350, 80),
      ...stacked(prose('L', 3, 80), 50, 110),
    ],
    ['By Monday, L0 L1 L2'],
  ],
  [
    'words with wide spaces that happen to stand below each other in three lines',
    [0, 1, 2].flatMap((at) => [
      item(`A${at} several words here`, 50, 100 + 12 * at),
      item(`B${at} some others there`, 165, 100 + 12 * at),
    ]),
    ['A0 B0 A1 B1 A2 B2'],
  ],
])('reads %s', (_, items, columns) => {
  expect(names(items)).toEqual(columns);
});

test('never loses a run, and ends, whatever stands where', () => {
  const spread = Array.from({ length: 400 }, (_, at) =>
    item(`n${at}`, (at * 7919) % 600, (at * 104_729) % 800),
  );
  expect(columnsOf(spread).flat()).toHaveLength(400);
});
