import { sayChord } from '../domain/chord.ts';
import { type KeyProblem, keyField, readKeys, type TypedKeys } from '../domain/chosen-keys.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { DEFAULT_KEYS, deedsIn, type Keymap, keymapOf } from '../domain/keys.ts';
import type { Person } from '../domain/project.ts';
import { sayDeed } from '../domain/say-deed.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { updatePerson } from '../store/members.ts';

/**
 * Changes all of a person's keys, where the usual ones are `usual`; keys for tags of other projects stay. Throws
 * InvalidInputError; its fields are those that `keyField` names.
 */
export async function changeKeys(
  db: Db,
  { id, chosenKeys }: Person,
  typed: TypedKeys,
  usual: Keymap = DEFAULT_KEYS,
): Promise<void> {
  const { chosen, problems } = readKeys(typed, keymapOf(chosenKeys, usual), usual);
  const deeds = deedsIn(usual);
  const wrong = deeds.flatMap((deed) => {
    const problem = problems[deed];
    return problem ? [[keyField(deed, problem.place), sayProblem(problem)]] : [];
  });
  if (wrong.length > 0) throw new InvalidInputError(Object.fromEntries(wrong));
  const elsewhere = Object.entries(chosenKeys).filter(([deed]) => !deeds.some((known) => known === deed));
  await updatePerson(db, id, { chosenKeys: { ...Object.fromEntries(elsewhere), ...chosen } });
}

function sayProblem(problem: KeyProblem): string {
  const key = problem.kind === 'taken' ? sayChord(problem.written) : problem.written;
  switch (problem.kind) {
    case 'taken':
      return t('settings.keyTaken', { key, deed: sayDeed(problem.by) });
    case 'command':
      return t('settings.keyCommand', { key });
    case 'alt':
      return t('settings.keyAlt', { key });
    case 'browser':
      return t('settings.keyBrowser', { key });
    case 'unknown':
      return t('settings.keyUnknown', { key });
  }
}
