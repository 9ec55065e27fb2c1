import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The words of a text, in text order: what Unicode's rules for word boundaries (UAX #29) part and what holds a letter or
 * a figure. Punctuation and white space are in none.
 */
export function wordsIn(text: string): Span[] {
  const words: Span[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  }
  return words;
}
