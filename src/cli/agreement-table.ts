import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { UnreadableFileError } from '../domain/errors.ts';
import { readCsvBytes } from '../formats/reading/csv-bytes.ts';
import { readRows } from '../formats/reading/csv-rows.ts';

/** A row of a CSV file without white space around its cells, and the line on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with a file, with the line. */
export class TableError extends Error {
  constructor(problem: string, line?: number) {
    super(line === undefined ? problem : `line ${line}: ${problem}`);
  }
}

/** The rows of a CSV file, or of standard input for `-`, and whether its decimals may stand behind a comma. */
export async function readTableFile(
  path: string,
): Promise<{ readonly rows: Row[]; readonly hasCommas: boolean }> {
  const file = readCsvBytes(await (path === '-' ? buffer(process.stdin) : readFile(path)), '');
  const rows: Row[] = [];
  for await (const row of readRows(file)) {
    if ('reason' in row) throw new UnreadableFileError(`${row.place}: ${row.reason}`);
    rows.push({ line: row.line, cells: row.cells.map((cell) => cell.trim()) });
  }
  if (rows.length === 0) throw new TableError('there is no row in this file');
  return { rows, hasCommas: file.separator !== ',' };
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const WITH_COMMA = /^[+-]?\d+,\d+$/;

/** A number as programs write it, or with a decimal comma where cells are not parted by commas. */
export function numberIn(cell: string, hasCommas: boolean): number | undefined {
  const written = hasCommas && WITH_COMMA.test(cell) ? cell.replace(',', '.') : cell;
  return NUMBER.test(written) ? Number(written) : undefined;
}
