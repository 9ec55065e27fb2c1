// Codings as work: what lies before a coder, and how far everybody is.

import type { CodingState } from '../domain/coding.ts';
import type { OwnWork, PracticeArticle } from '../domain/own-work.ts';
import type { Member } from '../domain/permission.ts';
import { type CodingGroup, type CodingProgress, type DoneOnDay, dayOf } from '../domain/progress.ts';
import { type ArticleHeads, FINAL, type Lane, SHARED } from '../domain/sight.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { timeOf } from './json-rows.ts';
import { idsIn, stamp } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** All of a coder's codings: what is due first comes first, then what was given first. */
export async function ownWork(session: Session, { projectId, annotatorId }: Member): Promise<OwnWork[]> {
  const rows = await session.rows(sql`
    SELECT ${PROGRESS}, "a"."title", "a"."isPractice", "c"."claimedAt" IS NOT NULL
    FROM "Coding" AS "c" JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "c"."projectId" = ${projectId} AND "c"."lane" = ${annotatorId} AND "a"."deletedAt" IS NULL
    ORDER BY "c"."dueAt" IS NULL, "c"."dueAt", "c"."articleId"`);
  return rows.map((row) => ({
    ...progressIn(row),
    title: String(row[AFTER]),
    isPractice: Boolean(row[AFTER + 1]),
    isTaken: Boolean(row[AFTER + 2]),
  }));
}

/** What is read of a coding `c` with its article `a`. */
const PROGRESS = sql`"c"."articleId", "c"."lane", "c"."state", "a"."sentenceCount", "c"."codedCount", "c"."version",
  "c"."updatedAt", "c"."claimedAt", "c"."dueAt", "c"."doneAt"`;
const AFTER = 10;

function progressIn(row: readonly unknown[]): CodingProgress {
  const [articleId, lane, state, sentences, coded, version, updatedAt, claimedAt, dueAt, doneAt] = row;
  return {
    articleId: String(articleId),
    coderId: String(lane),
    // The database's own enumeration.
    state: state as CodingState,
    sentences: Number(sentences),
    coded: Number(coded),
    touchedAt: timeOf(Number(version) > 0 ? updatedAt : claimedAt),
    dueAt: timeOf(dueAt),
    doneAt: timeOf(doneAt),
  };
}

/** Where a reference of an article stands: the final coding that is done, or else one of an owner. */
const REFERENCE = sql`SELECT "r"."lane" FROM "Coding" AS "r"
  LEFT JOIN "Membership" AS "m" ON "m"."projectId" = "r"."projectId" AND "m"."annotatorId" = "r"."lane"
  WHERE "r"."articleId" = "a"."id" AND "r"."state" = 'done' AND ("r"."lane" = ${FINAL} OR "m"."role" = 'owner')`;

/** Most articles of a project to practise on. */
const MAX_PRACTICE = 100;

/**
 * The articles that a coder practises on, oldest first. Owners do not practise: their codings are what is compared with.
 */
export async function practiceArticles(
  session: Session,
  { projectId, annotatorId }: Member,
): Promise<PracticeArticle[]> {
  const rows = await session.rows(sql`
    SELECT "a"."id", "a"."title", "a"."sentenceCount", EXISTS (${REFERENCE} AND "r"."lane" <> ${annotatorId})
    FROM "Article" AS "a" JOIN "Membership" AS "me"
      ON "me"."projectId" = "a"."projectId" AND "me"."annotatorId" = ${annotatorId} AND "me"."role" <> 'owner'
    WHERE "a"."projectId" = ${projectId} AND "a"."deletedAt" IS NULL AND "a"."isPractice"
    ORDER BY "a"."id" LIMIT ${MAX_PRACTICE}`);
  return rows.map(([id, title, sentences, hasReference]) => ({
    id: String(id),
    title: String(title),
    sentences: Number(sentences),
    hasReference: Boolean(hasReference),
  }));
}

/** The first of them that the coder has not finished; null where none is left. */
export async function nextPractice(
  session: Session,
  { projectId, annotatorId }: Member,
): Promise<string | null> {
  const [row] = await session.rows(sql`
    SELECT "a"."id" FROM "Article" AS "a" JOIN "Membership" AS "me"
      ON "me"."projectId" = "a"."projectId" AND "me"."annotatorId" = ${annotatorId} AND "me"."role" <> 'owner'
    WHERE "a"."projectId" = ${projectId} AND "a"."deletedAt" IS NULL AND "a"."isPractice" AND NOT EXISTS (
      SELECT 1 FROM "Coding" AS "c"
      WHERE "c"."articleId" = "a"."id" AND "c"."lane" = ${annotatorId} AND "c"."state" = 'done')
    ORDER BY "a"."id" LIMIT 1`);
  return row ? String(row[0]) : null;
}

/** The coding that a coder's practice is compared with; null where there is none, or the article is no practice. */
export async function referenceLane(
  session: Session,
  { projectId, annotatorId }: Member,
  articleId: string,
): Promise<Lane | null> {
  const [row] = await session.rows(sql`
    SELECT (${REFERENCE} AND "r"."lane" <> ${annotatorId}
      ORDER BY CASE WHEN "r"."lane" = ${FINAL} THEN 0 ELSE 1 END, "r"."doneAt", "r"."lane" LIMIT 1)
    FROM "Article" AS "a" JOIN "Membership" AS "me"
      ON "me"."projectId" = "a"."projectId" AND "me"."annotatorId" = ${annotatorId} AND "me"."role" <> 'owner'
    WHERE "a"."id" = ${articleId} AND "a"."projectId" = ${projectId} AND "a"."deletedAt" IS NULL AND "a"."isPractice"`);
  return row?.[0] ? String(row[0]) : null;
}

/** The codings that coders have of some articles. */
export async function codingsOf(
  session: Session,
  projectId: string,
  articleIds: readonly string[],
): Promise<CodingProgress[]> {
  const rows = await session.rows(sql`
    SELECT ${PROGRESS} FROM "Coding" AS "c" JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "c"."projectId" = ${projectId} AND "c"."lane" NOT IN (${SHARED}, ${FINAL})
      AND "c"."articleId" IN (${idsIn(session.dialect, articleIds)})`);
  return rows.map(progressIn);
}

/** What coders have in a project, taken together by coder and state. */
export async function codingGroups(session: Session, projectId: string, now: Date): Promise<CodingGroup[]> {
  // Due until the end of its day, in UTC.
  const today = stamp(new Date(`${dayOf(now)}T00:00:00Z`));
  const rows = await session.rows(sql`
    SELECT "c"."lane", "c"."state", count(*), sum("a"."sentenceCount"), sum("c"."codedCount"),
      sum(CASE WHEN "c"."dueAt" < ${today} AND "c"."state" <> 'done' THEN 1 ELSE 0 END),
      max(CASE WHEN "c"."version" > 0 THEN "c"."updatedAt" ELSE "c"."claimedAt" END)
    FROM "Coding" AS "c" JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "c"."projectId" = ${projectId} AND "c"."lane" NOT IN (${SHARED}, ${FINAL}) AND "a"."deletedAt" IS NULL
    GROUP BY "c"."lane", "c"."state"`);
  return rows.map(([lane, state, codings, sentences, coded, overdue, touchedAt]) => ({
    coderId: String(lane),
    // The database's own enumeration.
    state: state as CodingState,
    codings: Number(codings),
    sentences: Number(sentences),
    coded: Number(coded),
    overdue: Number(overdue),
    touchedAt: timeOf(touchedAt),
  }));
}

/** How much each coder has finished on each day since one. */
export async function doneSince(session: Session, projectId: string, since: Date): Promise<DoneOnDay[]> {
  const rows = await session.rows(sql`
    SELECT "c"."lane", substr(CAST("c"."doneAt" AS TEXT), 1, 10), count(*)
    FROM "Coding" AS "c" JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "c"."projectId" = ${projectId} AND "c"."state" = 'done' AND "c"."doneAt" >= ${stamp(since)}
      AND "c"."lane" NOT IN (${SHARED}, ${FINAL}) AND "a"."deletedAt" IS NULL
    GROUP BY 1, 2`);
  return rows.map(([lane, day, codings]) => ({
    coderId: String(lane),
    day: String(day),
    codings: Number(codings),
  }));
}

/** A page of the articles that coders have, oldest first, and how many there are of them. */
export async function articlesWithCoders(
  session: Session,
  projectId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly total: number;
}> {
  const found = sql`FROM "Article" WHERE "projectId" = ${projectId} AND "deletedAt" IS NULL AND EXISTS (
    SELECT 1 FROM "Coding" WHERE "articleId" = "Article"."id" AND "lane" NOT IN (${SHARED}, ${FINAL}))`;
  const rows = await session.rows(
    sql`SELECT "id", "title" ${found} ORDER BY "id" LIMIT ${limit} OFFSET ${offset}`,
  );
  const [count] = await session.rows(sql`SELECT count(*) ${found}`);
  const articles = rows.map(([id, title]) => ({ id: String(id), title: String(title) }));
  return { articles, total: Number(count?.[0] ?? 0) };
}

/** Articles that no coder has, oldest first. */
export async function withoutCoder(session: Session, projectId: string, limit: number): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Article" WHERE "projectId" = ${projectId} AND "deletedAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "Coding" WHERE "articleId" = "Article"."id" AND "lane" NOT IN (${SHARED}, ${FINAL}))
    ORDER BY "id" LIMIT ${limit}`);
  return rows.map(([id]) => String(id));
}

/** Whether anybody has begun to decide on an article: its final coding is begun. */
export async function isDecidedOn(
  session: Session,
  { projectId }: Member,
  articleId: string,
): Promise<boolean> {
  const rows = await session.rows(sql`
    SELECT 1 FROM "Coding" WHERE "projectId" = ${projectId} AND "articleId" = ${articleId} AND "lane" = ${FINAL}
      AND ("state" <> 'todo' OR "codedCount" + "annotationCount" > 0)`);
  return rows.length > 0;
}

/** Whether a coder's own coding of an article and the final one are done. */
export async function codingHeads(
  session: Session,
  { projectId, annotatorId }: Member,
  articleId: string,
): Promise<ArticleHeads> {
  const rows = await session.rows(sql`
    SELECT "lane" FROM "Coding" WHERE "projectId" = ${projectId} AND "articleId" = ${articleId}
      AND "lane" IN (${annotatorId}, ${FINAL}) AND "state" = 'done'`);
  const done = new Set(rows.map(([lane]) => lane));
  return { isOwnDone: done.has(annotatorId), isFinalDone: done.has(FINAL) };
}

/** The articles of a coder's finished codings whose final coding is done, too. */
export async function finallyCoded(
  session: Session,
  { projectId, annotatorId }: Member,
): Promise<ReadonlySet<string>> {
  const rows = await session.rows(sql`
    SELECT "c"."articleId" FROM "Coding" AS "c"
    JOIN "Coding" AS "f" ON "f"."articleId" = "c"."articleId" AND "f"."lane" = ${FINAL} AND "f"."state" = 'done'
    WHERE "c"."projectId" = ${projectId} AND "c"."lane" = ${annotatorId} AND "c"."state" = 'done'`);
  return new Set(rows.map(([id]) => String(id)));
}

/** How much of a coder's own work is to be done, and begun. */
export async function countOwnWork(
  session: Session,
  { projectId, annotatorId }: Member,
): Promise<{ readonly todo: number; readonly begun: number }> {
  const rows = await session.rows(sql`
    SELECT "c"."state", count(*) FROM "Coding" AS "c" JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "c"."projectId" = ${projectId} AND "c"."lane" = ${annotatorId} AND "c"."state" IN ('todo', 'begun')
      AND "a"."deletedAt" IS NULL GROUP BY "c"."state"`);
  const counts = new Map(rows.map(([state, count]) => [state, Number(count)]));
  return { todo: counts.get('todo') ?? 0, begun: counts.get('begun') ?? 0 };
}
