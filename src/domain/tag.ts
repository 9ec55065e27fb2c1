import { byKey } from './by-key.ts';
import type { Hue } from './hue.ts';

/** All there is to say of a tag but its attributes, which say for themselves which tags they are on. */
export interface TagFacts {
  /** What one is called, and several. */
  readonly name: string;
  readonly plural: string;
  /** A capital or a digit: stands for it where there is little room, and is its key on the reading page. */
  readonly letter: string;
  readonly hue: Hue;
  /** What it is, in a sentence. */
  readonly definition: string;
  /** What words are marked with it, in a sentence. */
  readonly description: string;
  /** What to mark and what to fill in, for the help page; keys stand between backticks. */
  readonly guidance: string;
  /** Other words for the tag itself, in the singular and in lower case. */
  readonly synonyms: readonly string[];
  /** Words that other tools' labels for such annotations are made of, in the singular and in lower case. */
  readonly labelWords: readonly string[];
  /** Whether the engine suggests it for whole sentences, and so many that a letter shows them, not a line. */
  readonly suggestedBySentence?: true;
}

const TABLE = {
  claim: {
    name: 'Claim',
    plural: 'Claims',
    letter: 'C',
    hue: 1,
    definition: 'A statement of fact that can be checked.',
    description: 'Words that say something is so, which can be checked.',
    guidance: 'Something that is said to be so and could be checked. Say how much it is worth checking.',
    synonyms: [],
    labelWords:
      'claimed checkworthy checkworthiness worthy checkable assertion asserted allegation alleged fact factual'.split(
        ' ',
      ),
    suggestedBySentence: true,
  },
  quote: {
    name: 'Quote',
    plural: 'Quotes',
    letter: 'Q',
    hue: 2,
    definition: 'What somebody said or wrote, word for word or reported.',
    description: 'Words of somebody, or what the article says that they said.',
    guidance:
      'What somebody said, in their words or the writer’s: who said it, with which verb, direct, indirect or mixed. ' +
      'Where the writer breaks into it (“…,” she said, “…”), select the second half and press `+`: both halves are ' +
      'one quote.',
    synonyms: ['quotation'],
    labelWords: ['quoted', 'said', 'say', 'saying', 'speech', 'utterance', 'verbatim'],
  },
  statistic: {
    name: 'Statistic',
    plural: 'Statistics',
    letter: 'S',
    hue: 3,
    definition: 'A figure with what it counts or measures.',
    description: 'A figure: how many, how much, how often.',
    guidance:
      'A figure that tells something: its value, unit and comparator (“more than”), and what it counts.',
    synonyms: ['stat'],
    labelWords:
      'statistical number numeral numeric numerical num figure percent percentage % quantity amount money cardinal measure measurement'.split(
        ' ',
      ),
  },
} as const satisfies Readonly<Record<string, TagFacts>>;

/** The tag of an annotation: its key, which stands in the database and in files and never changes. */
export type Tag = string;

/** A tag that every codebook has. */
export type BuiltInTag = keyof typeof TABLE;

/** What there is to say of each of them. */
export const TAG_FACTS: Readonly<Record<BuiltInTag, TagFacts>> = TABLE;

/** The tags that every codebook has, in the order in which the default one offers them. */
// The table's keys, and there are some.
export const BUILT_IN_TAGS = Object.keys(TABLE) as unknown as readonly [BuiltInTag, ...BuiltInTag[]];

/** Whether every codebook has a tag. */
export function isBuiltIn(tag: Tag): tag is BuiltInTag {
  return Object.hasOwn(TABLE, tag);
}

/** What keys of a project's own tags are made of: they are names in files, addresses and programs. */
export const OWN_KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** Words that stand beside tags somewhere, so that no tag can be called so there. */
export const RESERVED_KEYS: readonly string[] =
  'nothing note leave all added title published changed coded sentences tags'.split(' ');

/** A value for each built-in tag. */
export function byTag<Value>(of: (tag: BuiltInTag) => Value): Record<BuiltInTag, Value> {
  return byKey(BUILT_IN_TAGS, of);
}

/** How many there are of each tag; a tag that is not named has none. */
export type TagCounts = Readonly<Record<Tag, number>>;

/** Counts annotations by their tag. */
export function countTags(annotations: readonly { readonly tag: Tag }[]): TagCounts {
  const counts: Record<Tag, number> = {};
  for (const { tag } of annotations) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

/** How many of a tag there are. */
export function countOf(counts: TagCounts, tag: Tag): number {
  return counts[tag] ?? 0;
}

/** How many there are of each tag in both. */
export function addedCounts(one: TagCounts, other: TagCounts): TagCounts {
  const tags = Object.keys({ ...one, ...other });
  return Object.fromEntries(tags.map((tag) => [tag, countOf(one, tag) + countOf(other, tag)]));
}

/** How many there are of all tags together. */
export function sumOf(counts: TagCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** `a claim`: one of the tag, inside a sentence. */
export function oneOf(tag: BuiltInTag): string {
  return indefinite(inSentence(TAG_FACTS[tag].name));
}

/** `a claim`, `an opinion`: one of what is called so. */
export function indefinite(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** A name as it stands inside a sentence: `claim`; one that begins with several capitals, `NATO claim`, keeps them. */
export function inSentence(name: string): string {
  return /^\p{Lu}[^\p{Lu}]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** `claims`: several of the tag, inside a sentence. */
export function severalOf(tag: BuiltInTag): string {
  return inSentence(TAG_FACTS[tag].plural);
}

/** `a, b and c`: words in a list, the last one behind `last`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const before = words.slice(0, -1).join(', ');
  return before === '' ? words.join('') : `${before} ${last} ${words.at(-1)}`;
}

/** Words as a sentence begins. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
