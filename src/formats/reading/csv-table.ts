import { t } from '../../messages/language.ts';
import type { IncomingFile, UnreadableRecord } from '../incoming.ts';
import { headerNames, readCsvBytes } from './csv-bytes.ts';
import { readRows } from './csv-rows.ts';
import type { TextReading } from './text-reading.ts';

/** A row of another tool's table. */
export interface TableRow {
  readonly place: string;
  /** The first cell of these columns that says something, without white space at its ends; else empty. */
  readonly get: (...columns: readonly string[]) => string;
  /** The cells that say something, by the names of their columns. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The names of a table's columns, as they are compared; none where it is no text. */
export function columnsIn(bytes: Uint8Array): string[] {
  return headerNames(bytes).map(columnName);
}

/** The rows of a table behind its header, one after another; those that are broken come as they are. */
export async function* readTable({
  bytes,
  encoding,
}: IncomingFile): AsyncGenerator<TableRow | UnreadableRecord> {
  const rows = readRows(readCsvBytes(bytes, '', encoding));
  const { value: header } = await rows.next();
  const names = header && 'cells' in header ? header.cells.map(columnName) : [];
  for await (const row of rows) {
    if ('reason' in row) yield row;
    else yield tableRow(row.line, names, row.cells);
  }
}

/** How the letters of a table are read, where that is a guess or a repair. */
export function readingOfTable({ bytes, encoding }: IncomingFile): TextReading | undefined {
  return readCsvBytes(bytes, '', encoding).reading;
}

function tableRow(line: number, names: readonly string[], cells: readonly string[]): TableRow {
  const byName = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const cell = cells[at] ?? '';
    if (cell.trim() !== '' && !byName.has(name)) byName.set(name, cell);
  }
  const get = (...columns: readonly string[]) =>
    columns.map((name) => byName.get(name)?.trim()).find((cell) => cell) ?? '';
  return { place: t('place.line', { number: String(line) }), get, cells: byName };
}

/** Case does not matter, nor whether words are parted by spaces, dashes or lines. */
function columnName(written: string): string {
  return written
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}
