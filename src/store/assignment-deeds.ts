// What assigning writes: hundreds of rows are one statement. The names in the SQL are written here, every value is bound.

import type {
  AssignmentDeed,
  DueChange,
  GivenCoding,
  PracticeChange,
  SeatsChange,
} from '../domain/assignment-deed.ts';
import type { Member } from '../domain/permission.ts';
import { FINAL, SHARED } from '../domain/sight.ts';
import { byTag } from '../domain/tag.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { idsIn, rowsIn, stamp } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql, raw } = Prisma;

/** Does a deed in its member's project, and says to how many rows: what does not fit any more is passed over. */
export async function doDeed(session: Session, member: Member, deed: AssignmentDeed): Promise<number> {
  switch (deed.kind) {
    case 'assign':
      return give(session, member, deed.rows);
    case 'withdraw':
      return takeBack(session, member, deed.rows);
    case 'due':
      return changeDue(session, member, deed.rows);
    case 'seats':
      return changeSeats(session, member, deed.rows);
    case 'practice':
      return changePractice(session, member, deed.rows);
  }
}

const GIVEN = { articleId: 'text', lane: 'text', dueAt: 'timestamp(3)', batchId: 'text' } as const;

/** A new coding counts nothing. */
const NO_COUNTS = raw(`'${JSON.stringify(byTag(() => 0))}'`);

async function give(session: Session, member: Member, rows: readonly GivenCoding[]): Promise<number> {
  const { projectId, annotatorId } = member;
  const now = stamp(new Date());
  // Joined in the order written: SQLite would else read the JSON anew for each article, 25 s instead of 0.1.
  const given = await session.rows(sql`
    INSERT INTO "Coding" ("projectId", "articleId", "lane", "state", "counts", "isBlind", "assignedById",
      "assignmentId", "dueAt", "version", "createdAt", "updatedAt")
    SELECT "a"."projectId", "a"."id", "n"."lane", 'todo', ${NO_COUNTS},
      CASE WHEN "p"."way" = 'apart' AND "m"."role" = 'coder' THEN "p"."isBlind" ELSE false END,
      ${annotatorId}, "n"."batchId", "n"."dueAt", 0, ${now}, ${now}
    FROM (${rowsIn(session.dialect, GIVEN, rows)}) AS "n"
    CROSS JOIN "Article" AS "a" CROSS JOIN "Project" AS "p" CROSS JOIN "Membership" AS "m"
    WHERE "a"."id" = "n"."articleId" AND "a"."projectId" = ${projectId} AND "a"."deletedAt" IS NULL
      AND "p"."id" = "a"."projectId" AND "m"."projectId" = "p"."id" AND "m"."annotatorId" = "n"."lane"
    ON CONFLICT ("articleId", "lane") DO NOTHING RETURNING "articleId"`);
  await recountSeats(session, member, idsOf(given));
  return given.length;
}

const KEYS = { articleId: 'text', lane: 'text', batchId: 'text' } as const;

/** Of what a batch gave, that which nobody has begun. */
async function takeBack(session: Session, member: Member, rows: readonly GivenCoding[]): Promise<number> {
  const keys = rows.map(({ articleId, lane, batchId }) => ({ articleId, lane, batchId }));
  const taken = await session.rows(sql`
    DELETE FROM "Coding" WHERE "projectId" = ${member.projectId}
      AND "state" = 'todo' AND "codedCount" = 0 AND "annotationCount" = 0
      AND ("articleId", "lane", "assignmentId") IN (${rowsIn(session.dialect, KEYS, keys)})
    RETURNING "articleId"`);
  await recountSeats(session, member, idsOf(taken));
  return taken.length;
}

const DUE = { articleId: 'text', lane: 'text', after: 'timestamp(3)' } as const;

async function changeDue(
  session: Session,
  { projectId }: Member,
  rows: readonly DueChange[],
): Promise<number> {
  const changes = rows.map(({ articleId, lane, after }) => ({ articleId, lane, after }));
  const changed = await session.rows(sql`
    WITH "n" AS MATERIALIZED (${rowsIn(session.dialect, DUE, changes)})
    UPDATE "Coding" SET "dueAt" = "n"."after" FROM "n"
    WHERE "Coding"."articleId" = "n"."articleId" AND "Coding"."lane" = "n"."lane"
      AND "Coding"."projectId" = ${projectId} RETURNING "Coding"."articleId"`);
  return changed.length;
}

const SEATS = { articleId: 'text', after: 'integer' } as const;

async function changeSeats(session: Session, member: Member, rows: readonly SeatsChange[]): Promise<number> {
  const changes = rows.map(({ articleId, after }) => ({ articleId, after }));
  const changed = await session.rows(sql`
    WITH "n" AS MATERIALIZED (${rowsIn(session.dialect, SEATS, changes)})
    UPDATE "Article" SET "seats" = "n"."after" FROM "n"
    WHERE "Article"."id" = "n"."articleId" AND "Article"."projectId" = ${member.projectId}
    RETURNING "Article"."id"`);
  await recountSeats(session, member, idsOf(changed));
  return changed.length;
}

async function changePractice(
  session: Session,
  { projectId }: Member,
  rows: readonly PracticeChange[],
): Promise<number> {
  const withIt = (isPractice: boolean) => rows.filter(({ after }) => after === isPractice);
  let changed = 0;
  for (const isPractice of [true, false]) {
    const ids = idsIn(
      session.dialect,
      withIt(isPractice).map(({ articleId }) => articleId),
    );
    const found = await session.rows(sql`
      UPDATE "Article" SET "isPractice" = ${raw(String(isPractice))}
      WHERE "projectId" = ${projectId} AND "id" IN (${ids}) RETURNING "id"`);
    changed += found.length;
  }
  return changed;
}

function idsOf(rows: readonly unknown[][]): string[] {
  return [...new Set(rows.map(([id]) => String(id)))];
}

/** Codings that take a seat: those of coders, unless they were let go. */
export const SEATED = sql`"lane" NOT IN (${SHARED}, ${FINAL}) AND "state" <> 'released'`;

/**
 * Brings the free seats of articles to what their codings leave of them. The articles are locked first, so that what
 * is counted afterwards has in it what others have taken meanwhile.
 */
export async function recountSeats(
  session: Session,
  member: Pick<Member, 'projectId'>,
  articleIds: readonly string[],
): Promise<void> {
  if (articleIds.length === 0) return;
  const these = sql`"projectId" = ${member.projectId} AND "id" IN (${idsIn(session.dialect, articleIds)})`;
  const lock = raw(session.dialect === 'sqlite' ? '' : 'FOR NO KEY UPDATE');
  await session.rows(sql`SELECT "id" FROM "Article" WHERE ${these} ORDER BY "id" ${lock}`);
  const taken = sql`(SELECT count(*) FROM "Coding" WHERE "articleId" = "Article"."id" AND ${SEATED})`;
  await session.rows(sql`
    UPDATE "Article" SET "seatsLeft" = CASE WHEN "seats" > ${taken} THEN "seats" - ${taken} ELSE 0 END
    WHERE ${these} AND ("seats" > 0 OR "seatsLeft" > 0)`);
}
