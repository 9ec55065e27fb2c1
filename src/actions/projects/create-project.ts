import { InvalidInputError } from '../../domain/errors.ts';
import { nameProblem, tidyName } from '../../domain/person-settings.ts';
import type { Person } from '../../domain/project.ts';
import type { Db } from '../../store/client.ts';
import { insertProject, type NewProject } from '../../store/projects.ts';
import { sayNameProblem } from '../change-settings.ts';

/** Makes a project of the person's own. Throws InvalidInputError (field `name`). */
export async function createProject(db: Db, { id }: Person, written: string): Promise<NewProject> {
  return insertProject(db, id, { name: checkedProjectName(written) });
}

/** The name of a project as it is kept. Throws InvalidInputError (field `name`). */
export function checkedProjectName(written: string): string {
  const name = tidyName(written);
  const problem = nameProblem(name);
  if (problem) throw new InvalidInputError({ name: sayNameProblem(problem, name) });
  return name;
}
