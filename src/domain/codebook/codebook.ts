import {
  ATTRIBUTES,
  type AttributeName,
  type AttributeRule,
  attributesOf,
  COMMON_ATTRIBUTES,
} from '../attributes.ts';
import {
  BUILT_IN_TAGS,
  type BuiltInTag,
  capitalised,
  isBuiltIn,
  TAG_FACTS,
  type Tag,
  type TagFacts,
} from '../tag.ts';
import type { CodebookField } from './field.ts';

/** What a project says of one tag. */
export interface CodebookTag extends Pick<TagFacts, 'name' | 'plural' | 'letter' | 'hue' | 'definition'> {
  /** Stands in the database and in files, and never changes. */
  readonly key: Tag;
  /** When to choose it, and when not; empty where nothing is said. */
  readonly useWhen: string;
  readonly notWhen: string;
  /** Words that are rightly tagged so, each with what there is to say of it. */
  readonly examples: readonly string[];
  /** What is asked of each annotation, of all that a built-in tag may have. */
  readonly attributes: readonly AttributeName[];
  /** Whether it is no longer offered. What is tagged with it already stays. */
  readonly isOff: boolean;
}

/** The tags of a project with their definitions, in the order in which they are offered. */
export interface Codebook {
  readonly tags: readonly CodebookTag[];
  /** What the project asks of annotations beside what the program knows, in its order. */
  readonly fields: readonly CodebookField[];
}

/** A codebook as it was saved in a project, counted from one. */
export interface NumberedCodebook extends Codebook {
  readonly number: number;
}

/** Most characters of each text of a codebook, and most examples of a tag. */
export const CODEBOOK_LIMITS = {
  name: 40,
  text: 2000,
  example: 500,
  examples: 20,
  remark: 200,
  ownTags: 20,
  fields: 40,
  choices: 50,
} as const;

/** Version 1 of every codebook: it holds where a project says nothing else, and is stored nowhere. */
export const DEFAULT_CODEBOOK: NumberedCodebook = {
  number: 1,
  tags: BUILT_IN_TAGS.map(defaultTag),
  fields: [],
};

/** What the default codebook says of a tag. */
export function defaultTag(key: BuiltInTag): CodebookTag {
  const { name, plural, letter, hue, definition, description } = TAG_FACTS[key];
  return {
    key,
    name,
    plural,
    letter,
    hue,
    definition,
    useWhen: description,
    notWhen: '',
    examples: [],
    attributes: askedOf(key),
    isOff: false,
  };
}

/** The attributes that are always asked for where a tag is built in. */
function askedOf(key: BuiltInTag): readonly AttributeName[] {
  return attributesOf(key).flatMap(({ name, isComputed }) => (isComputed ? [] : [name]));
}

/** What a codebook says of a tag; of one that it does not have, no more than its key. */
export function tagIn({ tags }: Codebook, key: Tag): CodebookTag {
  return tags.find((tag) => tag.key === key) ?? (isBuiltIn(key) ? defaultTag(key) : unknownTag(key));
}

function unknownTag(key: Tag): CodebookTag {
  const name = capitalised(key.replaceAll('_', ' '));
  const [letter, hue] = [name.charAt(0), 12 as const];
  const texts = { definition: '', useWhen: '', notWhen: '', examples: [] };
  return { key, name, plural: name, letter, hue, ...texts, attributes: COMMON_ATTRIBUTES, isOff: true };
}

/** The tag of this key, where a codebook has it, switched off or not. */
export function tagNamedIn({ tags }: Codebook, key: string): Tag | undefined {
  return tags.find((tag) => tag.key === key)?.key;
}

/**
 * A codebook with the tags and fields that `before` has and it does not, at the end: what was tagged and filled in keeps
 * what it means. `leftOut`: whoever made it knew of them, so that they are switched off.
 */
export function withAllOf(before: Codebook, { tags, fields }: Codebook, leftOut = true): Codebook {
  return {
    tags: withMissing(before.tags, tags, leftOut),
    fields: withMissing(before.fields, fields, leftOut),
  };
}

function withMissing<Part extends { readonly key: string; readonly isOff: boolean }>(
  before: readonly Part[],
  parts: readonly Part[],
  leftOut: boolean,
): readonly Part[] {
  const missing = before.filter(({ key }) => !parts.some((part) => part.key === key));
  return [...parts, ...missing.map((part) => (leftOut ? { ...part, isOff: true } : part))];
}

/** The tags that can be given, in their order. */
export function offeredTags({ tags }: Codebook): readonly CodebookTag[] {
  return tags.filter(({ isOff }) => !isOff);
}

/** The attributes of a tag that a person fills in, in the order of the forms. */
export function askedAttributes(codebook: Codebook, tag: Tag): readonly AttributeRule[] {
  const { attributes } = tagIn(codebook, tag);
  return ATTRIBUTES.filter(({ name }) => attributes.includes(name));
}

/** The tags of a codebook that have an attribute: the built-in ones as always, others where it is asked for. */
export function tagsHaving({ tags }: Codebook, { name, tags: builtIn }: AttributeRule): readonly Tag[] {
  const having = tags.filter(({ key, attributes }) =>
    isBuiltIn(key) ? builtIn.includes(key) : attributes.includes(name),
  );
  return having.map(({ key }) => key);
}

/** Whether a tag can be given. */
export function isOffered(codebook: Codebook, key: Tag): boolean {
  return !tagIn(codebook, key).isOff;
}
