import { ATTRIBUTES, type AttributeName, type Choice } from './attributes.ts';
import type { CodebookTag } from './codebook/codebook.ts';
import { isBuiltIn, type Tag } from './tag.ts';

/** A field of a tag on which coders can agree, and what its values are. */
export interface ComparableField {
  readonly name: AttributeName;
  readonly tag: Tag;
  readonly level: 'nominal' | 'ordinal' | 'interval';
  /** Of an ordinal field its values in order. */
  readonly values?: readonly Choice[] | undefined;
}

/** Says something of whoever codes, not of what is coded. */
const OF_THE_CODER: readonly AttributeName[] = ['confidence', 'note'];

/** The fields of tags that say something of the words, each once for every tag that it is on. */
export function comparableFields(
  tags: readonly Pick<CodebookTag, 'key' | 'attributes'>[],
): ComparableField[] {
  const told = ATTRIBUTES.filter(({ name, isComputed }) => !isComputed && !OF_THE_CODER.includes(name));
  return told.flatMap(({ name, tags: builtIn, kind, choices, isOrdered }) => {
    const on = tags.filter(({ key, attributes }) =>
      isBuiltIn(key) ? builtIn.includes(key) : attributes.includes(name),
    );
    return on.map(({ key: tag }) => {
      if (isOrdered) return { name, tag, level: 'ordinal' as const, values: choices };
      return { name, tag, level: kind === 'number' ? ('interval' as const) : ('nominal' as const) };
    });
  });
}
