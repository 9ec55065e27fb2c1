import { InvalidInputError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { archiveProject, restoreProject } from '../../store/projects.ts';

/**
 * Puts a project away: it can be read and not changed. Throws ForbiddenError, and InvalidInputError (field
 * `archive`) while something is being brought into it.
 */
export async function putAway(db: Db, member: Member): Promise<void> {
  require(member, 'archiveProject');
  if (!(await archiveProject(db, member.projectId)))
    throw new InvalidInputError({ archive: t('projects.importing') });
}

/** Brings a project back that was put away. Throws ForbiddenError. */
export async function bringBack(db: Db, member: Member): Promise<void> {
  require(member, 'archiveProject');
  await restoreProject(db, member.projectId);
}
