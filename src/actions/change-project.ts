import { type Member, require } from '../domain/permission.ts';
import type { Project } from '../domain/project.ts';
import type { Db } from '../store/client.ts';
import { updateProject } from '../store/members.ts';

/** Changes what holds for everybody in a project. Throws ForbiddenError for members who may not. */
export async function changeProject(
  db: Db,
  member: Member,
  settings: Pick<Project, 'suggestions'>,
): Promise<void> {
  require(member, 'changeProject');
  await updateProject(db, member.projectId, settings);
}
