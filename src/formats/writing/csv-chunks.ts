import { ByteBuffer } from './byte-buffer.ts';
import { type CellRun, type CsvColumn, cellRuns } from './cell-run.ts';

/** A chunk goes out once it has this many bytes. */
const CHUNK_BYTES = 64 * 1024;

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** The first line of a CSV file, without its line end. */
export function headerLine(columns: readonly { readonly name: string }[]): string {
  return columns.map(({ name }) => name).join(',');
}

/**
 * Writes rows as CSV (RFC 4180, UTF-8, CRLF), in chunks of about 64 KB. `raw` leaves out the byte order mark
 * and the formula guard. The header comes even where there are no rows. Nothing is read ahead of the chunk
 * that is asked for, and a reader that stops early closes `batches`.
 */
export async function* csvChunks<Item, Row>(
  columns: readonly CsvColumn<Row>[],
  batches: Iterable<readonly Item[]> | AsyncIterable<readonly Item[]>,
  toRow: (item: Item) => Row,
  raw: boolean,
): AsyncGenerator<Uint8Array> {
  const buffer = new ByteBuffer();
  const runs = cellRuns(columns, raw);
  buffer.addPlain((raw ? '' : BYTE_ORDER_MARK) + headerLine(columns) + LINE_END);
  for await (const batch of batches) {
    for (const item of batch) {
      addRow(buffer, runs, toRow(item));
      if (buffer.length >= CHUNK_BYTES) yield buffer.take();
    }
  }
  if (buffer.length > 0) yield buffer.take();
}

function addRow<Row>(buffer: ByteBuffer, runs: readonly CellRun<Row>[], row: Row): void {
  let isFirst = true;
  for (const run of runs) {
    if (!isFirst) buffer.addComma();
    isFirst = false;
    run.addTo(buffer, row);
  }
  buffer.addPlain(LINE_END);
}
