import { v7 as uuidv7 } from 'uuid';
import { SHARED } from '../domain/lane.ts';
import type { Member } from '../domain/permission.ts';
import { lockImports } from './articles.ts';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';

const { sql } = Prisma;

/** How much one annotator made in the shared codings of a project. */
export interface SharedWork {
  readonly name: string;
  readonly annotations: number;
  readonly marks: number;
}

/** Who made how much in the shared codings of a project, by name; deleted articles left out. */
export async function sharedWork(db: Db, projectId: string): Promise<SharedWork[]> {
  const live = sql`"articleId" IN (SELECT "id" FROM "Article" WHERE "projectId" = ${projectId} AND "deletedAt" IS NULL)`;
  const rows = await db.rows(sql`
    SELECT "name", SUM("annotations"), SUM("marks") FROM (
      SELECT "annotatorId", COUNT(*) AS "annotations", 0 AS "marks" FROM "Annotation"
      WHERE "projectId" = ${projectId} AND "lane" = ${SHARED} AND "deletedAt" IS NULL AND ${live} GROUP BY "annotatorId"
      UNION ALL
      SELECT "annotatorId", 0, COUNT(*) FROM "SentenceMark"
      WHERE "projectId" = ${projectId} AND "lane" = ${SHARED} AND ${live} GROUP BY "annotatorId"
    ) AS "made"
    JOIN "Annotator" ON "Annotator"."projectId" = ${projectId} AND "Annotator"."id" = "made"."annotatorId"
    GROUP BY "Annotator"."id", "name" ORDER BY "name", "Annotator"."id"`);
  return rows.map(([name, annotations, marks]) => ({
    name: String(name),
    annotations: Number(annotations),
    marks: Number(marks),
  }));
}

/** How far a split is: the last article that was split. */
export interface SplitChoices {
  /** Of the project, for people. */
  readonly names: readonly string[];
  readonly after?: string;
}

/** The next articles whose shared coding holds work, behind `after`, deleted ones left out. */
export async function articlesToSplit(
  db: Db | Tx,
  projectId: string,
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await db.coding.findMany({
    where: { ...splittable(projectId), articleId: { gt: after } },
    select: { articleId: true },
    orderBy: { articleId: 'asc' },
    take: most,
  });
  return rows.map(({ articleId }) => articleId);
}

function splittable(projectId: string) {
  return {
    projectId,
    lane: SHARED,
    OR: [{ annotationCount: { gt: 0 } }, { codedCount: { gt: 0 } }],
    article: { deletedAt: null },
  };
}

/**
 * Sets a split of the shared codings of a project to work, and gives its id; null while something else is being brought
 * into it, or where there is nothing to split.
 */
export async function insertSplit(
  db: Db,
  { projectId, annotatorId }: Member,
  { name, isComplete }: { readonly name: string; readonly isComplete: boolean },
  andThen: (tx: Tx, articles: number) => Promise<void>,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await lockImports(tx, projectId);
    const total = await tx.coding.count({ where: splittable(projectId) });
    if (total === 0 || (await tx.import.count({ where: { projectId, state: 'waiting' } })) > 0) return null;
    const id = uuidv7();
    const choices = { names: [name] };
    await tx.import.create({
      data: { id, projectId, annotatorId, kind: 'split', state: 'waiting', choices, total, isComplete },
    });
    await andThen(tx, total);
    return id;
  });
}

/** Notes how far a split is. */
export async function advanceSplit(tx: Tx, importId: string, choices: SplitChoices): Promise<void> {
  const data = { choices: { ...choices, names: [...choices.names] }, done: { increment: 1 } };
  await tx.import.updateMany({ where: { id: importId }, data });
}
