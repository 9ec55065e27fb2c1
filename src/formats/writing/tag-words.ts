import type { Origin } from '../../domain/annotation.ts';
import { severalOf, TAG_FACTS, TAGS, type TagCounts } from '../../domain/tag.ts';

/** What an origin is called in a document. */
export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  manual: 'by hand',
  suggestion: 'suggestion',
  'suggestion-edited': 'suggestion, edited',
};

/** `2 claims, 1 quote`, without the tags that there are none of; empty where there is nothing. */
export function sayCounts(counts: TagCounts): string {
  return TAGS.filter((tag) => counts[tag] > 0)
    .map((tag) => `${counts[tag]} ${counts[tag] === 1 ? TAG_FACTS[tag].name.toLowerCase() : severalOf(tag)}`)
    .join(', ');
}
