const LONGEST = 200;

/** What breaks a line, turns the words around it, or cannot be stored. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The name of a file as it can be stored and shown in one line: what is no sign, and what changes the
 * direction of writing, is U+FFFD. Of a name of more than 200 code points the end is kept, where its ending
 * stands.
 */
export function shownFileName(name: string): string {
  const line = name.replaceAll(UNSHOWN, '\uFFFD');
  if (line.length <= LONGEST) return line;
  const points = Array.from(line.slice(-2 * LONGEST).replace(/^[\uDC00-\uDFFF]/, ''));
  return points.length <= LONGEST && line.length <= 2 * LONGEST
    ? line
    : `…${points.slice(1 - LONGEST).join('')}`;
}
