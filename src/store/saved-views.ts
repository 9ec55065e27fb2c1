import { v7 as uuidv7 } from 'uuid';
import type { Member } from '../domain/permission.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { Db } from './client.ts';

const COLUMNS = { id: true, name: true, query: true } as const;

/** The views that a person keeps in a project, by name. */
export function listViews(db: Db, { projectId, accountId }: Member): Promise<SavedView[]> {
  return db.savedView.findMany({
    where: { projectId, accountId },
    select: COLUMNS,
    orderBy: { name: 'asc' },
  });
}

/** Keeps a view; the id of one of this name that is there already is given with `isNew` false. */
export async function insertView(
  db: Db,
  { projectId, accountId }: Member,
  view: Omit<SavedView, 'id'>,
): Promise<SavedView & { readonly isNew: boolean }> {
  const id = uuidv7();
  const own = { projectId, accountId, name: view.name };
  const kept = await db.savedView.upsert({
    where: { projectId_accountId_name: own },
    create: { ...own, id, query: view.query },
    update: {},
    select: COLUMNS,
  });
  return { ...kept, isNew: kept.id === id };
}

/** Gives a view another name. */
export async function renameView(
  db: Db,
  { projectId, accountId }: Member,
  id: string,
  name: string,
): Promise<void> {
  await db.savedView.updateMany({ where: { id, projectId, accountId }, data: { name } });
}

/** Forgets a view. */
export async function deleteView(db: Db, { projectId, accountId }: Member, id: string): Promise<void> {
  await db.savedView.deleteMany({ where: { id, projectId, accountId } });
}
