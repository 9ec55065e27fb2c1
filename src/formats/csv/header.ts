import type { DetailName } from '../../domain/article-details.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { ownFieldKey } from '../../domain/codebook/field.ts';
import { t } from '../../messages/language.ts';
import { columns } from './columns.ts';

/** Columns that the reader knows beside those that are written. */
const ALSO_READ = 'title url byline language article_byline article_language article_labels'.split(' ');

const KNOWN: ReadonlySet<string> = new Set([...columns.map(({ name }) => name), ...ALSO_READ]);

/** The columns that may hold a detail of the article, the first one that is not empty taken. */
export const DETAIL_COLUMNS: Readonly<Record<DetailName, readonly string[]>> = {
  title: ['article_title', 'title'],
  byline: ['article_byline', 'byline'],
  publication: ['publication'],
  published: ['published'],
  url: ['article_url', 'url'],
  language: ['article_language', 'language'],
  labels: ['article_labels'],
};

/** The attributes' columns. */
const ATTRIBUTE_COLUMNS: readonly string[] = ATTRIBUTES.map(({ field }) => field);

/** Where the columns of a file stand. */
export interface Header {
  /** Index of each column that the reader knows. */
  readonly known: ReadonlyMap<string, number>;
  /** All others, by the names that the file gives them. */
  readonly others: readonly { readonly name: string; readonly index: number }[];
  readonly length: number;
  /** Which columns of attributes there are. */
  readonly attributes: readonly string[];
  /** The columns that may hold each detail; of those that are not there, none. */
  readonly details: readonly (readonly [name: DetailName, columns: readonly string[]])[];
  /** Indexes of the known columns whose cells tell whether the file is guarded. */
  readonly guarded: readonly number[];
}

/** Known columns whose cells the guard leaves alone in any case, or that are not read. */
const NOT_TOLD_BY = new Set(['value', 'value_max', 'sentence', 'sentence_number', 'project']);

/**
 * Reads the names of the first row, in any order; case and spaces do not matter. Undefined where it names no
 * annotations: there must be a `tag`, and `text` or parts.
 */
export function readHeader(cells: readonly string[]): Header | undefined {
  const known = new Map<string, number>();
  const others: { name: string; index: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = columnName(cell);
    const isKnown = KNOWN.has(name) || ownFieldKey(name) !== undefined;
    if (isKnown && !known.has(name)) known.set(name, index);
    else others.push({ name: cell.trim() || t('place.column', { number: String(index + 1) }), index });
  }
  const hasPlace = ['text', 'parts', 'parts_utf16'].some((name) => known.has(name));
  if (!known.has('tag') || !hasPlace) return undefined;
  const guarded = [...known].flatMap(([name, index]) => (NOT_TOLD_BY.has(name) ? [] : [index]));
  const isThere = (name: string) => known.has(name);
  return {
    known,
    others,
    length: cells.length,
    guarded,
    attributes: [...ATTRIBUTE_COLUMNS.filter(isThere), ...[...known.keys()].filter(ownFieldKey)],
    details: detailColumns(isThere),
  };
}

function detailColumns(isThere: (name: string) => boolean): Header['details'] {
  return Object.entries(DETAIL_COLUMNS).flatMap(([name, columns]) => {
    const some = columns.filter(isThere);
    // The keys of a record are its names of details.
    return some.length > 0 ? [[name as DetailName, some] as const] : [];
  });
}

function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
