import type { CsvColumn } from './cell-run.ts';

/** Names of built-in datatypes of the W3C Metadata Vocabulary for Tabular Data. */
export type Datatype = 'string' | 'anyURI' | 'dateTime' | 'double' | 'nonNegativeInteger' | 'positiveInteger';

/** One column: the header, the writer, the metadata and the data dictionary are all held to this. */
export interface DescribedColumn<Row> extends CsvColumn<Row> {
  /** What the cell means; offsets count from zero, their end is exclusive. */
  readonly description: string;
  readonly datatype: Datatype;
  /** Whether every row has something in this column. */
  readonly required: boolean;
  /** The only words that the column may hold, where it is a closed list. */
  readonly values?: readonly string[];
}

/** A column holds strings, and may be empty, unless it says otherwise. */
export type ColumnRow<Row> = Omit<DescribedColumn<Row>, 'datatype' | 'required'> &
  Partial<Pick<DescribedColumn<Row>, 'datatype' | 'required'>>;

/** The columns with all that they do not say. */
export function described<Row>(rows: readonly ColumnRow<Row>[]): DescribedColumn<Row>[] {
  return rows.map((row) => ({ datatype: 'string', required: false, ...row }));
}
