import { capitalised, listed, severalOf, TAGS } from '../../domain/tag.ts';
import { csvMetadata } from '../writing/csv-metadata.ts';
import { columns } from './columns.ts';

/** The document that describes a file of annotations of this name: see `csvMetadata`. */
export function writeMetadata(fileName: string): string {
  return csvMetadata(fileName, {
    title: 'Annotations',
    description: `${capitalised(listed(TAGS.map(severalOf)))} marked in news articles, one row each.`,
    columns,
    primaryKey: 'annotation_id',
  });
}
