import { hullOf, type Span } from '../../span.ts';
import { sharedLength, totalLength } from '../shared-length.ts';
import type { QuoteSuggestion, QuoteType } from '../suggestion.ts';

/** What the text says about a quote, apart from where it stands. */
export type QuoteReading = Pick<
  QuoteSuggestion,
  'quoteType' | 'speaker' | 'speakerRole' | 'speakerResolved' | 'speakerSpan' | 'cue' | 'cueSpan'
>;

/** How many code units before a tagged span are read for its speaker and cue, and how many after it. */
const BEFORE = 4000;
const AFTER = 800;
/** A longer span is read at its head only. */
const MAX_LENGTH = 20_000;

/** The sentences near `parts`: those that a reading of the span may need. `sentences` are in text order. */
export function neighbourhood(parts: readonly Span[], sentences: readonly Span[]): readonly Span[] {
  const { start, end } = hullOf(parts);
  const from = firstEndingAfter(sentences, start - BEFORE);
  const to = firstEndingAfter(sentences, Math.min(end, start + MAX_LENGTH) + AFTER);
  return sentences.slice(from, to + 1);
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The suggestion that shares most with `parts`, if that is at least half of either. */
export function closest(
  parts: readonly Span[],
  suggestions: readonly QuoteSuggestion[],
): QuoteSuggestion | undefined {
  let best: QuoteSuggestion | undefined;
  let most = 0;
  for (const suggestion of suggestions) {
    const shared = sharedLength(parts, suggestion.parts);
    const least = Math.min(totalLength(parts), totalLength(suggestion.parts));
    if (shared <= most || shared * 2 < least) continue;
    best = suggestion;
    most = shared;
  }
  return best;
}

const MARK = /["“”„«»‘]|''|``|(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}])/u;
const OPENING = /^(?:["“„«‘']|``)/;

/** The type that the marks of `parts` show: direct where each opens with a mark or follows one. */
export function typeByMarks(text: string, parts: readonly Span[]): QuoteType {
  if (parts.every((part) => isQuoted(text, part))) return 'direct';
  const marked = parts.some((part) =>
    MARK.test(text.slice(part.start, Math.min(part.end, part.start + MAX_LENGTH))),
  );
  return marked ? 'mixed' : 'indirect';
}

/** Opened by a mark, inside or just before the part, and without plain words after the closing one. */
function isQuoted(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 1), start);
  const words = text.slice(start, Math.min(end, start + MAX_LENGTH)).trim();
  if (OPENING.test(before) && !/["”»]/.test(words.slice(0, -2))) return true;
  const close = OPENING.test(words) ? words.slice(1).search(/["”»]|''|['’](?=[\s,.;:!?]|$)/) : -1;
  return OPENING.test(words) && (close < 0 || words.length - close <= 5);
}
