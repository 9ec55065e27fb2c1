import { t } from '../messages/language.ts';
import { InvalidInputError } from './errors.ts';
import { ON_LEAVING, type Person, type ProjectSettings, THEMES } from './project.ts';

/** What a person may choose for themselves. */
export type PersonSettings = Omit<Person, 'id'>;

/** Most UTF-16 code units of the name of a person or a project. */
export const MAX_NAME = 100;

type Fields = Readonly<Record<string, string | undefined>>;

/** The names under which forms send what is on or off. */
export const SWITCHES = {
  trimSelections: 'trim_selections',
  keys: 'keys',
  cardFocus: 'card_focus',
  suggestions: 'suggestions',
} as const satisfies Partial<Record<keyof PersonSettings, string>>;

/** The settings that a form sent, unchecked; it may hold some of them only. A switch sends `1` or `0`. */
export function sentSettings(fields: Fields): Partial<PersonSettings> {
  const theme = THEMES.find((known) => known === fields.theme);
  return {
    ...(fields.name !== undefined && { name: tidyName(fields.name) }),
    ...(theme && { theme }),
    ...switchesIn(fields),
  };
}

/** The settings of a project that a form sent, unchecked; it may hold some of them only. */
export function sentProjectSettings(fields: Fields): Partial<ProjectSettings> {
  const { project_name: name, hide_suggestions: hide, hide_coders, on_leaving } = fields;
  const onLeaving = ON_LEAVING.find((known) => known === on_leaving);
  return {
    ...(name !== undefined && { name: tidyName(name) }),
    ...(hide !== undefined && { suggestions: hide !== '1' }),
    ...(hide_coders !== undefined && { hidesCoders: hide_coders === '1' }),
    ...(onLeaving && { onLeaving }),
  };
}

/** What is wrong with a name. */
export function nameProblem(name: string): 'missing' | 'long' | undefined {
  if (name === '') return 'missing';
  return name.length > MAX_NAME ? 'long' : undefined;
}

/** What is wrong with the name of a person or a project, in a sentence. */
export function sayNameProblem(problem: 'missing' | 'long', name: string): string {
  if (problem === 'missing') return t('settings.nameMissing');
  return t('settings.nameLong', { most: MAX_NAME, length: name.length });
}

/** A person's name as it was typed, without stray spaces. Throws InvalidInputError (field `name`). */
export function checkedName(typed: string): string {
  const name = tidyName(typed);
  const problem = nameProblem(name);
  if (problem) throw new InvalidInputError({ name: sayNameProblem(problem, name) });
  return name;
}

function tidyName(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim();
}

function switchesIn(fields: Fields): Partial<PersonSettings> {
  const sent = Object.entries(SWITCHES).filter(([, field]) => fields[field] !== undefined);
  return Object.fromEntries(sent.map(([name, field]) => [name, fields[field] === '1']));
}
