import type { Continuum, Gap, Unit } from '../agreement/continuum.ts';
import type { AskedOfUnits } from './agreement-options.ts';
import { numberIn, type Row, TableError } from './agreement-table.ts';
import { UsageError } from './command.ts';

/** A list of units as it stands in a file. */
export interface UnitList {
  readonly coders: readonly string[];
  readonly articles: readonly Continuum[];
  readonly units: number;
}

/** The columns of a list, and other names for them. */
const COLUMN_NAMES = {
  coder: ['coder', 'annotator', 'rater'],
  start: ['start', 'begin'],
  end: ['end'],
  label: ['label', 'tag', 'category'],
  article: ['article', 'article_id'],
  length: ['length', 'article_length'],
} as const;

type Columns = { readonly [Name in keyof typeof COLUMN_NAMES]?: number };

interface Entry {
  readonly coder: string;
  readonly mark: Unit | Gap | undefined;
  readonly article: string;
  readonly length: number | undefined;
  readonly line: number;
}

/**
 * Reads a list of units: coder, start, end, label, and where there are several articles, article and length. A
 * row without a start and an end names a coder who has marked nothing. Every coder is taken to have read every
 * article.
 *
 * Throws a TableError with the line, or a UsageError where a length is needed and none is given.
 */
export function readUnits(rows: readonly Row[], hasCommas: boolean, asked: AskedOfUnits): UnitList {
  const { columns, items } = columnsIn(rows, hasCommas, asked.article);
  const entries = items.map((row) => entryIn(row, columns, hasCommas, asked));
  const coders = [...new Set(entries.map(({ coder }) => coder))];
  const byArticle = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = byArticle.get(entry.article);
    if (own) own.push(entry);
    else byArticle.set(entry.article, [entry]);
  }
  const articles = [...byArticle.values()].map((own) => continuumOf(own, coders, asked));
  return {
    coders,
    articles,
    units: entries.filter(({ mark }) => mark && mark.label !== null).length,
  };
}

function columnsIn(rows: readonly Row[], hasCommas: boolean, article: string | undefined) {
  const [first, ...rest] = rows;
  const names = (first?.cells ?? []).map((name) => name.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const placeOf = (...others: readonly string[]) => {
    const place = names.findIndex((name) => others.includes(name));
    return place < 0 ? undefined : place;
  };
  const found = Object.fromEntries(
    Object.entries(COLUMN_NAMES).map(([name, others]) => [name, placeOf(...others)]),
  ) as Columns; // By the keys of the table.
  if (found.coder !== undefined && found.start !== undefined && found.end !== undefined) {
    return {
      columns: article === undefined ? found : { ...found, article: placeNamed(article, placeOf) },
      items: rest,
    };
  }
  const isList = [1, 2].every((column) => numberIn(first?.cells[column] ?? '', hasCommas) !== undefined);
  if (!isList || article !== undefined) {
    throw new TableError('a list of units has the columns coder, start, end and label', first?.line);
  }
  return { columns: { coder: 0, start: 1, end: 2, label: 3 } as Columns, items: rows };
}

function placeNamed(article: string, placeOf: (...names: string[]) => number | undefined): number {
  const place = placeOf(article.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  if (place === undefined) throw new UsageError(`there is no column "${article}" in the first row`);
  return place;
}

function entryIn({ line, cells }: Row, columns: Columns, hasCommas: boolean, asked: AskedOfUnits): Entry {
  const cell = (name: keyof Columns) => cells[columns[name] ?? -1] ?? '';
  const number = (name: 'start' | 'end' | 'length') => {
    const read = numberIn(cell(name), hasCommas);
    if (read === undefined) throw new TableError(`"${cell(name)}" is no ${name}`, line);
    if (asked.measure === 'alpha-u' && !Number.isInteger(read)) {
      throw new TableError(`"${cell(name)}" is no whole number, as alpha-u needs`, line);
    }
    return read;
  };
  if (cell('coder') === '') throw new TableError('there is no coder', line);
  const isEmpty = cell('start') === '' && cell('end') === '';
  const label = columns.label === undefined ? 'unit' : cell('label') || null;
  const mark = isEmpty ? undefined : { start: number('start'), end: number('end'), label };
  if (mark && mark.start >= mark.end) {
    throw new TableError(
      `a unit from ${mark.start} to ${mark.end} holds nothing; the end is exclusive`,
      line,
    );
  }
  return {
    coder: cell('coder'),
    mark,
    article: cell('article'),
    length: cell('length') === '' ? undefined : number('length'),
    line,
  };
}

function continuumOf(entries: readonly Entry[], coders: readonly string[], asked: AskedOfUnits): Continuum {
  const { start } = asked;
  const end = start + lengthOf(entries, asked);
  for (const { mark, line } of entries) {
    if (mark && (mark.start < start || mark.end > end)) {
      throw new TableError(`a unit from ${mark.start} to ${mark.end} is outside of ${start} to ${end}`, line);
    }
  }
  const marksOf = (coder: string) =>
    entries.flatMap((entry) => (entry.coder === coder && entry.mark ? entry.mark : []));
  return { start, end, coders: coders.map(marksOf) };
}

/**
 * How long an article is: as the list says, or as all are said to be, or up to its last unit where that does not
 * matter.
 */
function lengthOf(entries: readonly Entry[], { measure, length, start }: AskedOfUnits): number {
  const said = entries.find((entry) => entry.length !== undefined)?.length ?? length;
  if (said !== undefined) return said;
  if (measure === 'alpha-u' || measure === 'u-alpha') {
    throw new UsageError(`${measure} needs the length of what was read: --length N, or a column "length"`);
  }
  return entries.reduce((most, { mark }) => Math.max(most, (mark?.end ?? 0) - start), 0);
}
