import { capitalised, listed, severalOf, TAGS } from '../../domain/tag.ts';
import { guardFormula } from '../writing/formula-guard.ts';
import { type Column, columns } from './columns.ts';

/**
 * The document that describes a CSV file of this name, after the W3C's Metadata Vocabulary for Tabular Data (CSVW).
 * Readers look for it beside the file, as `annotations.csv-metadata.json`. It holds for the guarded and the raw file.
 */
export function writeMetadata(fileName: string): string {
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: encodeURIComponent(fileName),
    'dc:title': 'Annotations',
    'dc:description': `${capitalised(listed(TAGS.map(severalOf)))} marked in news articles, one row each.`,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\r\n'],
    },
    tableSchema: { columns: columns.map(describeColumn), primaryKey: 'annotation_id' },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function describeColumn({ name, description, datatype, required, values }: Column) {
  return {
    name,
    'dc:description': description,
    datatype: values ? { base: datatype, format: patternFor(values) } : datatype,
    ...(required ? { required } : {}),
  };
}

/** A regular expression for a closed list of words, with the apostrophe where the formula guard may put one. */
function patternFor(values: readonly string[]): string {
  const words = values.map((value) => (guardFormula(value) === value ? value : `'?${value}`));
  return `^(?:${words.join('|')})$`;
}
