import { InvalidInputError, NotFoundError } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import { MAX_VIEW_NAME, MAX_VIEWS, type SavedView } from '../domain/saved-view.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { deleteView, insertView, listViews, renameView } from '../store/saved-views.ts';

/**
 * Keeps a view of the table for a person; whoever may see a project may keep views of it. The same view under the same
 * name again is the one that is there. Throws InvalidInputError (field `name`).
 */
export async function keepView(db: Db, member: Member, view: Omit<SavedView, 'id'>): Promise<SavedView> {
  const name = checkedName(view.name);
  const views = await listViews(db, member);
  const isKept = views.some((one) => one.name === name);
  if (!isKept && views.length >= MAX_VIEWS)
    throw new InvalidInputError({ name: t('annotations.viewsTooMany', { most: MAX_VIEWS }) });
  const kept = await insertView(db, member, { ...view, name });
  if (!kept.isNew && kept.query !== view.query)
    throw new InvalidInputError({ name: t('annotations.viewNameTaken') });
  return kept;
}

/** Gives a person's view another name. Throws NotFoundError, InvalidInputError (field `name`). */
export async function renameOwnView(db: Db, member: Member, id: string, newName: string): Promise<SavedView> {
  const view = await ownView(db, member, id);
  const name = checkedName(newName);
  const isTaken = (await listViews(db, member)).some((one) => one.name === name && one.id !== id);
  if (isTaken) throw new InvalidInputError({ name: t('annotations.viewNameTaken') });
  await renameView(db, member, id, name);
  return { ...view, name };
}

/** Forgets a person's view, and gives it, so that it can be kept again. Throws NotFoundError. */
export async function forgetView(db: Db, member: Member, id: string): Promise<SavedView> {
  const view = await ownView(db, member, id);
  await deleteView(db, member, id);
  return view;
}

async function ownView(db: Db, member: Member, id: string): Promise<SavedView> {
  const view = (await listViews(db, member)).find((one) => one.id === id);
  if (!view) throw new NotFoundError('view');
  return view;
}

function checkedName(written: string): string {
  const name = written.replaceAll(/\s+/g, ' ').trim();
  if (name === '') throw new InvalidInputError({ name: t('annotations.viewNameMissing') });
  if (name.length <= MAX_VIEW_NAME) return name;
  const lengths = { most: MAX_VIEW_NAME, count: name.length };
  throw new InvalidInputError({ name: t('annotations.viewNameLong', lengths) });
}
