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
  return parseText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
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

/**
 * The value of a JSON text, with Python's `NaN`, `Infinity` and `-Infinity` as null: its `json` module and pandas write
 * them by default, though no number of JSON is called so. Throws SyntaxError as `JSON.parse` does.
 */
export function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError) || !NOT_FINITE.test(text)) throw error;
    return JSON.parse(withoutNotFinite(text));
  }
}

const NOT_FINITE = /\b(?:NaN|Infinity)\b/;

/** Takes only what stands outside of strings. Looks at each character a few times at most. */
function withoutNotFinite(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const outside = text.slice(at, quote < 0 ? text.length : quote);
    pieces.push(outside.replaceAll(/-?\b(?:NaN|Infinity)\b/g, 'null'));
    if (quote < 0) break;
    const end = closingQuote(text, quote);
    pieces.push(text.slice(quote, end));
    at = end;
  }
  return pieces.join('');
}

/** Just behind the quote that closes the string opened at `open`, or the end of the text. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
