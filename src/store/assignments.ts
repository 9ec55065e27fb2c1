import type { AssignableArticle } from '../domain/assignment.ts';
import { type AssignmentDeed, type AssignmentKind, inverseDeed } from '../domain/assignment-deed.ts';
import type { Member, Role } from '../domain/permission.ts';
import { FINAL, type Lane, SHARED } from '../domain/sight.ts';
import { doDeed } from './assignment-deeds.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { timeOf } from './json-rows.ts';
import { idsIn, rowsIn, stamp } from './save-sql.ts';
import type { Session, Sessions } from './session.ts';

const { sql, raw } = Prisma;

/** Somebody who may be given articles. */
export interface ProjectCoder {
  readonly annotatorId: string;
  readonly name: string;
  readonly role: Role;
  /** Sentences that lie before them: of what they have not done, those that are not coded. */
  readonly load: number;
}

/** The members of a project, by name, with what lies before each. */
export async function projectCoders(session: Session, projectId: string): Promise<ProjectCoder[]> {
  const rows = await session.rows(sql`
    SELECT "m"."annotatorId", "n"."name", "m"."role",
      (SELECT coalesce(sum("a"."sentenceCount" - "c"."codedCount"), 0) FROM "Coding" AS "c"
       JOIN "Article" AS "a" ON "a"."id" = "c"."articleId" AND "a"."deletedAt" IS NULL
       WHERE "c"."projectId" = "m"."projectId" AND "c"."lane" = "m"."annotatorId"
         AND "c"."state" IN ('todo', 'begun')) AS "load"
    FROM "Membership" AS "m"
    JOIN "Annotator" AS "n" ON "n"."projectId" = "m"."projectId" AND "n"."id" = "m"."annotatorId"
    WHERE "m"."projectId" = ${projectId} ORDER BY "n"."name", "n"."id"`);
  return rows.map(([annotatorId, name, role, load]) => ({
    annotatorId: String(annotatorId),
    name: String(name),
    // The database's own enumeration.
    role: role as Role,
    load: Number(load),
  }));
}

/** An article with what assigning has to know of it. */
export interface OpenArticle extends AssignableArticle {
  readonly title: string;
  readonly seats: number;
  readonly isPractice: boolean;
}

/** Articles of a project by their ids, in the order of ids, with who has them; deleted ones are left out. */
export async function openArticles(
  session: Session,
  projectId: string,
  ids: readonly string[],
): Promise<OpenArticle[]> {
  const chosen = idsIn(session.dialect, ids);
  const articles = await session.rows(sql`
    SELECT "id", "title", "sentenceCount", "seats", "isPractice" FROM "Article"
    WHERE "projectId" = ${projectId} AND "deletedAt" IS NULL AND "id" IN (${chosen}) ORDER BY "id"`);
  const codings = await session.rows(sql`
    SELECT "articleId", "lane", "state" FROM "Coding"
    WHERE "projectId" = ${projectId} AND "articleId" IN (${chosen}) AND "lane" NOT IN (${SHARED}, ${FINAL})
    ORDER BY "lane"`);
  const have = new Map<string, { readonly coders: string[]; readonly barred: string[] }>();
  for (const [articleId, lane, state] of codings) {
    const held = have.get(String(articleId)) ?? { coders: [], barred: [] };
    have.set(String(articleId), held);
    (state === 'released' ? held.barred : held.coders).push(String(lane));
  }
  return articles.map(([id, title, sentences, seats, isPractice]) => ({
    id: String(id),
    title: String(title),
    sentences: Number(sentences),
    seats: Number(seats),
    isPractice: Boolean(isPractice),
    ...(have.get(String(id)) ?? { coders: [], barred: [] }),
  }));
}

/** Something that was done to assignments. */
export interface AssignmentBatch {
  readonly id: string;
  readonly kind: AssignmentKind;
  /** Who did it. */
  readonly annotatorId: string;
  readonly createdAt: Date;
  readonly isUndone: boolean;
  /** How many articles it is about, and how many codings or articles it touched. */
  readonly articles: number;
  readonly rows: number;
}

/**
 * Does a deed as one undoable batch, in one transaction: all of it or nothing. A batch of this name that is there already
 * is left as it is, so that the same request does nothing twice. Gives how many rows were touched.
 */
export async function saveDeed(
  db: Sessions,
  member: Member,
  batchId: string,
  deed: AssignmentDeed,
): Promise<number> {
  return db.transaction(async (session) => {
    const { projectId, annotatorId } = member;
    const articles = new Set(deed.rows.map(({ articleId }) => articleId)).size;
    const [made] = await session.rows(sql`
      INSERT INTO "AssignmentBatch" ("id", "projectId", "annotatorId", "kind", "articles", "rows", "given", "createdAt")
      VALUES (${batchId}, ${projectId}, ${annotatorId}, ${deed.kind}, ${articles}, ${deed.rows.length},
        ${JSON.stringify(deed.rows)}, ${stamp(new Date())})
      ON CONFLICT ("id") DO NOTHING RETURNING "id"`);
    if (!made) return 0;
    const touched = await doDeed(session, member, deed);
    await session.rows(sql`UPDATE "AssignmentBatch" SET "rows" = ${touched} WHERE "id" = ${batchId}`);
    return touched;
  });
}

/**
 * Takes a batch back, or does it again, and says how many of its rows that touched: what was begun stays. Null where
 * there is no such batch in the project, or it stands so already.
 */
export async function turnBatch(
  db: Sessions,
  member: Member,
  batchId: string,
  which: 'undo' | 'redo',
): Promise<{ readonly touched: number; readonly rows: number } | null> {
  return db.transaction(async (session) => {
    const undoneAt = which === 'undo' ? stamp(new Date()) : null;
    const [row] = await session.rows(sql`
      UPDATE "AssignmentBatch" SET "undoneAt" = ${undoneAt}
      WHERE "id" = ${batchId} AND "projectId" = ${member.projectId}
        AND "undoneAt" IS ${raw(which === 'undo' ? '' : 'NOT')} NULL
      RETURNING "kind", "given"`);
    if (!row) return null;
    const deed = deedOf(row[0], row[1]);
    const touched = await doDeed(session, member, which === 'undo' ? inverseDeed(deed) : deed);
    return { touched, rows: deed.rows.length };
  });
}

function deedOf(kind: unknown, given: unknown): AssignmentDeed {
  // Only saveDeed fills these columns, from a deed.
  return { kind, rows: JSON.parse(String(given)) } as AssignmentDeed;
}

/** What was done to assignments in a project, newest first. */
export async function listBatches(
  session: Session,
  projectId: string,
  limit: number,
): Promise<AssignmentBatch[]> {
  const rows = await session.rows(sql`
    SELECT "id", "kind", "annotatorId", "articles", "rows", "createdAt", "undoneAt" FROM "AssignmentBatch"
    WHERE "projectId" = ${projectId} ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}`);
  return rows.map(([id, kind, annotatorId, articles, count, createdAt, undoneAt]) => ({
    id: String(id),
    kind: kind as AssignmentKind,
    annotatorId: String(annotatorId),
    articles: Number(articles),
    rows: Number(count),
    createdAt: timeOf(createdAt) ?? new Date(0),
    isUndone: undoneAt !== null,
  }));
}

/** After how many days what was taken and not touched goes back; null for never. */
export async function staleDays(session: Session, projectId: string): Promise<number | null> {
  const [row] = await session.rows(sql`SELECT "staleAfterDays" FROM "Project" WHERE "id" = ${projectId}`);
  const days = row?.[0] ?? null;
  return days === null ? null : Number(days);
}

/** Keeps that. */
export async function setStaleDays(session: Session, projectId: string, days: number | null): Promise<void> {
  await session.rows(sql`UPDATE "Project" SET "staleAfterDays" = ${days} WHERE "id" = ${projectId}`);
}

/** A coder's coding as far as giving and taking back go. */
export interface GivenState {
  readonly articleId: string;
  readonly lane: Lane;
  /** ISO 8601. */
  readonly dueAt: string | null;
  /** What gave it; null where it was taken or begun by itself. */
  readonly batchId: string | null;
  readonly isBegun: boolean;
}

const NAMED = { articleId: 'text', lane: 'text' } as const;

/** Those of the named codings of coders that there are in a project. */
export async function givenCodings(
  session: Session,
  projectId: string,
  codings: readonly { readonly articleId: string; readonly lane: Lane }[],
): Promise<GivenState[]> {
  const rows = await session.rows(sql`
    SELECT "articleId", "lane", "dueAt", "assignmentId", "state" <> 'todo' FROM "Coding"
    WHERE "projectId" = ${projectId} AND "lane" NOT IN (${SHARED}, ${FINAL})
      AND ("articleId", "lane") IN (${rowsIn(session.dialect, NAMED, codings)})`);
  return rows.map(([articleId, lane, dueAt, batchId, isBegun]) => ({
    articleId: String(articleId),
    lane: String(lane),
    dueAt: timeOf(dueAt)?.toISOString() ?? null,
    batchId: batchId === null ? null : String(batchId),
    isBegun: Boolean(isBegun),
  }));
}
