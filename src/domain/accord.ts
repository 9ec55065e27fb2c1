import type { Annotation } from './annotation.ts';
import { ATTRIBUTES, type AttributeName } from './attributes.ts';
import { type Casable, type Case, membersOf } from './case.ts';
import { type OwnFieldName, ownField } from './codebook/field.ts';
import { sameContent } from './history.ts';

/** What coders may differ in on the same words: the words themselves, the tag, a field, or one of the project's own. */
export type Difference = 'words' | 'tag' | AttributeName | OwnFieldName;

/** A coder's own remarks, which are no part of what the final coding has to say. */
const OWN: readonly AttributeName[] = ['confidence', 'note'];

/** The fields in which coders can differ. */
export const COMPARED_FIELDS: readonly AttributeName[] = ATTRIBUTES.filter(
  ({ name, isComputed }) => !isComputed && !OWN.includes(name),
).map(({ name }) => name);

type Compared = Casable & Pick<Annotation, AttributeName | 'answers'>;

/** In what the members of a case differ; nothing where there is one alone. */
export function differencesIn<Tagged extends Compared>(members: readonly Tagged[]): Difference[] {
  const [first, ...others] = members;
  if (!first) return [];
  const differ = (of: (member: Tagged) => unknown) =>
    others.some((other) => !sameContent(of(first), of(other)));
  const differences: Difference[] = [];
  if (differ(({ parts }) => parts)) differences.push('words');
  if (differ(({ tag }) => tag)) differences.push('tag');
  const keys = [...new Set(members.flatMap(({ answers }) => Object.keys(answers ?? {})))];
  const own = keys.filter((key) => differ(({ answers }) => answers?.[key]));
  return [
    ...differences,
    ...COMPARED_FIELDS.filter((name) => differ((member) => member[name])),
    ...own.map(ownField),
  ];
}

/** How far coders agree on a case: all have the same; they differ; or one has something and the others nothing. */
export type Accord = 'agreed' | 'differs' | 'alone';

/** How far the coders agree on a case. Of one coder there is nobody to agree with. */
export function accordOf<Tagged extends Compared>(one: Pick<Case<Tagged>, 'members'>): Accord {
  const members = membersOf(one);
  if (members.length === 1) return 'alone';
  return members.length === one.members.length && differencesIn(members).length === 0 ? 'agreed' : 'differs';
}
