import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCsvBytes } from '../../../src/formats/reading/csv-bytes.ts';
import { readRows } from '../../../src/formats/reading/csv-rows.ts';

const NEVER_CLOSED = expect.stringMatching(/never closed/);
const NOT_DOUBLED = expect.stringMatching(/not doubled/);

async function rowsOf(text: string | Uint8Array) {
  const rows = [];
  for await (const row of readRows(readCsvBytes(Buffer.from(text), ''))) rows.push(row);
  return rows;
}

afterEach(() => vi.restoreAllMocks());

describe('the rows of a CSV file', () => {
  test('are those that another reader finds', async () => {
    const cell = fc.stringMatching(/^[ab",;\r\n é😀]{0,6}$/u).filter((text) => !/\r(?!\n)/.test(text));
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
    const bare = fc.stringMatching(/^[ab é😀]{0,4}$/u);
    const line = fc.array(fc.oneof(quoted, bare), { minLength: 1, maxLength: 4 }).map((row) => row.join(','));
    const file = fc.array(line, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (lines, end, isEnded) => {
        // The header says what parts the cells.
        const text = `x,y,z${end}${lines.join(end)}${isEnded ? end : ''}`;
        const other: string[][] = parse(text, {
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: ['\r\n', '\n'],
        });
        const rows = await rowsOf(text);
        expect(rows.map((row) => ('cells' in row ? row.cells : row.reason))).toEqual(other);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['LF', 'a,b\n\n1,"x\ny"\n2,z', [1, 3, 5]],
    ['CR LF', 'a,b\r\n1,"x\r\n\r\ny"\r\n2,z\r\n', [1, 2, 5]],
    ['CR, as old Macs have it', 'a,b\r1,"x\ry"\r2,z', [1, 2, 4]],
    ['a line that names the separator', 'sep=;\na;b\n1;"x"', [2, 3]],
  ])('know their lines, with %s', async (_, text, lines) => {
    expect((await rowsOf(text)).map((row) => 'line' in row && row.line)).toEqual(lines);
  });

  test('are told once each where they break the rules, and the next one is read', async () => {
    expect(await rowsOf('a,b\nx "y" "z",1\n"x" y "z",2\nok,3\n"x,4\n5,6')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { place: 'line 2', reason: NOT_DOUBLED },
      { place: 'line 3', reason: NOT_DOUBLED },
      { line: 4, cells: ['ok', '3'] },
      { place: 'line 5', reason: NEVER_CLOSED },
    ]);
  });
});

describe('a hostile file', () => {
  const size = 200_000;
  const shapes: [string, string, number][] = [
    ['quotation marks all over a cell', '{"a":', 1],
    ['quotation marks between words', 'a "b" ', 1],
    ['a quoted cell with marks that are not doubled', '" "x', 1],
    ['four marks a line', '---\ntitle: """"\n', 2],
    ['marks alone', '"', 1],
    ['separators alone', ',', 1],
    ['line ends alone', '\r\n', 0],
  ];

  test.each(shapes)('of %s is read in one go', async (_, shape, least) => {
    const text = `title,text\n${shape.repeat(Math.ceil(size / shape.length))}`;
    const search = vi.spyOn(Buffer.prototype, 'indexOf');
    const decode = vi.spyOn(Buffer.prototype, 'toString');
    const rows = await rowsOf(text);
    expect(rows.length).toBeGreaterThan(least);
    // Every search goes on where the one before it has ended, and no byte is decoded twice.
    const searches = search.mock.calls.flatMap(([, from]) => (typeof from === 'number' ? [from] : []));
    expect(searches.every((from, index) => from > (searches[index - 1] ?? -1))).toBe(true);
    const decoded = decode.mock.calls.reduce(
      (sum, [, from, to]) => sum + (Number(to ?? 0) - Number(from ?? 0)),
      0,
    );
    expect(decoded).toBeLessThanOrEqual(2 * text.length);
  });

  test('of one row of separators is told of, and its cells are not kept', async () => {
    const decode = vi.spyOn(Buffer.prototype, 'toString');
    const file = Buffer.concat([
      Buffer.from('title,text\n'),
      Buffer.alloc(3_000_000, ','),
      Buffer.from('\na,b\n'),
    ]);
    expect(await rowsOf(file)).toEqual([
      { line: 1, cells: ['title', 'text'] },
      { place: 'line 2', reason: 'The row has more than 100,000 cells.' },
      { line: 3, cells: ['a', 'b'] },
    ]);
    expect(decode.mock.calls.length).toBeLessThan(110_000);
  });

  test('of one cell that never ends is told of, and not kept', async () => {
    const file = Buffer.alloc(40 * 1024 * 1024, 'x');
    file.write('title,text\n"');
    expect(await rowsOf(file)).toEqual([
      { line: 1, cells: ['title', 'text'] },
      { place: 'line 2', reason: NEVER_CLOSED },
    ]);
  });
});
