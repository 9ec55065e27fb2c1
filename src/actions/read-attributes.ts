import { wordsOf } from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import { type Attributes, NO_ATTRIBUTES } from '../domain/attributes.ts';
import { attributesFrom } from '../domain/suggestion.ts';
import type { Tag } from '../domain/tag.ts';
import type { Span } from '../text/span.ts';
import { scoreClaim } from '../text/suggest/claim.ts';
import { readQuote } from '../text/suggest/quote.ts';
import { readStatistic } from '../text/suggest/statistic.ts';

/**
 * What the text itself says about words that somebody tags: speaker and cue, value and unit,
 * check-worthiness.
 */
export function readFromText({ text, sentences }: ArticleText, tag: Tag, parts: readonly Span[]): Attributes {
  const words = wordsOf(text, parts);
  switch (tag) {
    case 'quote':
      return attributesFrom({ tag, ...readQuote(text, parts, sentences) });
    case 'statistic':
      return attributesFrom({ tag, ...readStatistic(words) });
    case 'claim':
      return attributesFrom({ tag, score: scoreClaim(words).score });
    default:
      return NO_ATTRIBUTES;
  }
}
