import type { AnnotationRecord, RecordBatches } from '../record.ts';
import { quoteCell, quoteGuardedCell } from './cell.ts';
import { columns } from './columns.ts';
import { type Row, rowMaker } from './row.ts';

/** UTF-16 code units after which a chunk goes out. */
const CHUNK_LENGTH = 64 * 1024;

const BYTE_ORDER_MARK = '\ufeff';
const HEADER = `${columns.map((column) => column.name).join(',')}\r\n`;
const columnCells = columns.map((column) => column.cell);

/** `raw` leaves out the byte order mark and the formula guard, for programs rather than spreadsheets. */
export interface CsvOptions {
  readonly raw?: boolean;
}

/**
 * Writes records as CSV (RFC 4180, CRLF), in chunks of about 64 K characters to be encoded as UTF-8. One row a record in
 * the order given; records of one article should follow each other. The header comes even where there are no records.
 * Nothing is read ahead of the chunk asked for, and a reader that stops early closes `batches`.
 * Throws a RangeError for a record without parts.
 */
export async function* writeCsv(batches: RecordBatches, options: CsvOptions = {}): AsyncGenerator<string> {
  const writeRow = rowWriter(options.raw ? quoteCell : quoteGuardedCell);
  let chunk = options.raw ? HEADER : BYTE_ORDER_MARK + HEADER;
  for await (const batch of batches) {
    for (const record of batch) {
      chunk += writeRow(record);
      if (chunk.length < CHUNK_LENGTH) continue;
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

function rowWriter(writeText: (text: string) => string): (record: AnnotationRecord) => string {
  const toRow = rowMaker();
  return (record) => writeCells(toRow(record), writeText);
}

function writeCells(row: Row, writeText: (text: string) => string): string {
  let line = '';
  let separator = '';
  for (const cellOf of columnCells) {
    const cell = cellOf(row);
    line += separator;
    if (cell !== null) line += typeof cell === 'number' ? cell : writeText(cell);
    separator = ',';
  }
  return `${line}\r\n`;
}
