import { TAG_FACTS, TAGS, type Tag, type TagFacts } from '../tag.ts';

/** What a project says of one tag. */
export interface CodebookTag extends Pick<TagFacts, 'name' | 'plural' | 'letter' | 'hue' | 'definition'> {
  /** Stands in the database and in files, and never changes. */
  readonly key: Tag;
  /** When to choose it, and when not; empty where nothing is said. */
  readonly useWhen: string;
  readonly notWhen: string;
  /** Words that are rightly tagged so, each with what there is to say of it. */
  readonly examples: readonly string[];
  /** Whether it is no longer offered. What is tagged with it already stays. */
  readonly isOff: boolean;
}

/** The tags of a project with their definitions, in the order in which they are offered. */
export interface Codebook {
  readonly tags: readonly CodebookTag[];
}

/** A codebook as it was saved in a project, counted from one. */
export interface NumberedCodebook extends Codebook {
  readonly number: number;
}

/** Most characters of each text of a codebook, and most examples of a tag. */
export const CODEBOOK_LIMITS = { name: 40, text: 2000, example: 500, examples: 20, remark: 200 } as const;

/** Version 1 of every codebook: it holds where a project says nothing else, and is stored nowhere. */
export const DEFAULT_CODEBOOK: NumberedCodebook = { number: 1, tags: TAGS.map(defaultTag) };

/** What the default codebook says of a tag. */
export function defaultTag(key: Tag): CodebookTag {
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
    isOff: false,
  };
}

/** What a codebook says of a tag. */
export function tagIn({ tags }: Codebook, key: Tag): CodebookTag {
  return tags.find((tag) => tag.key === key) ?? defaultTag(key);
}

/** The tags that can be given, in their order. */
export function offeredTags({ tags }: Codebook): readonly CodebookTag[] {
  return tags.filter(({ isOff }) => !isOff);
}

/** Whether a tag can be given. */
export function isOffered(codebook: Codebook, key: Tag): boolean {
  return !tagIn(codebook, key).isOff;
}
