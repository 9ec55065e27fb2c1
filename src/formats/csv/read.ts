import type { DetailName } from '../../domain/article-details.ts';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type {
  AnnotationReader,
  IncomingAnnotation,
  IncomingDocument,
  IncomingFile,
  UnreadableRecord,
} from '../incoming.ts';
import { addToList } from '../lists-by-key.ts';
import { type CsvBytes, headerNames, readCsvBytes } from '../reading/csv-bytes.ts';
import { type CsvRow, readRows } from '../reading/csv-rows.ts';
import { headerLine } from '../writing/csv-chunks.ts';
import { firstColumns } from './columns.ts';
import { DETAIL_COLUMNS, type Header, readHeader } from './header.ts';
import { readAnnotation } from './read-annotation.ts';
import { guardSignsOf, RowCells } from './row-cells.ts';

/** Reads our own annotations.csv, raw or guarded, also as spreadsheets save it, and tables made by hand. */
export const csvReader: AnnotationReader = {
  key: 'csv',
  get name() {
    return t('readerName.csvRows');
  },
  recognises: ({ bytes }) => readHeader(headerNames(bytes)) !== undefined,
  read: readFile,
  readingOf: ({ bytes, encoding }) => readCsvBytes(bytes, '', encoding).reading,
};

async function* readFile({
  bytes,
  encoding,
}: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const file = readCsvBytes(bytes, headerLine(firstColumns), encoding);
  const rows = readRows(file);
  const header = await headerOf(rows);
  // What we wrote keeps an article's rows together and tells of its guard; anything else must be seen whole.
  if (file.written) yield* readOurs(rows, header, file);
  else yield* readForeign(rows, header, file);
}

type Rows = AsyncGenerator<CsvRow | UnreadableRecord>;

async function headerOf(rows: Rows): Promise<Header> {
  const { value } = await rows.next();
  const header = value && 'cells' in value ? readHeader(value.cells) : undefined;
  if (header) return header;
  throw new UnreadableFileError(t('file.csvNoColumns'));
}

async function* readOurs(
  rows: Rows,
  header: Header,
  file: CsvBytes,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  let article: CsvRow[] = [];
  let key: string | undefined;
  for await (const row of rows) {
    if ('reason' in row) {
      yield row;
      continue;
    }
    const next = articleKey(row, header);
    if (next !== key) yield* documentOf(article, header, file, file.written === 'guarded');
    if (next !== key) article = [];
    key = next;
    article.push(row);
  }
  yield* documentOf(article, header, file, file.written === 'guarded');
}

async function* readForeign(
  rows: Rows,
  header: Header,
  file: CsvBytes,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const articles = new Map<string, CsvRow[]>();
  let guarded = false;
  let bare = false;
  for await (const row of rows) {
    if ('reason' in row) {
      yield row;
      continue;
    }
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const signs = guardSignsOf(row, header);
    guarded ||= signs.guarded;
    bare ||= signs.bare;
    addToList(articles, articleKey(row, header), row);
  }
  const lift = guarded || !bare;
  for (const article of articles.values()) yield* documentOf(article, header, file, lift);
}

/** What says which article a row is of: the first of these that is there. */
const KEY_COLUMNS = ['article_id', ...DETAIL_COLUMNS.url, ...DETAIL_COLUMNS.title];

function articleKey({ cells }: CsvRow, { known }: Header): string {
  for (const name of KEY_COLUMNS) {
    const cell = cells[known.get(name) ?? -1];
    if (cell) return `${name} ${cell}`;
  }
  return '';
}

function* documentOf(
  rows: readonly CsvRow[],
  header: Header,
  { separator }: CsvBytes,
  lift: boolean,
): Generator<IncomingDocument | UnreadableRecord> {
  const cells = rows.map((row) => new RowCells(row, header, lift));
  const annotations: IncomingAnnotation[] = [];
  for (const row of cells) {
    const read = readAnnotation(row, separator);
    if ('reason' in read) yield read;
    else annotations.push(read);
  }
  if (annotations.length === 0) return;
  const articleId = cells[0]?.get('article_id').trim();
  yield {
    place: annotations[0]?.place ?? '',
    ...(articleId ? { articleId } : {}),
    details: detailsIn(cells, header),
    annotations,
  };
}

/** Each detail from the first row that has it. */
function detailsIn(rows: readonly RowCells[], header: Header): Partial<Record<DetailName, string>> {
  const details: Partial<Record<DetailName, string>> = {};
  for (const [name, columns] of header.details) {
    const cell = firstCell(rows, columns);
    if (cell !== undefined) details[name] = cell;
  }
  return details;
}

function firstCell(rows: readonly RowCells[], columns: readonly string[]): string | undefined {
  for (const row of rows) {
    for (const name of columns) {
      const cell = row.get(name);
      if (cell.trim() !== '') return cell;
    }
  }
  return undefined;
}
