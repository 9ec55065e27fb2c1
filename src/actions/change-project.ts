import { InvalidInputError } from '../domain/errors.ts';
import { type Member, require } from '../domain/permission.ts';
import { nameProblem, sayNameProblem } from '../domain/person-settings.ts';
import type { ProjectSettings } from '../domain/project.ts';
import type { Db } from '../store/client.ts';
import { updateProject } from '../store/members.ts';

/**
 * Changes what holds for everybody in a project. Throws ForbiddenError for members who may not, and
 * InvalidInputError (field `project_name`).
 */
export async function changeProject(
  db: Db,
  member: Member,
  settings: Partial<ProjectSettings>,
): Promise<void> {
  require(member, 'changeProject');
  const problem = settings.name === undefined ? undefined : nameProblem(settings.name);
  if (problem) throw new InvalidInputError({ project_name: sayNameProblem(problem, settings.name ?? '') });
  await updateProject(db, member.projectId, settings);
}
