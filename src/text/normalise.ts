/**
 * The text as it is stored: LF line endings, no byte order mark, no U+0000, no lone surrogates (each becomes
 * U+FFFD, so that storing as UTF-8 shifts nothing), and no blank lines before the first or after the last
 * words. Everything else stays as it came; there is no Unicode folding, and U+2028 and U+2029 are not line
 * endings here.
 *
 * Blank lines at the ends go because a file ends in a line break and a paste does not: the same article by
 * either way must be the same text. Normalising twice is the same as once.
 */
export function normaliseText(raw: string): string {
  const characters = raw.replaceAll('\u0000', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return withoutOuterBlankLines(characters.replaceAll(/\r\n?/g, '\n')).replace(/^\uFEFF+/, '');
}

function withoutOuterBlankLines(text: string): string {
  const first = text.length - text.trimStart().length;
  if (first === text.length) return '';
  const start = text.lastIndexOf('\n', first) + 1;
  const end = text.indexOf('\n', text.trimEnd().length);
  return text.slice(start, end === -1 ? text.length : end);
}
