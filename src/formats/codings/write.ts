import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { WriteOptions } from '../format.ts';
import type { ExportSource } from '../record.ts';
import { csvChunks } from '../writing/csv-chunks.ts';
import { csvMetadata } from '../writing/csv-metadata.ts';
import { columnsFor } from './columns.ts';
import { type CodingRow, codingRows } from './rows.ts';

/** Writes the coded sentences as CSV, as `csvChunks` does. One article is in memory at a time. */
export function writeCodings(
  source: ExportSource,
  { raw = false }: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  return csvChunks(columnsFor(source.codebook), rowsOf(source), (row) => row, raw);
}

async function* rowsOf({
  codedArticles,
  project,
  codebook,
}: ExportSource): AsyncGenerator<readonly CodingRow[]> {
  for await (const records of codedArticles()) yield [...codingRows(records, project.slug, codebook)];
}

/** The document that describes a file of codings of this name: see `csvMetadata`. */
export function writeMetadata(fileName: string, codebook: Codebook): string {
  return csvMetadata(fileName, {
    title: 'Codings',
    description: 'What each annotator put into each sentence of news articles, one row a sentence and tag.',
    columns: columnsFor(codebook),
  });
}
