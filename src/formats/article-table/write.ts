import type { ArticleRecords } from '../../domain/record.ts';
import type { WriteOptions } from '../format.ts';
import type { ExportSource } from '../record.ts';
import { csvChunks } from '../writing/csv-chunks.ts';
import { articleColumns } from './columns.ts';

/** Writes articles as CSV, one row each, as `csvChunks` does. One article is in memory at a time. */
export function writeArticleTable(
  source: ExportSource,
  { raw = false }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  return csvChunks(articleColumns(source.codebook), oneByOne(source), (records) => records, raw);
}

async function* oneByOne(source: ExportSource): AsyncGenerator<readonly ArticleRecords[]> {
  for await (const records of source.articles()) yield [records];
}
