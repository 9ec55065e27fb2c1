import { fold } from './fold.ts';
import { lowerCase } from './lower-case.ts';
import { type Span, touching } from './span.ts';

/** Folding a long text is slow: beyond this many UTF-16 code units only words as they are written are found. */
const MAX_FOLDED = 100_000;
/** Places of each word that are looked at. */
const MAX_HITS = 40;

/**
 * Index of the first of `sentences` that holds the most of some words, each of them a part of a word of the
 * text, whatever its case and accents; undefined where none holds any.
 */
export function passageWith(
  text: string,
  sentences: readonly Span[],
  words: readonly string[],
): number | undefined {
  const wanted = words.map(fold).filter(Boolean);
  const near = writtenPlaces(text, sentences, words);
  return best(text, sentences, near, wanted) ?? best(text, sentences, withinReach(sentences), wanted);
}

/** Sentences in which the words stand as they are written, but for their case. */
function writtenPlaces(text: string, sentences: readonly Span[], words: readonly string[]): number[] {
  const lower = lowerCase(text);
  const found = new Set<number>();
  for (const word of words.map(lowerCase).filter(Boolean)) {
    let at = lower.indexOf(word);
    for (let hits = 0; at >= 0 && hits < MAX_HITS; hits++) {
      const [index, end] = touching(sentences, { start: at, end: at + word.length });
      if (index < end) found.add(index);
      at = lower.indexOf(word, at + word.length);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function withinReach(sentences: readonly Span[]): number[] {
  const end = sentences.findIndex((sentence) => sentence.end > MAX_FOLDED);
  return [...sentences.keys()].slice(0, end < 0 ? undefined : end);
}

function best(
  text: string,
  sentences: readonly Span[],
  indexes: readonly number[],
  wanted: readonly string[],
): number | undefined {
  let found: number | undefined;
  let most = 0;
  for (const index of indexes) {
    const folded = fold(text.slice(sentences[index]?.start, sentences[index]?.end));
    const held = wanted.filter((word) => folded.includes(word)).length;
    if (held > most) [found, most] = [index, held];
    if (most === wanted.length) break;
  }
  return found;
}

/**
 * Where some words stand in a line: the words' own places where folding keeps the length of the word that
 * they are in, else all of that word. In order, none over another.
 */
export function placesOfWords(line: string, words: readonly string[]): Span[] {
  const wanted = words.map(fold).filter(Boolean);
  const spans: Span[] = [];
  for (const { 0: piece, index } of line.matchAll(/\S+/g)) {
    const folded = fold(piece);
    const word = wanted.filter((each) => folded.includes(each)).sort((a, b) => b.length - a.length)[0];
    if (word === undefined) continue;
    const isSame = folded.length === piece.length;
    const start = index + (isSame ? folded.indexOf(word) : 0);
    spans.push({ start, end: isSame ? start + word.length : index + piece.length });
  }
  return spans;
}
