import { describe, expect, test } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../../src/domain/codebook/codebook.ts';
import { columns } from '../../../src/formats/csv/columns.ts';
import { writeMetadata } from '../../../src/formats/csv/metadata.ts';
import type { WriteOptions } from '../../../src/formats/format.ts';
import { quayRecords } from '../quay-records.ts';
import { readBack, writeWhole } from './read-back.ts';

interface Metadata {
  readonly '@context': string;
  readonly url: string;
  readonly dialect: Record<string, unknown>;
  readonly tableSchema: { readonly columns: readonly MetadataColumn[]; readonly primaryKey: string };
}

interface MetadataColumn {
  readonly name: string;
  readonly 'dc:description': string;
  readonly required?: boolean;
  readonly datatype: string | { readonly base: string; readonly format: string };
}

// Written by the function under test; the tests below fail where it has another shape.
const metadata = JSON.parse(writeMetadata('annotations.csv', DEFAULT_CODEBOOK)) as Metadata;

/** What the datatypes of CSV on the Web that are in use allow. */
const lexical: Record<string, RegExp> = {
  string: /^/,
  anyURI: /^\S*$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  double: /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  nonNegativeInteger: /^\d+$/,
  positiveInteger: /^[1-9]\d*$/,
};

function problemWith(column: MetadataColumn, cell: string): string | null {
  if (cell === '') return column.required ? 'empty' : null;
  const { base, format } =
    typeof column.datatype === 'string' ? { base: column.datatype, format: '' } : column.datatype;
  return lexical[base]?.test(cell) && new RegExp(format, 'u').test(cell)
    ? null
    : `${base} ${format}: ${cell}`;
}

describe('the metadata', () => {
  test('names the file and the columns as the writer does', async () => {
    const header = (await writeWhole([], { raw: true })).trimEnd();
    expect(metadata['@context']).toBe('http://www.w3.org/ns/csvw');
    expect(metadata.url).toBe('annotations.csv');
    expect(metadata.tableSchema.columns.map((column) => column.name).join(',')).toBe(header);
    expect(metadata.tableSchema.columns.map((column) => column['dc:description'])).toEqual(
      columns.map((column) => column.description),
    );
    expect(header.split(',')).toContain(metadata.tableSchema.primaryKey);
  });

  test('escapes a file name for its place in a URL', () => {
    expect(JSON.parse(writeMetadata('quay & pier.csv', DEFAULT_CODEBOOK))).toMatchObject({
      url: 'quay%20%26%20pier.csv',
    });
  });

  test.each<[string, WriteOptions]>([
    ['guarded', {}],
    ['raw', { raw: true }],
  ])('allows every cell of the %s file', async (_, options) => {
    const records = quayRecords.map((record) =>
      record.tag === 'statistic' ? { ...record, comparator: '=' as const, value: -1e-7 } : record,
    );
    for (const row of await readBack([records], options)) {
      const problems = metadata.tableSchema.columns.map((column) =>
        problemWith(column, row[column.name] ?? ''),
      );
      expect(problems.filter((problem) => problem !== null)).toEqual([]);
    }
  });

  test('refuses words outside a closed list', () => {
    const tag = metadata.tableSchema.columns.find((column) => column.name === 'tag');
    expect(tag && problemWith(tag, 'quotes')).toContain('quotes');
  });
});
