import { type Codebook, DEFAULT_CODEBOOK } from '../../domain/codebook/codebook.ts';
import type { WriteOptions } from '../format.ts';
import type { RecordBatches } from '../record.ts';
import { csvChunks } from '../writing/csv-chunks.ts';
import { columnsFor } from './columns.ts';
import { rowMaker } from './row.ts';

/**
 * Writes records as CSV, one row each in the order given, as `csvChunks` does. Records of one article should
 * follow each other. Throws a RangeError for a record without parts.
 */
export function writeCsv(
  batches: RecordBatches,
  { raw = false }: WriteOptions = {},
  codebook: Codebook = DEFAULT_CODEBOOK,
): AsyncGenerator<Uint8Array> {
  return csvChunks(columnsFor(codebook), batches, rowMaker(), raw);
}
