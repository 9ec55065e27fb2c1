/** An object of the Web Annotation Data Model. */
export interface WebAnnotation {
  readonly id: string;
  readonly body: readonly object[];
  readonly target: object | readonly object[];
  /** The model has many more. */
  readonly [term: string]: unknown;
}

/** The person, where they have a name. */
export function createdBy(name: string | null): object {
  return name === '' || name === null ? {} : { creator: { type: 'Person', name } };
}

/** A list of one is written as that one. */
export function oneOrMany(targets: readonly object[]): object | readonly object[] {
  const [only, ...others] = targets;
  return only && others.length === 0 ? only : targets;
}

/** A body of words; `label` names what they say where the purpose does not. */
export function textualBody(purpose: string, value: string, label?: string): object {
  return { type: 'TextualBody', purpose, ...(label === undefined ? {} : { label }), value };
}
