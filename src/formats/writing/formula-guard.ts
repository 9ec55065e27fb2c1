/**
 * A plain signed figure, with or without thousands commas, exponent and percent sign: data, not a formula.
 */
const PLAIN_NUMBER = /^[+-](?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?%?$/i;

const APOSTROPHE = 0x27;

/**
 * The text as a spreadsheet will not take it for a formula: with an apostrophe before `=`, `+`, `-`, `@`,
 * tab, carriage return, NUL or one of the full-width `＝＋－＠` at the start. A text that truly begins with such an
 * apostrophe gets one more, so that taking one off always gives the text. Plain signed numbers and all other
 * texts stay as they are. After OWASP's page on CSV injection and its ASVS 5.0, 1.2.10.
 */
export function guardFormula(text: string): string {
  const bare = text.charCodeAt(0) === APOSTROPHE ? text.replace(/^'+/, '') : text;
  return isFormula(bare) ? `'${text}` : text;
}

/** Whether a spreadsheet would take the text for a formula. */
export function isFormula(text: string): boolean {
  return startsFormula(text) && !PLAIN_NUMBER.test(text);
}

function startsFormula(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x00: // NUL
    case 0x09: // tab
    case 0x0d: // carriage return
    case 0x2b: // +
    case 0x2d: // -
    case 0x3d: // =
    case 0x40: // @
    case 0xff0b: // ＋
    case 0xff0d: // －
    case 0xff1d: // ＝
    case 0xff20: // ＠
      return true;
    default:
      return false;
  }
}
