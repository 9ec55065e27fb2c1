// The raw SQL of lists of articles: Prisma compares no columns with each other, sorts by none that is worked
// out, and does not escape what LIKE reads as more than itself. Names are written here, every value is bound.

import type { ArticleFilter, ArticleState } from '../domain/article-filter.ts';
import type { Sight } from '../domain/sight.ts';
import type { Tag, TagCounts } from '../domain/tag.ts';
import { countOfTag } from './codings.ts';
import type { Dialect } from './database-url.ts';
import { DIALECTS } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { idsIn } from './save-sql.ts';
import { searchTextOf } from './search-text.ts';
import type { Session } from './session.ts';

const { sql, raw, join } = Prisma;

/** Words looked for beyond these are passed over. */
const MAX_WORDS = 12;

/** Articles that are not deleted and meet a filter. */
export function articleConditions(dialect: Dialect, sight: Sight, filter: ArticleFilter): Prisma.Sql {
  const { words, state, label, ids } = filter;
  const position = raw(DIALECTS[dialect].position);
  const tests = [
    sql`"Article"."projectId" = ${sight.projectId}`,
    sql`"Article"."deletedAt" IS NULL`,
    ...(state === null ? [] : [sql`${stateOf(sight)} = ${raw(`'${state}'`)}`]),
    // Between two joints, so that no label is found in a part of another.
    ...(label === null ? [] : [sql`${position}(', ' || "Article"."labels" || ', ', ${`, ${label}, `}) > 0`]),
    ...(ids === null ? [] : [sql`"Article"."id" IN (${idsIn(dialect, ids)})`]),
    ...wordsOf(words).map((word) => {
      return sql`(SELECT ${position}("searchText", ${word}) FROM "ArticleText"
        WHERE "articleId" = "Article"."id") > 0`;
    }),
  ];
  return join(tests, ' AND ');
}

function wordsOf(words: string): string[] {
  return searchTextOf(words).split(' ').filter(Boolean).slice(0, MAX_WORDS);
}

/** Something of the coding whose progress is listed; null where nobody has begun it. */
function ofCoding({ main }: Sight, column: string): Prisma.Sql {
  return sql`(SELECT ${raw(column)} FROM "Coding" WHERE "Coding"."articleId" = "Article"."id" AND "lane" = ${main})`;
}

/** One of the names of `ArticleState`. */
function stateOf(sight: Sight): Prisma.Sql {
  const state = `CASE WHEN "codedCount" = 0 THEN 'not-begun' WHEN "codedCount" < "Article"."sentenceCount" THEN 'begun'
    ELSE 'done' END`;
  return sql`COALESCE(${ofCoding(sight, state)}, 'not-begun')`;
}

type Sorting = (sight: Sight) => Prisma.Sql;

const SORTS = {
  added: () => sql`"id"`,
  title: () => sql`"title"`,
  published: () => sql`"published"`,
  changed: (sight) => sql`COALESCE(${ofCoding(sight, '"Coding"."updatedAt"')}, "updatedAt")`,
  coded: (sight) =>
    sql`COALESCE(${ofCoding(sight, '1.0 * "codedCount" / ("Article"."sentenceCount" + 0.001)')}, 0)`,
} as const satisfies Readonly<Record<string, Sorting>>;

/** The names of what any list may be sorted by. */
// The table has no other keys.
export const ARTICLE_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[];

/** What a list of articles may be sorted by: one of these, or how many annotations of a tag there are. */
export type ArticleSort = keyof typeof SORTS | { readonly tag: Tag };

function sortingOf(sight: Sight, by: ArticleSort): Prisma.Sql {
  return typeof by === 'object' ? sql`COALESCE(${ofCoding(sight, countOfTag(by.tag))}, 0)` : SORTS[by](sight);
}

function orderOf(sight: Sight, { by, isDescending }: ArticleOrder): Prisma.Sql {
  const direction = raw(isDescending ? 'DESC' : 'ASC');
  if (by === 'added') return sql`"id" ${direction}`;
  const nulls = raw(by === 'published' ? 'NULLS LAST' : '');
  return sql`${sortingOf(sight, by)} ${direction} ${nulls}, "id" ${direction}`;
}

/** An order of a list. */
export interface ArticleOrder {
  readonly by: ArticleSort;
  readonly isDescending: boolean;
}

/** The ids of a part of a list, in order. */
export async function articleIds(
  session: Session,
  sight: Sight,
  filter: ArticleFilter,
  order: ArticleOrder,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article" WHERE ${articleConditions(session.dialect, sight, filter)}
    ORDER BY ${orderOf(sight, order)} LIMIT ${limit} OFFSET ${offset}`);
  return rows.map(([id]) => String(id));
}

/**
 * A filter that finds the same without looking into the texts again: that is slow, and a page asks several
 * questions.
 */
export async function lookedUp(
  session: Session,
  sight: Sight,
  filter: ArticleFilter,
): Promise<ArticleFilter> {
  if (wordsOf(filter.words).length === 0) return filter;
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article"
    WHERE ${articleConditions(session.dialect, sight, { ...filter, state: null })}`);
  return { ...filter, words: '', ids: rows.map(([id]) => String(id)) };
}

/** The ids of the articles behind one, in the order of ids. */
export async function articleIdsAfter(
  session: Session,
  sight: Sight,
  filter: ArticleFilter,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article"
    WHERE ${articleConditions(session.dialect, sight, filter)} AND "id" > ${after}
    ORDER BY "id" LIMIT ${limit}`);
  return rows.map(([id]) => String(id));
}

/** What many articles hold together. */
export interface ArticleTotals {
  readonly articles: number;
  readonly sentences: number;
  readonly coded: number;
  /** Of whatever tag. */
  readonly annotations: number;
  /** Of the tags that were asked for. */
  readonly tags: TagCounts;
}

/** What the articles that meet a filter hold together, for each state; annotations of some tags also apart. */
export async function totalsByState(
  session: Session,
  sight: Sight,
  filter: ArticleFilter,
  tags: readonly Tag[],
): Promise<Readonly<Record<ArticleState, ArticleTotals>>> {
  const counted = ['"codedCount"', '"annotationCount"', ...tags.map(countOfTag)];
  const sums = raw(counted.map((column) => `COALESCE(SUM(${column}), 0)`).join());
  const conditions = articleConditions(session.dialect, sight, { ...filter, state: null });
  const rows = await session.rows(sql`
    SELECT CASE WHEN COALESCE("codedCount", 0) = 0 THEN 'not-begun'
        WHEN "codedCount" < "sentenceCount" THEN 'begun' ELSE 'done' END AS "state",
      COUNT(*), SUM("sentenceCount"), ${sums}
    FROM "Article" LEFT JOIN "Coding" ON "Coding"."articleId" = "Article"."id" AND "Coding"."lane" = ${sight.main}
    WHERE ${conditions} GROUP BY 1`);
  const totals = new Map(rows.map(([state, ...numbers]) => [state, totalsOf(tags, numbers.map(Number))]));
  const of = (state: ArticleState) => totals.get(state) ?? totalsOf(tags, []);
  return { 'not-begun': of('not-begun'), begun: of('begun'), done: of('done') };
}

function totalsOf(tags: readonly Tag[], numbers: readonly number[]): ArticleTotals {
  const [articles = 0, sentences = 0, coded = 0, annotations = 0, ...ofTags] = numbers;
  const counts = Object.fromEntries(tags.map((tag, at) => [tag, ofTags[at] ?? 0]));
  return { articles, sentences, coded, annotations, tags: counts };
}

/** The lines of labels that a project's articles have, the most common first, each with how many have it. */
export async function labelLines(
  session: Session,
  projectId: string,
  most: number,
): Promise<{ readonly line: string; readonly count: number }[]> {
  const rows = await session.rows(sql`
    SELECT "labels", COUNT(*) FROM "Article"
    WHERE "projectId" = ${projectId} AND "deletedAt" IS NULL AND "labels" IS NOT NULL
    GROUP BY "labels" ORDER BY 2 DESC, 1 LIMIT ${most}`);
  return rows.map(([line, count]) => ({ line: String(line), count: Number(count) }));
}
