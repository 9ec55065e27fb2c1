/**
 * The value of a JSON text, with Python's `NaN`, `Infinity` and `-Infinity` as null: its `json` module and pandas write
 * them by default, though no number of JSON is called so. Throws SyntaxError as `JSON.parse` does.
 */
export function parseJson(text: string): unknown {
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
