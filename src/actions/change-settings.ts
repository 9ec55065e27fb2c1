import { InvalidInputError } from '../domain/errors.ts';
import { MAX_NAME, nameProblem, type PersonSettings } from '../domain/person-settings.ts';
import type { Person } from '../domain/project.ts';
import { t } from '../messages/language.ts';
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

/** What is wrong with the name of a person or a project, in a sentence. */
export function sayNameProblem(problem: 'missing' | 'long', name: string): string {
  if (problem === 'missing') return t('settings.nameMissing');
  return t('settings.nameLong', { most: MAX_NAME, length: name.length });
}
