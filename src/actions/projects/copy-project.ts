import { audit } from '../../accounts/audit.ts';
import { type Member, require } from '../../domain/permission.ts';
import { checkedName } from '../../domain/person-settings.ts';
import type { Project } from '../../domain/project.ts';
import { wakeWorker } from '../../import/worker.ts';
import type { Db } from '../../store/client.ts';
import { insertArticleCopy } from '../../store/copies.ts';
import { insertCopy, type NewProject } from '../../store/projects.ts';
import type { From } from '../people/change-people.ts';

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
  from: From = {},
): Promise<BegunCopy> {
  require(member, 'copyProject');
  const newName = checkedName(order.name);
  let importId: string | undefined;
  const made = await insertCopy(db, member, newName, async (tx, copy) => {
    if (order.withArticles) importId = await insertArticleCopy(tx, copy, { id, name });
    const details = { articles: order.withArticles };
    const about = { projectId: id, accountId: member.accountId, subject: copy.id };
    await audit(tx, { action: 'project-copied', ...about, details, ...from });
  });
  if (importId === undefined) return made;
  wakeWorker(db);
  return { ...made, importId };
}
