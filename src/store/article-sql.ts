// The raw SQL of lists of articles: Prisma compares no columns with each other, sorts by none that is worked
// out, and does not escape what LIKE reads as more than itself. Names are written here, every value is bound.

import { ARTICLE_STATES, type ArticleFilter, type ArticleState } from '../domain/article-filter.ts';
import { byTag, TAGS, type Tag } from '../domain/tag.ts';
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
export function articleConditions(dialect: Dialect, projectId: string, filter: ArticleFilter): Prisma.Sql {
  const { words, state, label, ids } = filter;
  const position = raw(DIALECTS[dialect].position);
  const tests = [
    sql`"projectId" = ${projectId}`,
    sql`"deletedAt" IS NULL`,
    ...(state === null ? [] : [raw(STATES[state])]),
    // Between two joints, so that no label is found in a part of another.
    ...(label === null ? [] : [sql`${position}(', ' || "labels" || ', ', ${`, ${label}, `}) > 0`]),
    ...(ids === null ? [] : [sql`"id" IN (${idsIn(dialect, ids)})`]),
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

const STATES: Readonly<Record<ArticleState, string>> = {
  'not-begun': '"codedCount" = 0',
  begun: '"codedCount" > 0 AND "codedCount" < "sentenceCount"',
  done: '"codedCount" > 0 AND "codedCount" >= "sentenceCount"',
};

/** What a list of articles may be sorted by. */
export type ArticleSort = 'added' | 'title' | 'published' | 'changed' | 'coded' | Tag;

const SORTS: Readonly<Record<ArticleSort, (direction: string) => string>> = {
  added: (direction) => `"id" ${direction}`,
  title: (direction) => `"title" ${direction}, "id" ${direction}`,
  published: (direction) => `"published" ${direction} NULLS LAST, "id" ${direction}`,
  changed: (direction) => `"updatedAt" ${direction}, "id" ${direction}`,
  coded: (direction) => `1.0 * "codedCount" / ("sentenceCount" + 0.001) ${direction}, "id" ${direction}`,
  ...byTag((tag) => (direction: string) => `"${tag}Count" ${direction}, "id" ${direction}`),
};

/** The names of all of them. */
// The table has no other keys.
export const ARTICLE_SORTS = Object.keys(SORTS) as ArticleSort[];

/** An order of a list. */
export interface ArticleOrder {
  readonly by: ArticleSort;
  readonly isDescending: boolean;
}

/** The ids of a part of a list, in order. */
export async function articleIds(
  session: Session,
  projectId: string,
  filter: ArticleFilter,
  { by, isDescending }: ArticleOrder,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article" WHERE ${articleConditions(session.dialect, projectId, filter)}
    ORDER BY ${raw(SORTS[by](isDescending ? 'DESC' : 'ASC'))} LIMIT ${limit} OFFSET ${offset}`);
  return rows.map(([id]) => String(id));
}

/**
 * A filter that finds the same without looking into the texts again: that is slow, and a page asks several
 * questions.
 */
export async function lookedUp(
  session: Session,
  projectId: string,
  filter: ArticleFilter,
): Promise<ArticleFilter> {
  if (wordsOf(filter.words).length === 0) return filter;
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article"
    WHERE ${articleConditions(session.dialect, projectId, { ...filter, state: null })}`);
  return { ...filter, words: '', ids: rows.map(([id]) => String(id)) };
}

/** The ids of the articles behind one, in the order of ids. */
export async function articleIdsAfter(
  session: Session,
  projectId: string,
  filter: ArticleFilter,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article"
    WHERE ${articleConditions(session.dialect, projectId, filter)} AND "id" > ${after}
    ORDER BY "id" LIMIT ${limit}`);
  return rows.map(([id]) => String(id));
}

/** What many articles hold together. */
export interface ArticleTotals extends Readonly<Record<Tag, number>> {
  readonly articles: number;
  readonly sentences: number;
  readonly coded: number;
}

const COUNTED = ['sentenceCount', 'codedCount', ...TAGS.map((tag) => `${tag}Count`)];

/** What the articles that meet a filter hold together, for each state. */
export async function totalsByState(
  session: Session,
  projectId: string,
  filter: ArticleFilter,
): Promise<Readonly<Record<ArticleState, ArticleTotals>>> {
  const sums = raw(['COUNT(*)', ...COUNTED.map((name) => `SUM("${name}")`)].join());
  // One after another: sorting all rows into groups takes half as long again.
  const each = ARTICLE_STATES.map((state) => {
    const conditions = articleConditions(session.dialect, projectId, { ...filter, state });
    return sql`SELECT ${raw(`'${state}'`)} AS "state", ${sums} FROM "Article" WHERE ${conditions}`;
  });
  const rows = await session.rows(join(each, ' UNION ALL '));
  const totals = new Map(rows.map(([state, ...numbers]) => [state, totalsOf(numbers.map(Number))]));
  const of = (state: ArticleState) => totals.get(state) ?? totalsOf([]);
  return { 'not-begun': of('not-begun'), begun: of('begun'), done: of('done') };
}

function totalsOf([articles = 0, sentences = 0, coded = 0, ...tags]: readonly number[]): ArticleTotals {
  return { articles, sentences, coded, ...byTag((tag) => tags[TAGS.indexOf(tag)] ?? 0) };
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
