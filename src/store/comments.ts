import type { Comment, CommentPlace } from '../domain/comment.ts';
import { CASES, type Lane, type Sight } from '../domain/sight.ts';
import type { Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { list, parsed, timeOf } from './json-rows.ts';
import { seenBy } from './lane-test.ts';
import { idsIn, rowsIn, stamp } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql, raw, empty } = Prisma;

const COLUMNS = {
  id: 'text',
  projectId: 'text',
  articleId: 'text',
  lane: 'text',
  annotationId: 'text',
  sentence: 'integer',
  parentId: 'text',
  annotatorId: 'text',
  body: 'text',
  mentions: 'text',
  resolvedAt: 'timestamp(3)',
  createdAt: 'timestamp(3)',
  editedAt: 'timestamp(3)',
  deletedAt: 'timestamp(3)',
} as const satisfies Columns;

/** As JSON writes it. */
type CommentRow = Readonly<Record<keyof typeof COLUMNS, string | null>>;

async function read(session: Session, which: Prisma.Sql): Promise<Comment[]> {
  const [row = []] = await session.rows(list(session, COLUMNS, sql`"Comment" WHERE ${which} ORDER BY "id"`));
  return parsed<CommentRow & CommentPlace & Pick<Comment, 'id' | 'projectId' | 'annotatorId' | 'body'>>(
    row[0],
  ).map(({ mentions, resolvedAt, createdAt, editedAt, deletedAt, ...comment }) => ({
    ...comment,
    mentions: (mentions ?? '').split(' ').filter(Boolean),
    resolvedAt: timeOf(resolvedAt),
    createdAt: timeOf(createdAt) ?? new Date(0),
    editedAt: timeOf(editedAt),
    deletedAt: timeOf(deletedAt),
  }));
}

/** One comment, in whatever project, deleted or not; null where there is none. */
export async function findComment(session: Session, id: string): Promise<Comment | null> {
  return (await read(session, sql`"id" = ${id}`))[0] ?? null;
}

/** The comments on an article that may be seen, deleted ones among them. */
export function commentsOn(session: Session, sight: Sight, articleId: string): Promise<Comment[]> {
  return read(session, sql`"articleId" = ${articleId} AND ${seenBy(sight)}`);
}

/** Those on one annotation. */
export function commentsOnAnnotation(
  session: Session,
  sight: Sight,
  { articleId, id }: { readonly articleId: string; readonly id: string },
): Promise<Comment[]> {
  const onIt = sql`"articleId" = ${articleId} AND ${seenBy(sight)} AND "annotationId" = ${id}`;
  return read(session, onIt);
}

/** Of articles that are there; comments on the others come back with them. */
function inProject(sight: Sight): Prisma.Sql {
  return sql`${seenBy(sight)} AND "articleId" NOT IN (
    SELECT "id" FROM "Article" WHERE "projectId" = ${sight.projectId} AND "deletedAt" IS NOT NULL)`;
}

/** First comments of threads in a project, those begun last first. */
export interface ThreadsAsked {
  readonly isOpen: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** The comments of a page of a project's threads, those that are resolved or those that are not. */
export function commentsOfThreads(session: Session, sight: Sight, asked: ThreadsAsked): Promise<Comment[]> {
  const { isOpen, limit, offset } = asked;
  const firsts = sql`SELECT "id" FROM "Comment" AS "f" WHERE ${inProject(sight)} AND "parentId" IS NULL
    AND "resolvedAt" IS ${raw(isOpen ? 'NULL' : 'NOT NULL')} AND ${isLeft}
    ORDER BY "id" DESC LIMIT ${limit} OFFSET ${offset}`;
  return wholeThreads(session, sight, firsts);
}

/** Something of the thread that begins with `f` is not deleted. */
const isLeft = sql`("deletedAt" IS NULL OR EXISTS (
  SELECT 1 FROM "Comment" AS "s" WHERE "s"."articleId" = "f"."articleId" AND "s"."lane" = "f"."lane"
    AND "s"."parentId" = "f"."id" AND "s"."deletedAt" IS NULL))`;

/** How many threads of a project are resolved, or are not. */
export async function countThreads(session: Session, sight: Sight, isOpen: boolean): Promise<number> {
  const [row] = await session.rows(sql`
    SELECT count(*) FROM "Comment" AS "f" WHERE ${inProject(sight)} AND "parentId" IS NULL
      AND "resolvedAt" IS ${raw(isOpen ? 'NULL' : 'NOT NULL')} AND ${isLeft}`);
  return Number(row?.[0] ?? 0);
}

/** The comments of all threads of a project in which one of these annotators is mentioned. */
export function commentsThatMention(
  session: Session,
  sight: Sight,
  annotatorIds: readonly string[],
): Promise<Comment[]> {
  const names = annotatorIds.map((id) => sql`"mentions" LIKE ${`% ${id} %`}`);
  const firsts = sql`SELECT coalesce("parentId", "id") FROM "Comment" WHERE ${inProject(sight)}
    AND "deletedAt" IS NULL AND "mentions" IS NOT NULL AND (${Prisma.join(names, ' OR ')})`;
  return wholeThreads(session, sight, firsts);
}

function wholeThreads(session: Session, sight: Sight, firsts: Prisma.Sql): Promise<Comment[]> {
  return read(
    session,
    sql`${seenBy(sight)} AND coalesce("parentId", "id") IN (SELECT * FROM (${firsts}) AS "firsts")`,
  );
}

/** A comment as it is written; the times and what is null begin by themselves. */
export interface NewComment extends CommentPlace {
  readonly id: string;
  readonly projectId: string;
  readonly parentId: string | null;
  readonly annotatorId: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** Stores a comment; one of this id that is there already stays as it is. */
export async function insertComment(session: Session, comment: NewComment): Promise<void> {
  const times = { resolvedAt: null, createdAt: new Date(), editedAt: null, deletedAt: null };
  const row = { ...comment, ...times, mentions: joined(comment.mentions) };
  const names = raw(
    Object.keys(COLUMNS)
      .map((name) => `"${name}"`)
      .join(),
  );
  await session.rows(sql`
    INSERT INTO "Comment" (${names}) ${rowsIn(session.dialect, COLUMNS, [row])} ON CONFLICT ("id") DO NOTHING`);
  await session.rows(sql`
    UPDATE "Article" SET "hasComments" = true WHERE "id" = ${comment.articleId} AND NOT "hasComments"`);
}

/** With a space on either side of each, so that one can be found by `LIKE`. */
function joined(mentions: readonly string[]): string | null {
  return mentions.length === 0 ? null : ` ${mentions.join(' ')} `;
}

/** Gives a comment other words. */
export async function rewriteComment(
  session: Session,
  id: string,
  { body, mentions }: Pick<NewComment, 'body' | 'mentions'>,
): Promise<void> {
  await session.rows(sql`
    UPDATE "Comment" SET "body" = ${body}, "mentions" = ${joined(mentions)}, "editedAt" = ${stamp(new Date())}
    WHERE "id" = ${id} AND "body" <> ${body}`);
}

/** Deletes a comment or brings it back, and settles a thread by its first comment or opens it again. */
export async function stampComment(
  session: Session,
  id: string,
  column: 'deletedAt' | 'resolvedAt',
  at: Date | null,
): Promise<void> {
  const kept = at ? sql`AND ${raw(`"${column}"`)} IS NULL` : empty;
  await session.rows(sql`
    UPDATE "Comment" SET ${raw(`"${column}"`)} = ${at && stamp(at)} WHERE "id" = ${id} ${kept}`);
}

/** Has comments on annotations fall under the sight of the coding into which these are moved; those on cases stay. */
export async function moveComments(
  session: Session,
  articleId: string,
  annotationIds: readonly string[],
  lane: Lane,
): Promise<void> {
  await session.rows(sql`
    UPDATE "Comment" SET "lane" = ${lane} WHERE "articleId" = ${articleId} AND "lane" <> ${CASES}
      AND "annotationId" IN (${idsIn(session.dialect, annotationIds)})`);
}

/** Takes away the words of what some annotators have said; that they said something stays. */
export async function emptyComments(
  session: Session,
  projectId: string,
  annotatorIds: readonly string[],
): Promise<void> {
  await session.rows(sql`
    UPDATE "Comment" SET "body" = '', "mentions" = NULL, "deletedAt" = coalesce("deletedAt", ${stamp(new Date())})
    WHERE "projectId" = ${projectId} AND "annotatorId" IN (${idsIn(session.dialect, annotatorIds)})`);
}

/** The comments of a project that may be seen, behind an id, in the order in which they were written. */
export function commentsAfter(
  session: Session,
  sight: Sight,
  { after, limit, annotatorIds }: { after: string; limit: number; annotatorIds?: readonly string[] },
): Promise<Comment[]> {
  const theirs = annotatorIds ? sql`AND "annotatorId" IN (${idsIn(session.dialect, annotatorIds)})` : empty;
  const ids = sql`SELECT "id" FROM "Comment" WHERE ${inProject(sight)} AND "id" > ${after}
    AND "deletedAt" IS NULL ${theirs} ORDER BY "id" LIMIT ${limit}`;
  return read(session, sql`${seenBy(sight)} AND "id" IN (SELECT * FROM (${ids}) AS "page")`);
}
