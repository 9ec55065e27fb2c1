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

const LONGEST_STEM = 60;

/**
 * The beginning of a file's name, after a title or a project: `losing-ground-in-mosul`. Letters of all
 * scripts stay, those of Latin without their accents; undefined where there are none.
 */
export function fileStem(title: string): string | undefined {
  const plain = title
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.replace(/['’]/g, '').match(/[\p{L}\p{Nd}\p{M}]+/gu) ?? [];
  let stem = '';
  for (const word of words) {
    const longer =
      stem === '' ? word.slice(0, LONGEST_STEM).replace(/[\uD800-\uDBFF]$/, '') : `${stem}-${word}`;
    if (longer.length > LONGEST_STEM) break;
    stem = longer;
  }
  return stem || undefined;
}
