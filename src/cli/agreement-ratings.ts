import type { Rating, Ratings } from '../agreement/ratings.ts';
import type { AskedOfRatings } from './agreement-options.ts';
import { numberIn, type Row, TableError } from './agreement-table.ts';
import { UsageError } from './command.ts';

/** A table of ratings as it stands in a file. */
export interface RatingTable {
  readonly coders: readonly string[];
  /** Of each article its items. Without a column that says so, each item is one. */
  readonly articles: readonly Ratings[];
  readonly items: number;
  readonly possible: readonly Rating[];
  readonly hasArticles: boolean;
  /** What somebody should know of how the file was read. */
  readonly notes: readonly string[];
}

/** The names of columns that hold no ratings, whatever stands in them. */
const NAMES_OF_ITEMS = ['', 'item', 'item_id', 'unit', 'unit_id', 'id', 'row', 'sentence', 'sentence_id'];
const NAMES_OF_ARTICLES = ['article', 'article_id'];

/**
 * Reads a table of ratings: one row an item, one column a coder. Throws a TableError with the line, or a
 * UsageError.
 */
export function readRatings(rows: readonly Row[], hasCommas: boolean, asked: AskedOfRatings): RatingTable {
  const [first, ...rest] = rows;
  const isHeader = asked.hasHeader ?? (first !== undefined && seemsHeader(first, rest));
  const header = isHeader && first ? first.cells : undefined;
  const items = isHeader ? rest : rows;
  const width = first?.cells.length ?? 0;
  for (const { line, cells } of items) {
    if (cells.length !== width)
      throw new TableError(`${cells.length} cells, where the first row has ${width}`, line);
  }
  const columns = columnsOf(header, width, asked.article);
  const isMissing = (cell: string) => cell === '' || asked.missing.includes(cell);
  const read = ratingReader(items, columns.coders, asked, hasCommas, isMissing);
  const articles = new Map<string, (Rating | null)[][]>();
  for (const [number, { line, cells }] of items.entries()) {
    const article = columns.article === undefined ? String(number) : (cells[columns.article] ?? '');
    const item = columns.coders.map((column) => {
      const cell = cells[column] ?? '';
      return isMissing(cell) ? null : read.rating(cell, line);
    });
    const own = articles.get(article);
    if (own) own.push(item);
    else articles.set(article, [item]);
  }
  return {
    coders: columns.coders.map((column) => header?.[column] ?? `coder ${column + 1}`),
    articles: [...articles.values()],
    items: items.length,
    possible: read.possible,
    hasArticles: columns.article !== undefined,
    notes: [...headerNotes(asked, isHeader), ...missingNotes(items, columns.coders, asked)],
  };
}

/**
 * Whether a first row holds names: they are all different and none is a rating that others give too. Numbers over
 * numbers are an item, unless they count the columns.
 */
function seemsHeader({ cells }: Row, items: readonly Row[]): boolean {
  const names = cells.map((cell) => cell.toLowerCase());
  if (names.slice(1).includes('') || new Set(names).size < names.length) return false;
  if (isCounted(names)) return true;
  const ratings = new Set(items.flatMap((item) => item.cells));
  if (cells.some((cell) => cell !== '' && ratings.has(cell))) return false;
  const isNumber = (cell: string) => cell === '' || numberIn(cell, true) !== undefined;
  return !(cells.every(isNumber) && [...ratings].every(isNumber));
}

/** 1, 2, 3 … or 0, 1, 2 … or a, b, c …: of two columns it may as well be what two coders have chosen. */
function isCounted(names: readonly string[]): boolean {
  const isRow = (from: (place: number) => string) => names.every((name, place) => name === from(place));
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return (
    names.length > 2 &&
    (isRow((place) => String(place)) ||
      isRow((place) => String(place + 1)) ||
      isRow((place) => letters[place] ?? ''))
  );
}

function columnsOf(header: readonly string[] | undefined, width: number, article: string | undefined) {
  const all = Array.from({ length: width }, (_, column) => column);
  const nameOf = (column: number) => (header?.[column] ?? '').toLowerCase().replaceAll(/[\s-]+/g, '_');
  const named =
    article === undefined ? NAMES_OF_ARTICLES : [article.toLowerCase().replaceAll(/[\s-]+/g, '_')];
  const ofArticles = header && all.find((column) => named.includes(nameOf(column)));
  if (article !== undefined && ofArticles === undefined) {
    throw new UsageError(`there is no column "${article}" in the first row`);
  }
  const isOther = (column: number) =>
    column === ofArticles || (header !== undefined && NAMES_OF_ITEMS.includes(nameOf(column)));
  return { article: ofArticles, coders: all.filter((column) => !isOther(column)) };
}

interface RatingReader {
  readonly rating: (cell: string, line: number) => Rating;
  readonly possible: readonly Rating[];
}

/** How cells are read: as sets, as numbers, or as names. */
function ratingReader(
  items: readonly Row[],
  columns: readonly number[],
  asked: AskedOfRatings,
  hasCommas: boolean,
  isMissing: (cell: string) => boolean,
): RatingReader {
  const { measure, level, weighting, categories } = asked;
  const asAlpha = measure === 'alpha' ? level : 'nominal';
  if (['set', 'jaccard', 'masi', 'masi-similarity'].includes(asAlpha)) {
    return { rating: setIn, possible: categories.map(setIn) };
  }
  const numberAt = (cell: string, line?: number): number => {
    const number = numberIn(cell, hasCommas);
    if (number === undefined) throw new TableError(`"${cell}" is no number, as --level ${level} needs`, line);
    if (asAlpha === 'ratio' && number < 0) {
      throw new TableError(`"${cell}" is below zero, where --level ratio has none`, line);
    }
    return number;
  };
  const asNumbers = () => ({ rating: numberAt, possible: categories.map((word) => numberAt(word)) });
  if (asAlpha === 'interval' || asAlpha === 'ratio') return asNumbers();
  const names = { rating: (cell: string) => cell, possible: categories };
  if (asAlpha === 'nominal' && weighting === 'identity') return names;
  const used = new Set(items.flatMap(({ cells }) => columns.map((column) => cells[column] ?? '')));
  const words = [...used, ...categories].filter((cell) => !isMissing(cell));
  if (words.every((word) => numberIn(word, hasCommas) !== undefined)) return asNumbers();
  const unordered = words.filter((word) => !categories.includes(word));
  if (unordered.length > 0 && new Set(words).size > 2) {
    throw new UsageError(
      `which is more, "${unordered[0]}" or another? --categories LOWEST,…,HIGHEST gives the order of words`,
    );
  }
  return names;
}

const EMPTY_SETS = ['{}', '[]', '()', '∅'];

/** The members of a set: JSON, or words parted by |, ; or commas, in brackets or without. */
function setIn(cell: string, line?: number): readonly string[] {
  if (EMPTY_SETS.includes(cell.replaceAll(/\s/g, ''))) return [];
  if (/^\[\s*"/.test(cell)) return membersInJson(cell, line);
  const inside = /^[{[(](.*)[)\]}]$/.exec(cell)?.[1] ?? cell;
  const separator = ['|', ';', ','].find((sign) => inside.includes(sign)) ?? '|';
  return inside
    .split(separator)
    .map((member) => member.trim().replace(/^(['"])(.*)\1$/, '$2'))
    .filter((member) => member !== '');
}

function membersInJson(cell: string, line?: number): readonly string[] {
  try {
    const members: unknown = JSON.parse(cell);
    if (Array.isArray(members) && members.every((member) => typeof member === 'string')) return members;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new TableError(`"${cell}" begins as a set in JSON and is none`, line);
}

function headerNotes({ hasHeader }: AskedOfRatings, isHeader: boolean): string[] {
  if (hasHeader !== undefined || isHeader) return [];
  return ['The first row is read as an item; --header reads it as names of coders.'];
}

const WORDS_FOR_MISSING = ['NA', 'NaN', 'N/A', 'null', 'None', '*', '.'];

/** A word that often means "missing" is a category like any other, unless it is said to mean that. */
function missingNotes(
  items: readonly Row[],
  columns: readonly number[],
  { missing }: AskedOfRatings,
): string[] {
  const found = WORDS_FOR_MISSING.find(
    (word) =>
      !missing.includes(word) && items.some(({ cells }) => columns.some((column) => cells[column] === word)),
  );
  return found === undefined
    ? []
    : [`"${found}" is read as a rating; --missing "${found}" reads it as one that is missing.`];
}
