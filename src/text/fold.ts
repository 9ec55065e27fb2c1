/**
 * Text as it is compared when somebody looks for words: compatibility forms, accents, case, quote marks and
 * dashes made equal, white space folded to one space. Offsets in the result mean nothing in the text.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
