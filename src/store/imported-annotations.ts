import { v7 as uuidv7 } from 'uuid';
import { NotFoundError } from '../domain/errors.ts';
import type { ImportLine } from '../domain/import.ts';
import type { Member } from '../domain/permission.ts';
import type { Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { idsIn, insertImportLines } from './save-sql.ts';
import type { Session } from './session.ts';

/** Lets the imports of one project in one by one, so that a person whom two of them name is made once. */
export async function lockProject(tx: Tx, { projectId }: Member): Promise<void> {
  await tx.project.updateMany({ where: { id: projectId }, data: { id: projectId } });
}

/** The people of a project by name, each made, with a place in the project as an annotator, where there is none. */
export async function peopleNamed(
  tx: Tx,
  { projectId, userId }: Member,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const wanted = [...names];
  const found = await tx.membership.findMany({
    where: { projectId, user: { name: { in: wanted } } },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { userId: 'desc' },
  });
  // Of several with one name the importing person themself, else the first: the last one set stays.
  const people = new Map(found.map(({ user }) => [user.name, user.id]));
  for (const { user } of found) if (user.id === userId) people.set(user.name, userId);
  for (const name of wanted.filter((each) => !people.has(each))) {
    const id = uuidv7();
    await tx.user.create({ data: { id, name, memberships: { create: { projectId, role: 'annotator' } } } });
    people.set(name, id);
  }
  return people;
}

/** What is known of an annotation's id, whatever project it is in. */
export interface KnownId {
  readonly projectId: string;
  readonly articleId: string;
}

/** Those of the ids that an annotation has, deleted ones included. */
export async function knownIds(session: Session, ids: readonly string[]): Promise<Map<string, KnownId>> {
  const rows = await session.rows(Prisma.sql`
    SELECT "id", "projectId", "articleId" FROM "Annotation" WHERE "id" IN (${idsIn(session.dialect, ids)})`);
  return new Map(
    rows.map((row) => {
      const [id = '', projectId = '', articleId = ''] = row.map(String);
      return [id, { projectId, articleId }];
    }),
  );
}

/**
 * Notes what became of a document, and that the import goes on behind it. Throws NotFoundError where the import is not
 * in the member's project.
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
