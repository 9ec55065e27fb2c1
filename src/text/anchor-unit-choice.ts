import type { Anchor } from './anchor.ts';
import type { AnchorText } from './anchor-text.ts';
import { COUNTED_UNITS, type CountedUnit } from './anchor-units.ts';
import type { Span } from './span.ts';

/**
 * The unit in which the offsets of a document that does not say it make the most sense: first the one in
 * which most of them lie in the text, then the one in which most have the words that the file gives, or else
 * begin and end with whole words. UTF-16 where nothing speaks for another. Anchors that say their unit do not
 * count.
 */
export function chooseUnit(text: AnchorText, anchors: readonly Anchor[]): CountedUnit {
  const open = anchors.filter(({ offsets }) => offsets?.unit === 'any');
  let best: { unit: CountedUnit; score: Score } | undefined;
  for (const unit of open.length === 0 ? [] : COUNTED_UNITS) {
    const score = scoreOf(text, open, unit);
    if (!best || isBetter(score, best.score)) best = { unit, score };
  }
  return best?.unit ?? 'utf16';
}

interface Score {
  fits: number;
  edges: number;
}

function isBetter(a: Score, b: Score): boolean {
  return a.fits > b.fits || (a.fits === b.fits && a.edges > b.edges);
}

function scoreOf(text: AnchorText, anchors: readonly Anchor[], unit: CountedUnit): Score {
  const score: Score = { fits: 0, edges: 0 };
  for (const { offsets, words } of anchors) {
    const span = offsets && text.spanAt(offsets.start, offsets.end, unit);
    if (!span) continue;
    score.fits += 1;
    if (words) score.edges += hasWords(text.text, span, words) ? 2 : 0;
    else score.edges += edgesAt(text.text, span);
  }
  return score;
}

function hasWords(text: string, { start, end }: Span, words: string): boolean {
  return end - start === words.length && text.startsWith(words, start);
}

const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;
const SPACE = /\s/u;

/** How many of the two ends of a span stand between words, with words and not white space inside. */
function edgesAt(text: string, { start, end }: Span): number {
  const isWord = (at: number) => PART_OF_WORD.test(text.charAt(at));
  const begins = !SPACE.test(text.charAt(start)) && !(isWord(start - 1) && isWord(start));
  const ends = !SPACE.test(text.charAt(end - 1)) && !(isWord(end - 1) && isWord(end));
  return Number(begins) + Number(ends);
}
