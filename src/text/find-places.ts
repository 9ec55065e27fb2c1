import { fold } from './fold.ts';
import { type Span, touching } from './span.ts';

/**
 * Indexes of the first `most` spans that hold `words`, or a part of them where they go on into the next span,
 * whatever their case, accents and kind of quote marks; none for no words. Folding a long text is slow, so
 * the exact words are looked for first, and only where they are not there is each span folded.
 */
export function findPlaces(text: string, spans: readonly Span[], words: string, most: number): number[] {
  const wanted = fold(words);
  if (wanted === '') return [];
  const exact = new Set<number>();
  for (
    let at = text.indexOf(words);
    at >= 0 && exact.size < most;
    at = text.indexOf(words, at + words.length)
  ) {
    const [from, to] = touching(spans, { start: at, end: at + words.length });
    for (let index = from; index < to; index++) exact.add(index);
  }
  if (exact.size > 0) return [...exact].slice(0, most);
  return foldedPlaces(text, spans, wanted, most);
}

function foldedPlaces(text: string, spans: readonly Span[], wanted: string, most: number): number[] {
  const found: number[] = [];
  for (const [index, span] of spans.entries()) {
    if (found.length >= most) break;
    if (fold(text.slice(span.start, span.end)).includes(wanted)) found.push(index);
  }
  return found;
}
