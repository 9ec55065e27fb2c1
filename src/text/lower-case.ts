/**
 * A word in lower case. The same as `toLowerCase`, but most words are plain lower case already, and looking
 * at their letters first costs a third of what that does for text with curly quotes in it.
 */
export function lowerCase(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127 || (code >= 65 && code <= 90)) return word.toLowerCase();
  }
  return word;
}
