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
export type Tag = keyof typeof TABLE;

/** What there is to say of each tag. */
export const TAG_FACTS: Readonly<Record<Tag, TagFacts>> = TABLE;

/** Every tag, in the order in which they are offered. */
// The table's keys, and there are some.
export const TAGS = Object.keys(TABLE) as unknown as readonly [Tag, ...Tag[]];

/** A value for each tag. */
export function byTag<Value>(of: (tag: Tag) => Value): Record<Tag, Value> {
  return byKey(TAGS, of);
}

/** How many there are of each tag. */
export type TagCounts = Readonly<Record<Tag, number>>;

/** Counts annotations by their tag. */
export function countTags(annotations: readonly { readonly tag: Tag }[]): TagCounts {
  const counts = byTag(() => 0);
  for (const { tag } of annotations) counts[tag] += 1;
  return counts;
}

/** How many there are of all tags together. */
export function sumOf(counts: TagCounts): number {
  return TAGS.reduce((sum, tag) => sum + counts[tag], 0);
}

/** `a claim`: one of the tag, inside a sentence. */
export function oneOf(tag: Tag): string {
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
export function severalOf(tag: Tag): string {
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
