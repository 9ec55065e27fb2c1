import type { Origin } from '../../domain/annotation.ts';
import { TAGS, type Tag } from '../../domain/tag.ts';
import type { AnnotationRecord } from '../record.ts';

/** What a tag is called in a document: `name` of one, `plural` of several; the letter stands in short references. */
export const TAG_WORDS: Readonly<Record<Tag, { name: string; plural: string; letter: string }>> = {
  claim: { name: 'Claim', plural: 'Claims', letter: 'C' },
  quote: { name: 'Quote', plural: 'Quotes', letter: 'Q' },
  statistic: { name: 'Statistic', plural: 'Statistics', letter: 'S' },
};

/** What an origin is called in a document. */
export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  manual: 'by hand',
  suggestion: 'suggestion',
  'suggestion-edited': 'suggestion, edited',
};

/** How many annotations there are of each tag. */
export type TagCounts = Readonly<Record<Tag, number>>;

/** Counts the annotations of each tag. */
export function countTags(annotations: readonly AnnotationRecord[]): TagCounts {
  const count = (tag: Tag) => annotations.filter((record) => record.tag === tag).length;
  return { claim: count('claim'), quote: count('quote'), statistic: count('statistic') };
}

/** `2 claims, 1 quote`, without the tags that there are none of; empty where there is nothing. */
export function sayCounts(counts: TagCounts): string {
  return TAGS.filter((tag) => counts[tag] > 0)
    .map((tag) => `${counts[tag]} ${TAG_WORDS[tag][counts[tag] === 1 ? 'name' : 'plural'].toLowerCase()}`)
    .join(', ');
}
