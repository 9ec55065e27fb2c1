import { v7 as uuidv7 } from 'uuid';
import { NotFoundError } from '../domain/errors.ts';
import type { ImportLine } from '../domain/import.ts';
import type { Lane } from '../domain/lane.ts';
import type { Member } from '../domain/permission.ts';
import type { Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { idsIn, insertImportLines } from './save-sql.ts';
import type { Session } from './session.ts';

/**
 * The people whom files of a project have named, by those names, each made where no file has named them yet.
 * A person of the desk is none of them, whatever they are called: nobody writes as somebody else by importing
 * a file.
 */
export async function peopleNamed(
  tx: Tx,
  { projectId }: Member,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = await tx.annotator.findMany({
    where: { projectId, importedAs: { in: [...names] } },
    select: { id: true, importedAs: true },
  });
  const people = new Map(found.map(({ importedAs, id }) => [importedAs ?? '', id]));
  for (const name of names) {
    if (people.has(name)) continue;
    const id = uuidv7();
    await tx.annotator.create({ data: { projectId, id, name, importedAs: name } });
    people.set(name, id);
  }
  return people;
}

/** What the people of a project are called, by their ids. */
export async function namesOfPeople(tx: Tx, { projectId }: Member): Promise<Map<string, string>> {
  const people = await tx.annotator.findMany({ where: { projectId }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What is known of an annotation's id, whatever project it is in. */
export interface KnownId {
  readonly projectId: string;
  readonly articleId: string;
  readonly annotatorId: string;
  readonly lane: Lane;
}

/** Those of the ids that an annotation has, deleted ones included. */
export async function knownIds(session: Session, ids: readonly string[]): Promise<Map<string, KnownId>> {
  const rows = await session.rows(Prisma.sql`
    SELECT "id", "projectId", "articleId", "annotatorId", "lane" FROM "Annotation" WHERE "id" IN (${idsIn(session.dialect, ids)})`);
  return new Map(
    rows.map((row) => {
      const [id = '', projectId = '', articleId = '', annotatorId = '', lane = ''] = row.map(String);
      return [id, { projectId, articleId, annotatorId, lane }];
    }),
  );
}

/**
 * Notes what became of a document, and that the import goes on behind it. Throws NotFoundError where the
 * import is not in the member's project.
 */
export async function settleDocument(
  tx: Tx,
  session: Session,
  { member, importId }: { readonly member: Member; readonly importId: string },
  lines: readonly ImportLine[],
  done: number,
): Promise<void> {
  await insertImportLines(session, importId, lines);
  const where = { id: importId, projectId: member.projectId };
  const { count } = await tx.import.updateMany({ where, data: { done } });
  if (count === 0) throw new NotFoundError('import');
}

/** Notes into which codings an import has written: who may write in all of them may undo it. */
export async function noteLanes(tx: Tx, importId: string, lanes: readonly Lane[]): Promise<void> {
  const found = await tx.import.findUnique({ where: { id: importId }, select: { lanes: true } });
  const known = lanesIn(found?.lanes) ?? [];
  const all = [...new Set([...known, ...lanes])];
  if (all.length > known.length)
    await tx.import.updateMany({ where: { id: importId }, data: { lanes: all.sort() } });
}

/** The noted lanes; null where none were, as in an import from before they were. */
export function lanesIn(kept: unknown): Lane[] | null {
  return Array.isArray(kept) ? kept.map(String) : null;
}
