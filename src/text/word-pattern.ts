/**
 * A pattern, for the flag `u`, that finds words as somebody typed or copied them: any white space stands for any other,
 * as do the kinds of quote marks, apostrophes and dashes. Signs that nobody sees, such as soft hyphens, may stand anywhere.
 */
export function wordPattern(words: string): string {
  const seen = words.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '').trim();
  return [...seen.replace(/\s+/gu, ' ')].map(patternFor).join(UNSEEN);
}

/** Soft hyphens, zero-width spaces and joiners, byte order marks. */
const UNSEEN = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]*';

function patternFor(character: string): string {
  const alike = ALIKE.find(([members]) => members.test(character));
  if (alike) return alike[1];
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

const ALIKE: readonly (readonly [members: RegExp, pattern: string])[] = [
  [/^ $/u, '\\s+'],
  [/["“”„«»]/u, '["“”„«»]'],
  [/['‘’‚‛`´ʼ′]/u, "['‘’‚‛`´ʼ′]"],
  [/[-‐‑‒–—−]/u, '[-‐‑‒–—−]'],
];
