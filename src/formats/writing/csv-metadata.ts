import type { DescribedColumn } from './described-column.ts';
import { guardFormula } from './formula-guard.ts';

/** What the metadata of a CSV file says. */
export interface DescribedTable {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Described[];
  /** The column, or columns, of which no two rows have the same; absent where there are none such. */
  readonly primaryKey?: string;
}

/** A column, whatever its rows are made of. */
type Described = Omit<DescribedColumn<unknown>, 'cell' | 'repeats'>;

/**
 * The document that describes a CSV file of this name, after the W3C's Metadata Vocabulary for Tabular Data
 * (CSVW). Readers look for it beside the file, as `annotations.csv-metadata.json`. It holds for the guarded
 * and the raw file.
 */
export function csvMetadata(
  fileName: string,
  { title, description, columns, primaryKey }: DescribedTable,
): string {
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: encodeURIComponent(fileName),
    'dc:title': title,
    'dc:description': description,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\r\n'],
    },
    tableSchema: { columns: columns.map(describeColumn), ...(primaryKey && { primaryKey }) },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function describeColumn({ name, description, datatype, required, values }: Described) {
  return {
    name,
    'dc:description': description,
    datatype: values ? { base: datatype, format: patternFor(values) } : datatype,
    ...(required ? { required } : {}),
  };
}

/**
 * A regular expression for a closed list of words, with the apostrophe where the formula guard may put one.
 */
function patternFor(values: readonly string[]): string {
  const words = values.map((value) => (guardFormula(value) === value ? value : `'?${value}`));
  return `^(?:${words.join('|')})$`;
}
