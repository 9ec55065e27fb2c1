import { UnreadableFileError } from '../../../domain/errors.ts';
import { t } from '../../../messages/language.ts';
import { type RawRow, SqlitePages, type SqlValue } from './sqlite-pages.ts';
import { columnsOf, type SqlColumn } from './table-columns.ts';

/** A row by the names of its columns. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** How every database of SQLite 3 begins. */
const MAGIC = 'SQLite format 3\u0000';

/** Whether a file is a database of SQLite. */
export function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('latin1') === MAGIC;
}

interface Table {
  readonly root: number;
  readonly columns: readonly SqlColumn[];
}

/**
 * The tables of a database that somebody hands in, read from its bytes without SQLite: nothing is run, written or put
 * into a file, and no step goes on longer than the file is. Names are compared in lower case. Throws UnreadableFileError
 * for what is damaged.
 */
export class SqliteFile {
  readonly #pages: SqlitePages;
  readonly #tables = new Map<string, Table>();

  constructor(bytes: Uint8Array) {
    if (!isSqlite(bytes)) throw new UnreadableFileError(t('file.sqliteBroken'));
    this.#pages = new SqlitePages(bytes);
    for (const { values } of this.#pages.rowsAt(1)) this.#addTable(values);
  }

  #addTable([type, name, , root, sql]: readonly SqlValue[]): void {
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || typeof sql !== 'string')
      return;
    this.#tables.set(name.toLowerCase(), { root, columns: columnsOf(sql) });
  }

  /** Whether all of these tables are there. */
  has(...tables: readonly string[]): boolean {
    return tables.every((name) => this.#tables.has(name));
  }

  /** The rows of a table in the order of their keys; none where there is no such table. */
  *rows(table: string): Generator<SqlRow> {
    const found = this.#tables.get(table);
    if (!found) return;
    for (const row of this.#pages.rowsAt(found.root)) yield named(row, found.columns);
  }
}

/** A key that is the row's own number is not stored as a value; columns that came later have none in older rows. */
function named({ key, values }: RawRow, columns: readonly SqlColumn[]): SqlRow {
  return Object.fromEntries(
    columns.map(({ name, isKey }, index) => [name, values[index] ?? (isKey ? key : null)]),
  );
}
