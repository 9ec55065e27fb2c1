/** Soft hyphens, zero-width spaces and byte order marks show nothing; joiners and direction marks do their work. */
const INVISIBLE = /[\u00AD\u200B\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;
const SPACES = /[ \t\n\v\f\r\u00A0\u2028\u2029]+/g;
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

/** The words of one line as a browser shows and copies them: runs of white space, no-break spaces too, are one space. */
export function foldLine(raw: string): string {
  return raw.replaceAll(INVISIBLE, '').replaceAll(CONTROLS, '').replaceAll(SPACES, ' ').trim();
}

/** Whether there is anything to see. */
export function isVisible(line: string): boolean {
  return VISIBLE.test(line);
}
