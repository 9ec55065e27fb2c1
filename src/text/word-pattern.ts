/**
 * A pattern, for the flag `u`, that finds words as somebody typed or copied them: any white space stands for any other,
 * as do the kinds of quote marks, apostrophes and dashes.
 */
export function wordPattern(words: string): string {
  return [...words.trim().replace(/\s+/gu, ' ')].map(patternFor).join('');
}

function patternFor(character: string): string {
  const alike = ALIKE.find(([members]) => members.test(character));
  if (alike) return alike[1];
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

const ALIKE: readonly (readonly [members: RegExp, pattern: string])[] = [
  [/^ $/u, '\\s+'],
  [/["“”„«»]/u, '["“”„«»]'],
  [/['‘’‚]/u, "['‘’‚]"],
  [/[-‐‑‒–—−]/u, '[-‐‑‒–—−]'],
];
