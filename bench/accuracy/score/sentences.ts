import type { Span } from '../../../src/text/span.ts';
import { f1Of, sumOf } from './shares.ts';

/** A paragraph with the sentences that people see in it. */
export interface Paragraph {
  readonly text: string;
  readonly sentences: readonly Span[];
}

/** A text with the pieces it must fall into. */
export interface SegmentCase {
  readonly text: string;
  readonly pieces: readonly string[];
}

type Split = (text: string) => readonly Span[];

/** F1 of the sentence ends inside paragraphs, in per cent: the end of a paragraph is nobody's merit. */
export function scoreSentenceEnds(paragraphs: readonly Paragraph[], split: Split): number {
  const counted = paragraphs.map(({ text, sentences }) => {
    const wanted = breaksIn(text, sentences);
    const proposed = breaksIn(text, split(text));
    const right = [...wanted].filter((place) => proposed.has(place)).length;
    return { right, proposed: proposed.size, wanted: wanted.size };
  });
  return f1Of(sumOf(counted));
}

/** How many cases fall into exactly the pieces wanted, white space aside. */
export function countPassedSegments(cases: readonly SegmentCase[], split: Split): number {
  return cases.filter(({ text, pieces }) => {
    const wanted = pieces.map(withoutSpace).join('\n');
    return piecesOf(text, split(text)).join('\n') === wanted;
  }).length;
}

/**
 * Where spans divide a text, each place told by the number of visible characters before it, so that the white
 * space between two sentences may belong to either. Words that no span covers are a piece of their own.
 */
function breaksIn(text: string, spans: readonly Span[]): Set<number> {
  const visible = visibleBefore(text);
  const all = visible[text.length] ?? 0;
  const places = spans.flatMap(({ start, end }) => [visible[start] ?? 0, visible[end] ?? 0]);
  return new Set(places.filter((place) => place > 0 && place < all));
}

/** For each offset how many code units before it are no white space. */
function visibleBefore(text: string): number[] {
  const counts = [0];
  let count = 0;
  for (const unit of text.split('')) {
    if (!/\s/.test(unit)) count++;
    counts.push(count);
  }
  return counts;
}

function piecesOf(text: string, spans: readonly Span[]): string[] {
  const visible = withoutSpace(text);
  const breaks = [...breaksIn(text, spans)].sort((a, b) => a - b);
  return [...breaks, visible.length].map((end, at) => visible.slice(breaks[at - 1] ?? 0, end));
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '');
}
