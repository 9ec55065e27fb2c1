import { fold } from './fold.ts';
import { type Span, touching } from './span.ts';

/**
 * Indexes of the first `most` spans that hold `words`, or a part of them where they go on into the next span,
 * whatever their case, accents, kind of quote marks and apostrophes, and the signs that nobody sees; none for no words.
 * All places are found alike: one that is written just so hides no other.
 */
export function findPlaces(text: string, spans: readonly Span[], words: string, most: number): number[] {
  const wanted = fold(words);
  if (wanted === '') return [];
  const folded = foldedSpans(text, spans);
  const found = new Set<number>();
  let at = folded.text.indexOf(wanted);
  while (at >= 0 && found.size < most) {
    const [from, to] = touching(folded.spans, { start: at, end: at + wanted.length });
    for (let index = from; index < to; index++) found.add(index);
    at = folded.text.indexOf(wanted, at + 1);
  }
  return [...found].slice(0, most);
}

/** The folded words of spans, a space between them, and where each of them stands in that. */
function foldedSpans(text: string, spans: readonly Span[]): { text: string; spans: Span[] } {
  const places: Span[] = [];
  const pieces: string[] = [];
  let start = 0;
  for (const span of spans) {
    const piece = fold(text.slice(span.start, span.end));
    places.push({ start, end: start + piece.length });
    pieces.push(piece);
    start += piece.length + 1;
  }
  return { text: pieces.join(' '), spans: places };
}
