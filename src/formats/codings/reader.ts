import type { DetailName } from '../../domain/article-details.ts';
import { CODING_STATES } from '../../domain/coding.ts';
import { CODING_KINDS } from '../../domain/record.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingCoding, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import type { IncomingFile } from '../incoming-file.ts';
import { type CsvBytes, headerNames, readCsvBytes } from '../reading/csv-bytes.ts';
import { readRows } from '../reading/csv-rows.ts';
import { liftGuard } from '../reading/lift-guard.ts';
import { headerLine } from '../writing/csv-chunks.ts';
import { columns } from './columns.ts';
import { NOTHING } from './rows.ts';

/**
 * Reads "nothing here" and the states of codings out of our own codings.csv, raw or guarded, also as spreadsheets save
 * it. Rows of tags are passed over: annotations come with their places from annotations.csv.
 */
export const codingsReader: AnnotationReader = {
  key: 'codings',
  get name() {
    return t('readerName.codings');
  },
  recognises: ({ bytes }) => {
    const names = headerNames(bytes).map(columnName);
    return ['coding', 'state', 'sentence', 'tag'].every((name) => names.includes(name));
  },
  read: readFile,
  readingOf: ({ bytes, encoding }) => readCsvBytes(bytes, '', encoding).reading,
};

function columnName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/** The cell of a column; empty where there is none. */
type Row = (name: string) => string;

async function* readFile(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const table = readCsvBytes(file.bytes, headerLine(columns), file.encoding);
  const articles = new Map<string, ArticleReading>();
  for await (const read of rowsOf(table)) {
    if ('reason' in read) {
      yield read;
      continue;
    }
    const key = ['article_id', 'article_url', 'article_title'].map(read.row).join(' ');
    const known = articles.get(key);
    // What we wrote keeps an article's rows together; anything else must be seen whole.
    if (!known && table.written) {
      for (const article of articles.values()) yield article.document();
      articles.clear();
    }
    const article = known ?? new ArticleReading(read.place, read.row);
    articles.set(key, article);
    article.add(read.place, read.row);
  }
  for (const article of articles.values()) yield article.document();
}

async function* rowsOf(
  table: CsvBytes,
): AsyncGenerator<{ readonly place: string; readonly row: Row } | UnreadableRecord> {
  const rows = readRows(table);
  const { value: header } = await rows.next();
  const names = header && 'cells' in header ? header.cells.map(columnName) : [];
  const lifted = (cell: string) => (table.written === 'raw' ? cell : liftGuard(cell));
  for await (const row of rows) {
    if ('reason' in row) yield row;
    else if (row.cells.some((cell) => cell.trim() !== ''))
      yield {
        place: t('place.line', { number: String(row.line) }),
        row: (name) => lifted(row.cells[names.indexOf(name)] ?? ''),
      };
  }
}

const DETAIL_COLUMNS = {
  title: 'article_title',
  url: 'article_url',
  publication: 'publication',
  published: 'published',
} as const satisfies Partial<Record<DetailName, string>>;

/** What the rows of one article say together. */
class ArticleReading {
  readonly #place: string;
  readonly #articleId: string;
  readonly #details: IncomingDocument['details'];
  readonly #codings = new Map<string, GrowingCoding>();

  constructor(place: string, row: Row) {
    this.#place = place;
    this.#articleId = row('article_id').trim();
    this.#details = Object.fromEntries(
      Object.entries(DETAIL_COLUMNS).flatMap(([name, column]) => {
        const cell = row(column);
        return cell.trim() === '' ? [] : [[name, cell]];
      }),
    );
  }

  add(place: string, row: Row): void {
    const coding = this.#codingOf(row);
    if (row('tag').trim() !== NOTHING) return;
    const number = Number(row('sentence_number'));
    const annotator = row('annotator').trim();
    coding.marks.push({
      place,
      anchor: { words: row('sentence').replaceAll(/\r\n?/g, '\n') },
      ...(Number.isSafeInteger(number) && number > 0 && { sentence: number - 1 }),
      ...(annotator !== '' && { annotator }),
    });
  }

  document(): IncomingDocument {
    return {
      place: this.#place,
      ...(this.#articleId !== '' && { articleId: this.#articleId }),
      details: this.#details,
      annotations: [],
      codings: [...this.#codings.values()],
    };
  }

  #codingOf(row: Row): GrowingCoding {
    const kind = CODING_KINDS.find((each) => each === row('coding').trim()) ?? 'shared';
    const annotator = kind === 'own' ? row('annotator').trim() : '';
    const key = `${kind} ${annotator}`;
    const state = CODING_STATES.find((each) => each === row('state').trim());
    const coding = this.#codings.get(key) ?? {
      kind,
      ...(annotator !== '' && { annotator }),
      ...(state && { state }),
      marks: [],
    };
    this.#codings.set(key, coding);
    return coding;
  }
}

interface GrowingCoding extends IncomingCoding {
  readonly marks: IncomingCoding['marks'][number][];
}
