/**
 * Accents, and the vowel points of Hebrew and Arabic, which most texts leave out. The marks of other scripts are letters
 * of their words, as are the voiced sounds of Japanese: दिन is not दान, が is not か.
 */
const ACCENTS =
  /(?:(?=\p{M})[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}](?<![\u3099\u309a]))+/gu;
/** Signs that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction and byte order. */
const UNSEEN = /\p{Cf}+/gu;
/** Before NFKD too, which makes a space of some of them. */
const APOSTROPHES = /[‘’‚‛`´ʼʻʹ′＇]/g;
/** What is left as it is but for case and white space; most sentences are. */
const PLAIN = /^[\t\n\r\x20-\x5F\x61-\x7E]*$/;

/**
 * Text as it is compared when somebody looks for words: compatibility forms, accents, case, quote marks, apostrophes
 * and dashes made equal, unseen signs left out, white space folded to one space. Offsets in the result mean nothing in
 * the text.
 */
export function fold(text: string): string {
  return withOneSpace(PLAIN.test(text) ? text : plain(text));
}

function plain(text: string): string {
  return (
    text
      .replace(APOSTROPHES, "'")
      .normalize('NFKD')
      .replace(ACCENTS, '')
      .replace(UNSEEN, '')
      // Compatibility forms such as ŉ hold one.
      .replace(APOSTROPHES, "'")
      .replace(/[“”„‟«»]/g, '"')
      .replace(/[‐‑‒–—−]/g, '-')
  );
}

function withOneSpace(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
