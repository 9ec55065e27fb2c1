/** Zeros of the scripts whose digits stand in news, and of the full-width forms; nine more follow each. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

const NATIVE = /[\p{Nd}٪％．]/gu;
const SIGNS: Readonly<Record<string, string>> = { '٪': '%', '％': '%', '．': '.' };
const ANY_NATIVE = /[\u0660-\u1fff\u2c00-\u2fff\uff0c-\uffff]/;

/**
 * The same text with digits of 0 to 9 for those of other scripts ("१२", "١٢", "１２"), and plain signs for their
 * per cent and the full-width point. No offset moves. The text itself where it has none.
 */
export function foldDigits(text: string): string {
  if (!ANY_NATIVE.test(text)) return text;
  return text.replace(NATIVE, (character) => SIGNS[character] ?? digitOf(character));
}

function digitOf(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? character : String(code - zero);
}
