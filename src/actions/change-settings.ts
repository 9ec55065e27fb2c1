import { InvalidInputError } from '../domain/errors.ts';
import { nameProblem, type PersonSettings, sayNameProblem } from '../domain/person-settings.ts';
import type { Person } from '../domain/project.ts';
import type { Db } from '../store/client.ts';
import { updatePerson } from '../store/members.ts';

/** Changes some of a person's own settings. Throws InvalidInputError (field `name`). */
export async function changeSettings(
  db: Db,
  { id }: Person,
  settings: Partial<PersonSettings>,
): Promise<void> {
  const problem = settings.name === undefined ? undefined : nameProblem(settings.name);
  if (problem) throw new InvalidInputError({ name: sayNameProblem(problem, settings.name ?? '') });
  await updatePerson(db, id, settings);
}
