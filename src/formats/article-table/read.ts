import { DEFAULT_CODEBOOK } from '../../domain/codebook/codebook.ts';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { IncomingFile, UnreadableRecord } from '../incoming.ts';
import { type CsvBytes, headerNames, readCsvBytes } from '../reading/csv-bytes.ts';
import { readRows } from '../reading/csv-rows.ts';
import { firstRecords, jsonBytes, jsonRecords } from '../reading/json-records.ts';
import { markListsIn } from '../reading/marks-in-json.ts';
import { asObject } from '../reading/tool-marks.ts';
import { headerLine } from '../writing/csv-chunks.ts';
import { articleColumns } from './columns.ts';
import { type Fields, fieldName, fieldsOf, namesDetail, textField } from './fields.ts';
import { ownFields } from './own-rows.ts';
import { type TableArticle, toArticle } from './to-article.ts';

const CSV_NAME = /\.(?:csv|tsv|tab)$/i;
/** Excel saves its "Unicode Text" with the ending of a plain text. */
const PLAIN_NAME = /\.txt$|(?:^|\/)[^.]+$/i;

/**
 * Whether a file is a table of articles: CSV whose header, or JSON (lines, or an array) whose first records,
 * have a field `text` (or `body`, `content`, `article`) and none that only annotations have. Looks at the
 * beginning alone.
 */
export function isArticleTable(file: IncomingFile): boolean {
  return isJsonTable(file) || isCsvTable(file);
}

function isJsonTable(file: IncomingFile): boolean {
  const records = firstRecords(jsonBytes(file.bytes, file.encoding, true));
  return records.length > 0 && records.every((record) => isArticle(record));
}

/** Whether a record is an article, and nothing is marked in it. */
function isArticle(record: unknown): boolean {
  const keys = [...keysOf(record).keys()];
  return textField(keys) !== undefined && markListsIn(asObject(record) ?? {}).length === 0;
}

function isCsvTable({ name, bytes }: IncomingFile): boolean {
  if (!CSV_NAME.test(name) && !PLAIN_NAME.test(name)) return false;
  const names = headerNames(bytes).map(fieldName);
  return textField(names) !== undefined && (CSV_NAME.test(name) || namesDetail(names));
}

/**
 * The articles of a table, one after another, in the file's order. Records without a text, or that cannot be
 * read, come as UnreadableRecord. Of our own `articles.csv` texts and identifiers come back as they were,
 * whether it was written raw or for spreadsheets. Throws UnreadableFileError for what is no table of
 * articles.
 */
export async function* readArticleTable(file: IncomingFile): AsyncGenerator<TableArticle | UnreadableRecord> {
  if (isJsonTable(file)) yield* readJson(file);
  else yield* readCsv(readCsvBytes(file.bytes, headerLine(articleColumns(DEFAULT_CODEBOOK)), file.encoding));
}

function* readJson(file: IncomingFile): Generator<TableArticle | UnreadableRecord> {
  const { bytes, ...how } = jsonBytes(file.bytes, file.encoding, true);
  for (const record of jsonRecords({ bytes })) {
    if ('reason' in record) yield record;
    else if (markListsIn(asObject(record.value) ?? {}).length > 0) {
      yield { place: record.place, reason: t('record.hasMarks') };
    } else yield readAs(toArticle(record.place, keysOf(record.value)), how);
  }
}

function keysOf(value: unknown): Fields {
  const record = isGraph(value) ? value['@graph'].find((each) => hasBody(each)) : value;
  return fieldsOf(typeof record === 'object' && record !== null ? Object.entries(record) : []);
}

/** JSON-LD may hold an article among other things. */
function isGraph(value: unknown): value is { readonly '@graph': readonly unknown[] } {
  return typeof value === 'object' && value !== null && '@graph' in value && Array.isArray(value['@graph']);
}

function hasBody(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'articleBody' in value;
}

async function* readCsv(file: CsvBytes): AsyncGenerator<TableArticle | UnreadableRecord> {
  const rows = readRows(file);
  const { value: header } = await rows.next();
  const names = header && 'cells' in header ? header.cells : [];
  const known = names.map(fieldName);
  const textName = textField(known);
  if (textName === undefined) throw new UnreadableFileError(t('file.noTextColumn'));
  const isRaw = file.written === 'raw';
  for await (const row of rows) {
    yield 'reason' in row ? row : readAs(readRow(row, { known, textName, isRaw }), file);
  }
}

/** Each article of a table says how the table was read. */
function readAs(
  found: TableArticle | UnreadableRecord,
  { reading }: Pick<CsvBytes, 'reading'>,
): TableArticle | UnreadableRecord {
  if ('reason' in found || !reading) return found;
  return { ...found, article: { ...found.article, reading } };
}

/** The names of a table's columns, which of them has the words, and whether its cells are as they are. */
interface Columns {
  readonly known: readonly string[];
  readonly textName: string;
  readonly isRaw: boolean;
}

function readRow(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  { known: names, textName, isRaw }: Columns,
): TableArticle | UnreadableRecord {
  const place = t('place.line', { number: String(line) });
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
    return {
      place,
      reason: t('file.tooManyCells'),
    };
  }
  const fields = fieldsOf(
    names.map((name, at) => [name, cells[at] ?? ''] as const),
    true,
  );
  const read = fields.has('sha256') && fields.has('text') ? ownFields(place, fields, isRaw) : fields;
  return 'reason' in read ? read : toArticle(place, read, textName);
}
