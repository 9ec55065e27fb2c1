/** A plain signed figure, with or without thousands commas, exponent and percent sign: data, not a formula. */
const PLAIN_NUMBER = /^[+-](?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;

/** The cell for any text as it is (RFC 4180): in quotes, with the quotes inside doubled. */
export function quoteCell(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

/**
 * The quoted cell for a text that a spreadsheet will not take for a formula: an apostrophe goes before
 * `=`, `+`, `-`, `@`, tab, carriage return, NUL and the full-width `＝＋－＠` at the start, and plain signed numbers stay.
 * After OWASP's page on CSV injection and its ASVS 5.0, 1.2.10.
 */
export function quoteGuardedCell(text: string): string {
  return quoteCell(startsFormula(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text);
}

function startsFormula(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x3d: // =
    case 0x2b: // +
    case 0x2d: // -
    case 0x40: // @
    case 0x09: // tab
    case 0x0d: // carriage return
    case 0x00: // NUL
    case 0xff1d: // ＝
    case 0xff0b: // ＋
    case 0xff0d: // －
    case 0xff20: // ＠
      return true;
    default:
      return false;
  }
}
