/** What joins the fields of a note; a bar inside of a value is escaped. */
const JOINT = ' | ';

/** What brat could not keep in one line, what would end a field, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\\|]|\p{Surrogate}/gu;

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\\': '\\\\',
  '|': '\\|',
};

/**
 * The fields as one line that people can read and `readNote` takes apart: `speaker: Mira Holt | cue: said`.
 * Fields without a value are left out. Line breaks become `\n`, tabs `\t`, `\` and `|` get a `\` before them,
 * and other characters that would break the line become `\u` with four hexadecimal digits.
 */
export function writeNote(fields: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${escaped(String(value))}`)
    .join(JOINT);
}

function escaped(value: string): string {
  return value.replaceAll(
    UNSAFE,
    (unit) => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The fields of a line that `writeNote` made, or undefined where it is somebody's own words. */
export function readNote(line: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const written of line.split(JOINT)) {
    const colon = written.indexOf(': ');
    if (colon < 1) return undefined;
    fields.set(written.slice(0, colon), unescaped(written.slice(colon + 2)));
  }
  return fields;
}

function unescaped(value: string): string {
  return value.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/g, (whole, code?: string, letter?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (letter === 'n') return '\n';
    if (letter === 't') return '\t';
    return letter === '\\' || letter === '|' ? letter : whole;
  });
}
