import { parse } from 'csv-parse/sync';
import { writeCsv } from '../../../src/formats/csv/write.ts';
import type { WriteOptions } from '../../../src/formats/format.ts';
import type { RecordBatches } from '../../../src/formats/record.ts';

/** The whole file, decoded strictly, byte order mark kept. */
export async function writeWhole(batches: RecordBatches, options?: WriteOptions): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeCsv(batches, options)) chunks.push(chunk);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
}

/** The rows as a reader of our own choosing sees them, by column name. */
export async function readBack(
  batches: RecordBatches,
  options?: WriteOptions,
): Promise<Record<string, string>[]> {
  return parse(await writeWhole(batches, options), { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** The only row of a file of one record. */
export function onlyRow(rows: readonly Record<string, string>[]): Record<string, string> {
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) throw new RangeError(`${rows.length} rows, not one`);
  return row;
}
