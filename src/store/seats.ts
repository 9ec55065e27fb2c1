// Coders take articles for themselves: whoever asks gets one seat of one article, whatever others do meanwhile.

import type { Member } from '../domain/permission.ts';
import { sightOf } from '../domain/sight.ts';
import { byTag } from '../domain/tag.ts';
import { recountSeats } from './assignment-deeds.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { stamp } from './save-sql.ts';
import type { Session, Sessions } from './session.ts';

const { sql, raw } = Prisma;

/**
 * Takes the next free article for a coder, and gives its id; null where there is none left for them. What they have
 * taken and not begun comes first, so that asking twice takes one. In one transaction the seat is taken, by an update
 * that only works where one is free, and the coder's coding is made, whose key keeps it from being made twice.
 */
export async function takeNext(db: Sessions, member: Member): Promise<string | null> {
  return db.transaction(async (session) => {
    await oneAtATime(session, member);
    const waiting = await takenAndNotBegun(session, member);
    if (waiting) return waiting;
    for (;;) {
      const articleId = await takeSeat(session, member);
      if (articleId === null) return null;
      if (await sit(session, member, articleId)) return articleId;
      // They began it in another tab this moment.
      await recountSeats(session, member, [articleId]);
    }
  });
}

/** Takes a seat of one article for a coder, and gives its id; null where it has none left. */
export async function takeSeatOf(db: Sessions, member: Member, articleId: string): Promise<string | null> {
  return db.transaction(async (session) => {
    await oneAtATime(session, member);
    const [row] = await session.rows(sql`
      UPDATE "Article" SET "seatsLeft" = "seatsLeft" - 1 WHERE "id" = ${articleId} AND ${isFree(member)}
      RETURNING "id"`);
    if (!row) return null;
    if (await sit(session, member, articleId)) return articleId;
    await recountSeats(session, member, [articleId]);
    return null;
  });
}

/**
 * Whoever takes an article of a project waits for those before them. Locks of articles would be taken in many orders: one
 * whose condition does not hold any more once its turn comes stays locked, and two could wait for each other.
 */
async function oneAtATime(session: Session, { projectId }: Member): Promise<void> {
  if (session.dialect === 'sqlite') return;
  await session.rows(sql`SELECT "id" FROM "Project" WHERE "id" = ${projectId} FOR NO KEY UPDATE`);
}

async function takenAndNotBegun(
  session: Session,
  { projectId, annotatorId }: Member,
): Promise<string | null> {
  const [row] = await session.rows(sql`
    SELECT "c"."articleId" FROM "Coding" AS "c" JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "c"."projectId" = ${projectId} AND "c"."lane" = ${annotatorId} AND "c"."state" = 'todo'
      AND "c"."claimedAt" IS NOT NULL AND "a"."deletedAt" IS NULL
    ORDER BY "c"."claimedAt" LIMIT 1`);
  return row ? String(row[0]) : null;
}

/** Takes a seat of an article that the coder does not have; those nearly full go first, so that articles get complete. */
async function takeSeat(session: Session, member: Member): Promise<string | null> {
  for (;;) {
    const [row] = await session.rows(sql`
      UPDATE "Article" SET "seatsLeft" = "seatsLeft" - 1
      WHERE "seatsLeft" > 0 AND "id" = (
        SELECT "id" FROM "Article" WHERE ${isFree(member)} ORDER BY "seatsLeft", "id" LIMIT 1)
      RETURNING "id"`);
    if (row) return String(row[0]);
    // A lead may have closed the one that was found.
    const [left] = await session.rows(sql`SELECT "id" FROM "Article" WHERE ${isFree(member)} LIMIT 1`);
    if (!left) return null;
  }
}

function isFree({ projectId, annotatorId }: Member): Prisma.Sql {
  return sql`"projectId" = ${projectId} AND "deletedAt" IS NULL AND "seatsLeft" > 0 AND NOT EXISTS (
    SELECT 1 FROM "Coding" WHERE "articleId" = "Article"."id" AND "lane" = ${annotatorId} AND "state" <> 'released')`;
}

/** How many articles a coder could take. */
export async function countFree(session: Session, member: Member): Promise<number> {
  const [row] = await session.rows(sql`SELECT count(*) FROM "Article" WHERE ${isFree(member)}`);
  return Number(row?.[0] ?? 0);
}

async function sit(session: Session, member: Member, articleId: string): Promise<boolean> {
  const { projectId, annotatorId } = member;
  const now = stamp(new Date());
  const enumeration = raw(session.dialect === 'sqlite' ? '' : '::"CodingState"');
  const counts = raw(`'${JSON.stringify(byTag(() => 0))}'`);
  const isBlind = raw(String(sightOf(member).lanes !== 'all'));
  const rows = await session.rows(sql`
    INSERT INTO "Coding" ("projectId", "articleId", "lane", "state", "counts", "isBlind", "claimedAt",
      "version", "createdAt", "updatedAt")
    VALUES (${projectId}, ${articleId}, ${annotatorId}, 'todo', ${counts}, ${isBlind}, ${now}, 0, ${now}, ${now})
    ON CONFLICT ("articleId", "lane") DO UPDATE SET "claimedAt" = excluded."claimedAt",
      "state" = (CASE WHEN "Coding"."codedCount" + "Coding"."annotationCount" > 0 THEN 'begun' ELSE 'todo' END)${enumeration}
    WHERE "Coding"."state" = 'released' RETURNING "articleId"`);
  return rows.length > 0;
}

/**
 * Frees the seats of what was taken and not touched since `before`: what was made stays, and somebody else may take the
 * article. Gives how many.
 */
export async function releaseStale(db: Sessions, member: Member, before: Date): Promise<number> {
  const limit = stamp(before);
  const { projectId } = member;
  const stale = sql`"projectId" = ${projectId} AND "state" IN ('todo', 'begun')
    AND "lane" IN (SELECT "annotatorId" FROM "Membership" WHERE "projectId" = ${projectId})
    AND "claimedAt" < ${limit} AND "updatedAt" < ${limit}`;
  const [any] = await db.rows(sql`SELECT 1 FROM "Coding" WHERE ${stale} LIMIT 1`);
  if (!any) return 0;
  return db.transaction(async (session) => {
    // Two that free the same rows would lock them in two orders.
    const lock = raw(session.dialect === 'sqlite' ? '' : 'FOR NO KEY UPDATE');
    await session.rows(sql`SELECT "id" FROM "Project" WHERE "id" = ${projectId} ${lock}`);
    const rows = await session.rows(
      sql`UPDATE "Coding" SET "state" = 'released' WHERE ${stale} RETURNING "articleId"`,
    );
    await recountSeats(session, member, [...new Set(rows.map(([id]) => String(id)))]);
    return rows.length;
  });
}
