import { checkSettings, type PersonSettings } from '../domain/person-settings.ts';
import type { Person } from '../domain/project.ts';
import type { Db } from '../store/client.ts';
import { updatePerson } from '../store/members.ts';

/** Changes a person's own settings. Throws InvalidInputError (field `name`). */
export async function changeSettings(db: Db, { id }: Person, settings: PersonSettings): Promise<void> {
  checkSettings(settings);
  await updatePerson(db, id, settings);
}
