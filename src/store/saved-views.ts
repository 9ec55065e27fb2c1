import { v7 as uuidv7 } from 'uuid';
import type { Member } from '../domain/permission.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { Db } from './client.ts';

const COLUMNS = { id: true, name: true, query: true } as const;

/** The views that a person keeps in a project, by name. */
export function listViews(db: Db, { projectId, userId }: Member): Promise<SavedView[]> {
  return db.savedView.findMany({ where: { projectId, userId }, select: COLUMNS, orderBy: { name: 'asc' } });
}

/** Keeps a view; the id of one of this name that is there already is given with `isNew` false. */
export async function insertView(
  db: Db,
  { projectId, userId }: Member,
  view: Omit<SavedView, 'id'>,
): Promise<SavedView & { readonly isNew: boolean }> {
  const id = uuidv7();
  const own = { projectId, userId, name: view.name };
  const kept = await db.savedView.upsert({
    where: { projectId_userId_name: own },
    create: { ...own, id, query: view.query },
    update: {},
    select: COLUMNS,
  });
  return { ...kept, isNew: kept.id === id };
}

/** Gives a view another name. */
export async function renameView(
  db: Db,
  { projectId, userId }: Member,
  id: string,
  name: string,
): Promise<void> {
  await db.savedView.updateMany({ where: { id, projectId, userId }, data: { name } });
}

/** Forgets a view. */
export async function deleteView(db: Db, { projectId, userId }: Member, id: string): Promise<void> {
  await db.savedView.deleteMany({ where: { id, projectId, userId } });
}
