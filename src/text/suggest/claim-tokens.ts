const JOINERS = new Set(["'", '’', '.', ',', '-'].map((mark) => mark.charCodeAt(0)));

/**
 * Where the word or sign that begins at `at` ends: a word with what is hyphenated or elided into it
 * ("twenty-one", "isn’t", "1,200.5"), or one character of anything else. Every character beyond Latin-1 that
 * is not punctuation passes for a letter: nothing here depends on other scripts.
 */
export function tokenEnd(sentence: string, at: number): number {
  if (!isWordCode(sentence.charCodeAt(at))) return at + 1;
  let end = at + 1;
  while (end < sentence.length) {
    const code = sentence.charCodeAt(end);
    if (isWordCode(code)) end += 1;
    else if (JOINERS.has(code) && isWordCode(sentence.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

/** Letters and digits. NaN, behind the end of a text, is neither. */
export function isWordCode(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  return (code >= 0xc0 && code < 0x2000) || code >= 0x2c00;
}
