import type { Tag } from '../tag.ts';

/** What can be asked for: a line, a text, a number, a day, yes or no, one or several of a list, or a step of a scale. */
export const FIELD_KINDS = [
  'line',
  'paragraph',
  'number',
  'date',
  'yes-no',
  'one',
  'several',
  'scale',
] as const;

/** What a field asks for. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** The kinds that choose from a list. */
export const CHOOSING: readonly FieldKind[] = ['one', 'several', 'scale'];

/** Another field that must hold something before a field is asked for. */
export interface Condition {
  readonly field: string;
  /** As `writeAnswer` writes it; of a field that holds several one of them. */
  readonly value: string;
}

/** Something that a project asks of its annotations beside what the program knows. */
export interface CodebookField {
  /** Stands in the database and in files, there behind `field_`, and never changes. */
  readonly key: string;
  readonly name: string;
  readonly kind: FieldKind;
  /** The tags that it is asked of. */
  readonly tags: readonly Tag[];
  /** What to fill in, in a sentence; empty where nothing is said. */
  readonly help: string;
  /** What may be chosen, in its order; of a scale from the least to the most. */
  readonly choices: readonly string[];
  /** What a number is measured in; empty where nothing is said. */
  readonly unit: string;
  /** Whether an annotation without it is not finished. */
  readonly isRequired: boolean;
  readonly shownIf: Condition | null;
  /** Whether it is no longer asked for. What is filled in already stays. */
  readonly isOff: boolean;
}

/** What is filled in in one field. A day is `2026-11-28`. */
export type Answer = string | number | boolean | readonly string[];

/** What is filled in in a project's own fields, by their keys; a field that is not there holds nothing. */
export type Answers = Readonly<Record<string, Answer>>;

/** The name of a field in forms and in files. */
export type OwnFieldName = `field_${string}`;

/** The name of the field of this key. */
export function ownField(key: string): OwnFieldName {
  return `field_${key}`;
}

/** The key of a field by that name; undefined for a name of something else. */
export function ownFieldKey(name: string): string | undefined {
  return /^field_([a-z][a-z0-9_]{0,39})$/.exec(name)?.[1];
}

/** What stands between several choices in one cell. No choice may have it inside. */
export const CHOICE_JOINT = '; ';

/** An answer as files and forms have it: `yes`, `3.5`, `2026-11-28`, `politics; sport`. */
export function writeAnswer(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return typeof answer === 'object' ? answer.join(CHOICE_JOINT) : String(answer);
}

type WrittenAnswer = readonly [name: OwnFieldName, text: string];

/** Thousands of annotations without answers are written one after another. */
const NONE: readonly WrittenAnswer[] = [];

/** Answers as files and forms have them: each by the name of its field, as text. */
export function writeAnswers(answers: Answers | null): readonly WrittenAnswer[] {
  if (answers === null) return NONE;
  return Object.entries(answers).map(([key, answer]) => [ownField(key), writeAnswer(answer)]);
}

/** Answers without the fields that hold nothing; null where none holds anything, as it is stored. */
export function answersOrNull(answers: Readonly<Record<string, Answer | null>>): Answers | null {
  const given = Object.entries(answers).filter(
    (entry): entry is [string, Answer] =>
      entry[1] !== null && entry[1] !== '' && !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return given.length === 0 ? null : Object.fromEntries(given);
}
