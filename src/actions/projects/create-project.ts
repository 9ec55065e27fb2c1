import { ForbiddenError } from '../../domain/errors.ts';
import { checkedName } from '../../domain/person-settings.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { insertProject, type NewProject } from '../../store/projects.ts';

/** Who makes a project: the person of local mode, or somebody who signed in and may look after the desk. */
export interface Maker {
  readonly accountId: string;
  readonly isAdmin: boolean;
}

/** Makes a project of the maker's own. Throws ForbiddenError, InvalidInputError (field `name`). */
export async function createProject(
  db: Db,
  { accountId, isAdmin }: Maker,
  typed: string,
): Promise<NewProject> {
  if (!isAdmin) throw new ForbiddenError(t('refusal.createProject'));
  return insertProject(db, accountId, { name: checkedName(typed) });
}
