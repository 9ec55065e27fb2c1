import type { Annotator } from '../domain/annotator.ts';
import { isOwnLane } from '../domain/lane.ts';
import type { Sight } from '../domain/sight.ts';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';

const { sql, join } = Prisma;

/** What the annotators of a project are called, by their ids, as whoever looks may know them. */
export async function annotatorNames(db: Db | Tx, sight: Sight): Promise<ReadonlyMap<string, string>> {
  const annotators = await db.annotator.findMany({
    where: { projectId: sight.projectId },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  return new Map(annotators.map(({ id, name }, at) => [id, sight.names === 'real' ? name : letterAt(at)]));
}

/** `A`, `B`, … `Z`, `AA`: who they are stays hidden, that they are the same stays seen. */
function letterAt(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterAt(Math.floor(at / 26) - 1) + last;
}

/**
 * The annotators whose work may be seen, by name. One whom files name as a member is called is marked, so that they can
 * be told apart.
 */
export async function listAnnotators(db: Db, sight: Sight): Promise<Annotator[]> {
  const { projectId, names } = sight;
  const annotators = await db.annotator.findMany({
    where: { projectId },
    select: { id: true, importedAs: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const shown = await annotatorNames(db, sight);
  const seen = await idsOfSeen(db, sight);
  const atDesk = new Set(annotators.filter(({ importedAs }) => importedAs === null).map(({ name }) => name));
  const listed = annotators
    .filter(({ id }) => seen === 'all' || seen.has(id))
    .map(({ id, importedAs, name }) => ({
      id,
      name: shown.get(id) ?? '',
      isFromFiles: names === 'real' && importedAs !== null && atDesk.has(name),
    }));
  // In the order of their names the letters would tell who is who.
  return names === 'real' ? listed : listed.toSorted((a, b) => byLength(a.name, b.name));
}

/** `Z` before `AA`. */
function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Whose work stands in the codings that may be seen; a coding of somebody's own is theirs though it is empty. */
async function idsOfSeen(session: Session, sight: Sight): Promise<ReadonlySet<string> | 'all'> {
  if (sight.lanes === 'all') return 'all';
  const ofSeveral = sight.lanes.filter((lane) => !isOwnLane(lane));
  if (ofSeveral.length === 0) return new Set(sight.lanes);
  // The first row of each annotator answers; to list them from the rows would read all of these.
  const rows = await session.rows(sql`
    SELECT "a"."id" FROM "Annotator" AS "a" WHERE "a"."projectId" = ${sight.projectId} AND EXISTS (
      SELECT 1 FROM "Annotation" AS "n" WHERE "n"."projectId" = "a"."projectId"
        AND "n"."annotatorId" = "a"."id" AND "n"."lane" IN (${join(ofSeveral)}) AND "n"."deletedAt" IS NULL)`);
  return new Set([...sight.lanes, ...rows.map(([id]) => String(id))]);
}

/** A name that came with files. */
export interface ImportedName {
  readonly id: string;
  readonly name: string;
  /** As files have it, whatever it is called now. */
  readonly importedAs: string;
  /** Whose it is; null for nobody's. */
  readonly accountId: string | null;
}

const IMPORTED = { id: true, name: true, importedAs: true, accountId: true } as const;

/** The names that came with files of a project, by name. */
export async function listImported(db: Db, projectId: string): Promise<ImportedName[]> {
  const where = { projectId, importedAs: { not: null } };
  const orderBy = [{ name: 'asc' as const }, { id: 'asc' as const }];
  const rows = await db.annotator.findMany({ where, select: IMPORTED, orderBy });
  return rows.map((row) => ({ ...row, importedAs: row.importedAs ?? '' }));
}

/** One of them, or null. */
export async function findImported(db: Db | Tx, projectId: string, id: string): Promise<ImportedName | null> {
  const where = { projectId, id, importedAs: { not: null } };
  const row = await db.annotator.findFirst({ where, select: IMPORTED });
  return row && { ...row, importedAs: row.importedAs ?? '' };
}

/** Says what a name that came with files is called, and whose it is. */
export async function updateImported(
  tx: Tx,
  projectId: string,
  id: string,
  data: Pick<ImportedName, 'name' | 'accountId'>,
): Promise<void> {
  await tx.annotator.updateMany({ where: { projectId, id, importedAs: { not: null } }, data });
}
