import type { Sight } from '../domain/sight.ts';
import type { Db, Tx } from './client.ts';

/** A name under which work stands in a project. */
export interface Annotator {
  readonly id: string;
  readonly name: string;
}

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

/** The annotators of the codings that may be seen, by name; one whom files name as a member is called is told apart. */
export async function listAnnotators(db: Db, sight: Sight): Promise<Annotator[]> {
  const { projectId, lanes, names } = sight;
  const annotators = await db.annotator.findMany({
    where: { projectId },
    select: { id: true, importedAs: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const shown = await annotatorNames(db, sight);
  const atDesk = new Set(annotators.filter(({ importedAs }) => importedAs === null).map(({ name }) => name));
  const own =
    lanes === 'all' || names === 'real' ? annotators : annotators.filter(({ id }) => lanes.includes(id));
  return own.map(({ id, importedAs, name }) => ({
    id,
    name:
      importedAs !== null && atDesk.has(name) && names === 'real'
        ? `${name} (from files)`
        : (shown.get(id) ?? ''),
  }));
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
