import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CsvCell } from '../../../src/formats/writing/cell-run.ts';
import { csvChunks } from '../../../src/formats/writing/csv-chunks.ts';

type Row = readonly CsvCell[];

async function written(rows: readonly Row[], repeating: readonly number[], raw: boolean): Promise<string> {
  const columns = [0, 1, 2, 3].map((at) => ({
    name: `column${at}`,
    cell: (row: Row) => row[at] ?? null,
    ...(repeating.includes(at) && { repeats: true as const }),
  }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of csvChunks(columns, [rows], (row) => row, raw)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a column that repeats is written as any other', async () => {
  const rows: Row[] = [
    ['a', 'Mayor says "no"', null, 1],
    ['b', 'Mayor says "no"', null, 2],
    ['c', '=SUM(A1)', 'é', 2],
    ['d', '=SUM(A1)', 'é', 2],
    ['e', null, 'é', 0.5],
    ['f', '', 'é', 0.5],
  ];
  expect(await written(rows, [1, 2, 3], false)).toBe(
    [
      '\ufeffcolumn0,column1,column2,column3',
      '"a","Mayor says ""no""",,1',
      '"b","Mayor says ""no""",,2',
      `"c","'=SUM(A1)","é",2`,
      `"d","'=SUM(A1)","é",2`,
      '"e",,"é",0.5',
      '"f","","é",0.5',
      '',
    ].join('\r\n'),
  );
});

test('whichever columns repeat, the bytes are the same, over many chunks', async () => {
  const cell = fc.oneof(
    fc.constantFrom<CsvCell[]>(null, '', 'a', '"', '=1', "'=1", 'é'.repeat(30), 7, -0.5, 'x'.repeat(20_000)),
    fc.string({ unit: 'grapheme' }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 }),
      fc.subarray([0, 1, 2, 3]),
      fc.boolean(),
      async (rows, repeating, raw) => {
        const doubled = rows.flatMap((row) => [row, row]);
        expect(await written(doubled, repeating, raw)).toBe(await written(doubled, [], raw));
      },
    ),
  );
});
