/**
 * The boundaries of words, by Unicode's rules (UAX 29) for no language. The first one made loads a browser's tables, which
 * takes it 20 ms or more, so it is made when first asked for and not while a page opens.
 */
export function wordSegmenter(): Intl.Segmenter {
  words ??= new Intl.Segmenter('und', { granularity: 'word' });
  return words;
}

/** The boundaries of whole characters, as readers see them. */
export function characterSegmenter(): Intl.Segmenter {
  characters ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return characters;
}

let words: Intl.Segmenter | undefined;
let characters: Intl.Segmenter | undefined;
