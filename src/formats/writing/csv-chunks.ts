import { ByteBuffer } from './byte-buffer.ts';
import { guardFormula } from './formula-guard.ts';

/** One column of a CSV file. */
export interface CsvColumn<Row> {
  readonly name: string;
  /** The cell: a string is quoted and guarded, a number stands bare, null is an empty cell. */
  readonly cell: (row: Row) => string | number | null;
}

/** A chunk goes out once it has this many bytes. */
const CHUNK_BYTES = 64 * 1024;

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** The first line of a CSV file, without its line end. */
export function headerLine(columns: readonly { readonly name: string }[]): string {
  return columns.map(({ name }) => name).join(',');
}

/**
 * Writes rows as CSV (RFC 4180, UTF-8, CRLF), in chunks of about 64 KB. `raw` leaves out the byte order mark and the
 * formula guard. The header comes even where there are no rows. Nothing is read ahead of the chunk that is asked for,
 * and a reader that stops early closes `batches`.
 */
export async function* csvChunks<Item, Row>(
  columns: readonly CsvColumn<Row>[],
  batches: Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>,
  toRow: (item: Item) => Row,
  raw: boolean,
): AsyncGenerator<Uint8Array> {
  const buffer = new ByteBuffer();
  buffer.addPlain((raw ? '' : BYTE_ORDER_MARK) + headerLine(columns) + LINE_END);
  for await (const batch of batches) {
    for (const item of batch) {
      addRow(buffer, columns, toRow(item), raw);
      if (buffer.length >= CHUNK_BYTES) yield buffer.take();
    }
  }
  if (buffer.length > 0) yield buffer.take();
}

function addRow<Row>(buffer: ByteBuffer, columns: readonly CsvColumn<Row>[], row: Row, raw: boolean): void {
  let isFirst = true;
  for (const column of columns) {
    if (!isFirst) buffer.addComma();
    isFirst = false;
    const cell = column.cell(row);
    if (typeof cell === 'string') buffer.addQuoted(raw ? cell : guardFormula(cell));
    else if (cell !== null) buffer.addPlain(String(cell));
  }
  buffer.addPlain(LINE_END);
}
