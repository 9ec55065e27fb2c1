import type { Span } from './span.ts';

/** How words are made equal: white space alone, or quote marks, dashes, accents and case as well. */
export type Folding = 'white-space' | 'signs-and-case';

/** A text made equal, in which each place leads back to the text. */
export interface FoldedText {
  readonly text: string;
  /** The span of the text that a span of the folded one, neither empty nor beyond it, was made from. */
  readonly spanOf: (folded: Span) => Span;
}

/** Folds a text in one pass; what it gives is not trimmed. */
export function foldText(text: string, folding: Folding): FoldedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  let at = 0;
  let isSpace = false;
  for (const character of text) {
    const wasSpace = isSpace;
    isSpace = WHITE.test(character);
    const folded = isSpace ? (wasSpace ? '' : ' ') : foldCharacter(character, folding);
    for (let unit = 0; unit < folded.length; unit++) starts.push(at);
    if (folded !== '') pieces.push(folded);
    at += character.length;
  }
  starts.push(at);
  const whole = pieces.join('');
  return {
    text: whole,
    spanOf: ({ start, end }) => ({ start: starts[start] ?? at, end: starts[end] ?? at }),
  };
}

/** Words folded in the same way, without white space at their ends. */
export function foldWords(words: string, folding: Folding): string {
  return foldText(words, folding).text.trim();
}

const WHITE = /^\s$/u;
const SIMPLE = /^[\x21-\x7e]$/;
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'‘’‚‛'].map((sign) => [sign, "'"]),
  ...[...'“”„‟«»'].map((sign) => [sign, '"']),
  ...[...'‐‑‒–—−'].map((sign) => [sign, '-']),
]);

const folds = new Map<string, string>();
const MAX_FOLDS = 20_000;

function foldCharacter(character: string, folding: Folding): string {
  if (folding === 'white-space') return character;
  if (SIMPLE.test(character)) return character.toLowerCase();
  const known = folds.get(character);
  if (known !== undefined) return known;
  const plain = SIGNS[character] ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (folds.size < MAX_FOLDS) folds.set(character, plain);
  return plain;
}
