import { type Member, require } from '../../domain/permission.ts';
import { checkedName } from '../../domain/person-settings.ts';
import type { Project } from '../../domain/project.ts';
import { wakeWorker } from '../../import/worker.ts';
import type { Db } from '../../store/client.ts';
import { insertArticleCopy } from '../../store/copies.ts';
import { insertCopy, type NewProject } from '../../store/projects.ts';

/** What is to be copied, and how the copy is to be called. */
export interface CopyOrder {
  readonly name: string;
  readonly withArticles: boolean;
}

/** A copy that was begun; `importId` is that of the work in the background which brings its articles. */
export type BegunCopy = NewProject & { readonly importId?: string };

/**
 * Makes a project with the settings of another and nobody in it but who copies. Its articles follow in the background,
 * with texts and sources and without anybody's work. Throws ForbiddenError, InvalidInputError (field `name`).
 */
export async function copyProject(
  db: Db,
  member: Member,
  { id, name }: Pick<Project, 'id' | 'name'>,
  order: CopyOrder,
): Promise<BegunCopy> {
  require(member, 'copyProject');
  const newName = checkedName(order.name);
  if (!order.withArticles) return insertCopy(db, member, newName);
  let importId = '';
  const made = await insertCopy(db, member, newName, async (tx, copy) => {
    importId = await insertArticleCopy(tx, copy, { id, name });
  });
  wakeWorker(db);
  return { ...made, importId };
}
