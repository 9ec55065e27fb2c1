import type { Origin } from '../../domain/annotation.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { countOf, inSentence, type TagCounts } from '../../domain/tag.ts';

/** What an origin is called in a document. */
export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  manual: 'by hand',
  suggestion: 'suggestion',
  'suggestion-edited': 'suggestion, edited',
};

/** `2 claims, 1 quote`, without the tags that there are none of; empty where there is nothing. */
export function sayCounts(counts: TagCounts, { tags }: Codebook): string {
  const said = tags.flatMap(({ key, name, plural }) => {
    const count = countOf(counts, key);
    return count === 0 ? [] : [`${count} ${inSentence(count === 1 ? name : plural)}`];
  });
  return said.join(', ');
}
