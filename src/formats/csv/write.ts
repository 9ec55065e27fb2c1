import type { WriteOptions } from '../format.ts';
import type { RecordBatches } from '../record.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { columns } from './columns.ts';
import { guardFormula } from './formula-guard.ts';
import { type Row, rowMaker } from './row.ts';

/** Bytes after which a chunk goes out. */
const CHUNK_BYTES = 64 * 1024;

const BYTE_ORDER_MARK = '\ufeff';
const HEADER = columns.map((column) => column.name).join(',');
const LINE_END = '\r\n';
const cellsOf = columns.map((column) => column.cell);

/**
 * Writes records as CSV (RFC 4180, UTF-8, CRLF), in chunks of about 64 KB. `raw` leaves out the byte order
 * mark and the formula guard. One row a record in the order given; records
 * of one article should follow each other. The header comes even where there are no records.
 * Nothing is read ahead of the chunk asked for, and a reader that stops early closes `batches`.
 * Throws a RangeError for a record without parts.
 */
export async function* writeCsv(
  batches: RecordBatches,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const { raw = false } = options;
  const buffer = new ByteBuffer();
  const toRow = rowMaker();
  buffer.addPlain((raw ? '' : BYTE_ORDER_MARK) + HEADER + LINE_END);
  for await (const batch of batches) {
    for (const record of batch) {
      addRow(buffer, toRow(record), raw);
      if (buffer.length >= CHUNK_BYTES) yield buffer.take();
    }
  }
  if (buffer.length > 0) yield buffer.take();
}

function addRow(buffer: ByteBuffer, row: Row, raw: boolean): void {
  let first = true;
  for (const cellOf of cellsOf) {
    if (!first) buffer.addComma();
    first = false;
    const cell = cellOf(row);
    if (typeof cell === 'string') buffer.addQuoted(raw ? cell : guardFormula(cell));
    else if (cell !== null) buffer.addPlain(String(cell));
  }
  buffer.addPlain(LINE_END);
}
