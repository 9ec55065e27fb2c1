// The raw SQL of the program, but for that of a save (standing.ts, save-sql.ts, steps.ts), of lists of articles
// (article-sql.ts) and of what migrates and opens a database: what Prisma cannot say, or says too slowly. The names in it are written
// here, every value is bound. It speaks the SQL that both databases share; where they differ there is a word
// for each in DIALECTS.

import type { Origin } from '../domain/annotation.ts';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import { ATTRIBUTES, type AttributeName } from '../domain/attributes.ts';
import type { Answers } from '../domain/codebook/field.ts';
import type { CodingChoice } from '../domain/coding-choice.ts';
import { FINAL, type Lane, type Sight } from '../domain/sight.ts';
import type { Tag } from '../domain/tag.ts';
import type { Database } from './client.ts';
import type { Dialect } from './database-url.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { seenBy } from './lane-test.ts';

/** A filter in the database's terms: `null` and an empty list of words ask for all. */
export interface AnnotationConditions
  extends Pick<AnnotationFilter, 'tag' | 'articleId' | 'annotatorId' | 'confidence' | 'worth' | 'coding'> {
  /** Any of these; none finds nothing. */
  readonly speakers: readonly string[] | null;
  /** Each somewhere in `searchText`. */
  readonly words: readonly string[];
  /** What holds of their articles. */
  readonly articles: Prisma.Sql | null;
}

/** Where an annotation stands in the order of articles and text. */
export interface TextPlace {
  readonly articleId: string;
  readonly start: number;
  readonly id: string;
}

/** Where the two differ. */
export const DIALECTS = {
  sqlite: {
    arrayOf: 'json_array',
    objectOf: 'json_object',
    listOf: 'json_group_array',
    parts: 'json("parts")',
    fields: 'json("fields")',
    position: 'instr',
  },
  postgresql: {
    arrayOf: 'json_build_array',
    objectOf: 'json_build_object',
    listOf: 'json_agg',
    parts: '"parts"',
    fields: '"fields"',
    position: 'strpos',
  },
} as const satisfies Record<Dialect, Record<string, string>>;

/** What an export reads of an annotation, in the order of `AnnotationArray`: the attributes come last. */
const COLUMNS = [
  ...'id articleId annotatorId tag start parts text origin createdAt updatedAt lane fields'.split(' '),
  ...ATTRIBUTES.map(({ name }) => name),
];

/**
 * A row of `annotationsAfter`, as the database writes it in JSON. Tag, origin and choices are checked before
 * they are stored; times are UTC, in the database's own form.
 */
export type AnnotationArray = readonly [
  id: string,
  articleId: string,
  annotatorId: string,
  tag: Tag,
  start: number,
  parts: readonly (readonly [number, number])[],
  text: string,
  origin: Origin,
  createdAt: string,
  updatedAt: string,
  lane: Lane,
  fields: Answers | null,
  ...attributes: (string | number | null)[],
];

/** Where the attributes begin in an `AnnotationArray`, in the order of `ATTRIBUTES`. */
export const FIRST_ATTRIBUTE = COLUMNS.length - ATTRIBUTES.length;

/**
 * The first `limit` annotations behind a place in text order, those of deleted articles among them. They come
 * as one JSON text, which is ten times as fast as rows through Prisma, and as fast as the driver by itself.
 */
export async function annotationsAfter(
  { db, dialect }: Database,
  sight: Sight,
  conditions: AnnotationConditions,
  { articleId, start, id }: TextPlace,
  limit: number,
): Promise<AnnotationArray[]> {
  const { arrayOf, listOf, parts, fields } = DIALECTS[dialect];
  const columns = COLUMNS.map((name) => `"${name}"`);
  const asJson: Readonly<Record<string, string>> = { parts, fields };
  const values = COLUMNS.map((name) => asJson[name] ?? `"${name}"`);
  const rows = await db.rows(Prisma.sql`
    SELECT CAST(${Prisma.raw(`${listOf}(${arrayOf}(${values}))`)} AS TEXT) FROM (
      SELECT ${Prisma.raw(columns.join())} FROM "Annotation"
      WHERE ${where(dialect, sight, conditions)}
        AND ("articleId", "start", "id") > (${articleId}, ${start}, ${id})
      ORDER BY "articleId", "start", "id" LIMIT ${limit}
    ) AS "page"`);
  // COLUMNS and AnnotationArray name the same columns in the same order.
  return JSON.parse(String(rows[0]?.[0] ?? '[]')) as AnnotationArray[];
}

/**
 * How a table of annotations may be sorted, each by an index. Of a column that may be empty the annotations without it
 * come last, whichever way the others go.
 */
const ORDERS = {
  text: { columns: ['articleId', 'start', 'id'] },
  changed: { columns: ['updatedAt', 'id'], isLatestFirst: true },
  speaker: { columns: ['speaker', 'id'], mayBeEmpty: true },
  score: { columns: ['checkScore', 'id'], isLatestFirst: true, mayBeEmpty: true },
  value: { columns: ['value', 'id'], mayBeEmpty: true },
  tag: { columns: ['tag', 'articleId', 'start', 'id'] },
} as const satisfies Readonly<Record<string, OrderRule>>;

interface OrderRule {
  readonly columns: readonly [string, ...string[]];
  readonly isLatestFirst?: true;
  /** Whether the first column may be NULL. */
  readonly mayBeEmpty?: true;
}

/** The name of an order. */
export type AnnotationOrder = keyof typeof ORDERS;

/** The names of all orders. */
// The table's keys.
export const ANNOTATION_ORDERS = Object.keys(ORDERS) as readonly AnnotationOrder[];

/** Whether an order begins with the largest unless it is turned round. */
export function isDescending(order: AnnotationOrder): boolean {
  return 'isLatestFirst' in ORDERS[order];
}

/** A page of annotations in an order, or in the same one turned round. */
export interface PageOfIds {
  readonly order: AnnotationOrder;
  readonly isReversed?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** The ids of one page of annotations, in order. */
export async function annotationIds(
  database: Database,
  sight: Sight,
  conditions: AnnotationConditions,
  page: PageOfIds,
): Promise<string[]> {
  const rule: OrderRule = ORDERS[page.order];
  const [first] = rule.columns;
  const found = Prisma.sql`${where(database.dialect, sight, conditions)} AND ${inLiveArticles(sight)}`;
  if (!rule.mayBeEmpty) return idsOf(database, found, page);
  // Neither database reads an index for an order that has NULL at another end than its own: those come by themselves.
  const column = Prisma.raw(`"${first}"`);
  const filled = await idsOf(database, Prisma.sql`${found} AND ${column} IS NOT NULL`, page);
  if (filled.length === page.limit) return filled;
  const all = filled.length > 0 ? page.offset + filled.length : await countOf(database, found, column);
  const rest = { ...page, offset: Math.max(0, page.offset - all), limit: page.limit - filled.length };
  return [...filled, ...(await idsOf(database, Prisma.sql`${found} AND ${column} IS NULL`, rest))];
}

async function idsOf(
  { db }: Database,
  found: Prisma.Sql,
  { order, isReversed = false, offset, limit }: PageOfIds,
): Promise<string[]> {
  const direction = isReversed === isDescending(order) ? 'ASC' : 'DESC';
  const by = ORDERS[order].columns.map((name) => `"${name}" ${direction}`).join();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Annotation" WHERE ${found}
    ORDER BY ${Prisma.raw(by)} LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id }) => id);
}

async function countOf({ db }: Database, found: Prisma.Sql, column: Prisma.Sql): Promise<number> {
  const rows = await db.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS "total" FROM "Annotation" WHERE ${found} AND ${column} IS NOT NULL`;
  return Number(rows[0]?.total ?? 0);
}

/** How many annotations there are, counted up to `most`. */
export async function countUpTo(
  { db, dialect }: Database,
  sight: Sight,
  conditions: AnnotationConditions,
  most: number,
): Promise<number> {
  const rows = await db.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS "total" FROM (
      SELECT 1 FROM "Annotation"
      WHERE ${where(dialect, sight, conditions)} AND ${inLiveArticles(sight)} LIMIT ${most}
    ) AS "found"`;
  return Number(rows[0]?.total ?? 0);
}

/** Of articles that are not deleted; there are few deleted ones, so these are listed. */
function inLiveArticles({ projectId }: Sight): Prisma.Sql {
  return Prisma.sql`"articleId" NOT IN (
    SELECT "id" FROM "Article" WHERE "projectId" = ${projectId} AND "deletedAt" IS NOT NULL)`;
}

/** Annotations that may be seen, are not deleted themselves and meet the conditions. */
function where(dialect: Dialect, sight: Sight, conditions: AnnotationConditions): Prisma.Sql {
  const { tag, articleId, annotatorId, confidence, worth, coding, speakers, words, articles } = conditions;
  const position = Prisma.raw(DIALECTS[dialect].position);
  const tests = [
    seenBy(sight),
    Prisma.sql`"deletedAt" IS NULL`,
    ...(tag === null ? [] : [Prisma.sql`"tag" = ${tag}`]),
    ...(articleId === null ? [] : [Prisma.sql`"articleId" = ${articleId}`]),
    ...(annotatorId === null ? [] : [Prisma.sql`"annotatorId" = ${annotatorId}`]),
    ...(confidence === null ? [] : [Prisma.sql`"confidence" = ${confidence}`]),
    ...(worth === null ? [] : [Prisma.sql`"checkWorthiness" = ${worth}`]),
    ...(coding === undefined ? [] : [ofCodings(coding)]),
    ...(speakers === null ? [] : [oneOf(speakers)]),
    ...(articles === null ? [] : [Prisma.sql`"articleId" IN (SELECT "id" FROM "Article" WHERE ${articles})`]),
    ...words.map((word) => Prisma.sql`${position}("searchText", ${word}) > 0`),
  ];
  return Prisma.join(tests, ' AND ');
}

/** Of each article the final coding where it is done, else the others; or of some lanes. */
function ofCodings(coding: CodingChoice): Prisma.Sql {
  if (coding === 'settled') {
    return Prisma.sql`("lane" = ${FINAL}) = ("articleId" IN (
      SELECT "articleId" FROM "Coding" WHERE "lane" = ${FINAL} AND "state" = 'done'))`;
  }
  return coding.lanes.length === 0
    ? Prisma.sql`1 = 0`
    : Prisma.sql`"lane" IN (${Prisma.join([...coding.lanes])})`;
}

function oneOf(speakers: readonly string[]): Prisma.Sql {
  return speakers.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`"speaker" IN (${Prisma.join([...speakers])})`;
}

/** How a value in JSON becomes a column; times are ISO 8601, UTC, as `Date.toISOString` gives them. */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'boolean'
  | 'double precision'
  | 'jsonb'
  | 'timestamp(3)'
  | '"Origin"'
  | '"EventState"';

/** The columns of a table that are filled in bulk. */
export type Columns = Readonly<Record<string, ColumnKind>>;

// Every attribute has a column.
const ATTRIBUTE_COLUMNS = Object.fromEntries(
  ATTRIBUTES.map(({ name, kind }) => [name, kind === 'number' ? 'double precision' : 'text']),
) as Readonly<Record<AttributeName, ColumnKind>>;

/** The columns that a new annotation fills. */
export const ANNOTATION_COLUMNS = {
  id: 'text',
  projectId: 'text',
  articleId: 'text',
  annotatorId: 'text',
  lane: 'text',
  tag: 'text',
  start: 'integer',
  end: 'integer',
  parts: 'jsonb',
  text: 'text',
  fields: 'jsonb',
  ...ATTRIBUTE_COLUMNS,
  origin: '"Origin"',
  searchText: 'text',
  createdAt: 'timestamp(3)',
  updatedAt: 'timestamp(3)',
  version: 'integer',
} as const satisfies Columns;
