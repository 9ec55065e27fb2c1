// Whose work stands in an article.

import { type Lane, SHARED, type Sight } from '../domain/sight.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { seenBy } from './lane-test.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** The annotators of an article's annotations that may be seen, in the order in which they came. */
export async function annotatorsIn(session: Session, sight: Sight, articleId: string): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT DISTINCT "annotatorId" FROM "Annotation"
    WHERE ${seenBy(sight)} AND "articleId" = ${articleId} AND "deletedAt" IS NULL ORDER BY "annotatorId"`);
  return rows.map(([id]) => String(id));
}

/** The codings of an article that somebody has begun and that may be seen; not what was made together. */
export async function codingsSeen(session: Session, sight: Sight, articleId: string): Promise<Lane[]> {
  const rows = await session.rows(sql`
    SELECT "lane" FROM "Coding" WHERE ${seenBy(sight)} AND "articleId" = ${articleId}
      AND "lane" <> ${SHARED} AND "state" IN ('begun', 'done', 'released') ORDER BY "lane"`);
  return rows.map(([lane]) => String(lane));
}
