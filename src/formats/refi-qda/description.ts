/** Ends the fields: what follows is the note as it was written, with its own lines. */
const NOTE = 'note';

/**
 * Fields as people read them, one a line: `speaker: Mira Holt`. Those without a value are left out. In a
 * value `\` and line breaks are written as `\\` and `\n`. The field `note`, which must be the last, is
 * written as it is.
 */
export function writeDescription(
  fields: Readonly<Record<string, string | number | null | undefined>>,
): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${name === NOTE ? value : escaped(String(value))}`)
    .join('\n');
}

/** The fields of what `writeDescription` made, or undefined where a line before the note is none. */
export function readDescription(description: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  let rest = description;
  while (rest !== '') {
    const colon = rest.indexOf(': ');
    const name = rest.slice(0, Math.max(0, colon));
    if (!/^[a-z][a-z0-9_]{0,45}$/.test(name)) return undefined;
    const end = name === NOTE ? rest.length : lineEnd(rest);
    const value = rest.slice(colon + 2, end);
    fields.set(name, name === NOTE ? value : unescaped(value));
    rest = rest.slice(end + 1);
  }
  return fields;
}

function lineEnd(words: string): number {
  const end = words.indexOf('\n');
  return end < 0 ? words.length : end;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function unescaped(value: string): string {
  return value.replaceAll(/\\([\\n])/g, (_whole, letter: string) => (letter === 'n' ? '\n' : '\\'));
}
