const COMMA = 0x2c;
const [OPEN_ARRAY, OPEN_OBJECT] = [0x5b, 0x7b] as const;

/**
 * Most values of one JSON text. Nothing can interrupt the parser, and where a hundred megabytes of `{},{},` have
 * filled its memory the whole process ends.
 */
const MAX_VALUES = 4_000_000;

/**
 * The value of a JSON text in UTF-8. Throws a SyntaxError where it is none, a TypeError where it is not UTF-8, and a
 * RangeError where it holds more than anybody's work.
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (holdsTooMuch(bytes)) throw new RangeError('too many values');
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/** Whether a JSON text holds more values than anybody's work. Signs inside of strings count too: words have few. */
export function holdsTooMuch(bytes: Uint8Array, most = MAX_VALUES): boolean {
  if (bytes.length <= most) return false;
  let count = 0;
  for (const byte of bytes) {
    if (byte === COMMA || byte === OPEN_ARRAY || byte === OPEN_OBJECT) count++;
    if (count > most) return true;
  }
  return false;
}
