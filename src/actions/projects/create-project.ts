import { audit } from '../../accounts/audit.ts';
import { requireAdmin } from '../../domain/permission.ts';
import { checkedName } from '../../domain/person-settings.ts';
import type { Db } from '../../store/client.ts';
import { insertProject, type NewProject } from '../../store/projects.ts';

/** Who makes a project: the person of local mode, or somebody who signed in and may look after the desk. */
export interface Maker {
  readonly accountId: string;
  readonly isAdmin: boolean;
  /** From where they ask. */
  readonly address?: string | undefined;
}

/** Makes a project of the maker's own. Throws ForbiddenError, InvalidInputError (field `name`). */
export async function createProject(db: Db, maker: Maker, typed: string): Promise<NewProject> {
  requireAdmin(maker);
  const { accountId, address } = maker;
  const made = await insertProject(db, accountId, { name: checkedName(typed) });
  await audit(db, { action: 'project-made', projectId: made.id, accountId, subject: made.id, address });
  return made;
}
