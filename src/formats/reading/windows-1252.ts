/** Code points of the bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); the five unused stay C1 controls. */
const HIGH_CONTROLS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/**
 * The text that `bytes` are in Windows-1252; every byte has a meaning, so this never fails.
 * By table, because some releases of Node read the label `windows-1252` as Latin-1 and lose curly quotes.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = new TextDecoder('utf-16le').decode(new Uint16Array(bytes));
  return latin1.replaceAll(/[\u0080-\u009F]/g, (control) =>
    HIGH_CONTROLS.charAt(control.charCodeAt(0) - 0x80),
  );
}
