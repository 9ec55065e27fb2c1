import type { Codebook } from '../../domain/codebook/codebook.ts';
import { capitalised, inSentence, listed } from '../../domain/tag.ts';
import { csvMetadata } from '../writing/csv-metadata.ts';
import { columnsFor } from './columns.ts';

/** The document that describes a file of annotations of this name, where tags are those of a codebook: see `csvMetadata`. */
export function writeMetadata(fileName: string, codebook: Codebook): string {
  const tags = codebook.tags.map(({ plural }) => inSentence(plural));
  return csvMetadata(fileName, {
    title: 'Annotations',
    description: `${capitalised(listed(tags))} marked in news articles, one row each.`,
    columns: columnsFor(codebook),
    primaryKey: 'annotation_id',
  });
}
