import { t } from '../messages/language.ts';
import { InvalidInputError } from './errors.ts';
import type { Person } from './project.ts';

/** What a person may choose for themselves. */
export type PersonSettings = Omit<Person, 'id'>;

/** Most UTF-16 code units of a person's name. */
export const MAX_NAME = 100;

/** The settings as a form sent them, unchecked: a check box that is not set sends nothing. */
export function sentSettings(fields: Readonly<Record<string, string | undefined>>): PersonSettings {
  return {
    name: (fields.name ?? '').replaceAll(/\s+/g, ' ').trim(),
    keys: fields.keys !== undefined,
    trimSelections: fields.trim_selections !== undefined,
    suggestions: fields.suggestions !== undefined,
  };
}

/** Throws InvalidInputError (field `name`) for settings that cannot be. */
export function checkSettings({ name }: PersonSettings): void {
  if (name === '') throw new InvalidInputError({ name: t('person.noName') });
  if (name.length > MAX_NAME) {
    throw new InvalidInputError({ name: t('person.nameTooLong', { most: MAX_NAME, given: name.length }) });
  }
}
