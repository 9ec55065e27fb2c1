import type { WriteOptions } from '../format.ts';
import type { RecordBatches } from '../record.ts';
import { csvChunks } from '../writing/csv-chunks.ts';
import { columns } from './columns.ts';
import { rowMaker } from './row.ts';

/**
 * Writes records as CSV, one row each in the order given, as `csvChunks` does. Records of one article should follow
 * each other. Throws a RangeError for a record without parts.
 */
export function writeCsv(
  batches: RecordBatches,
  { raw = false }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  return csvChunks(columns, batches, rowMaker(), raw);
}
