/**
 * Conversion between this program's UTF-16 offsets and Unicode code points, which Python and R count.
 * A surrogate without its other half counts as one code point, as in `[...text]`.
 */

/**
 * Prepares `text` for conversion and returns the converter: for an offset in UTF-16 code units, how many code
 * points `text.slice(0, offset)` holds. Preparing takes one pass over the text; each conversion a binary search,
 * or nothing where the text has no character beyond U+FFFF.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairEnds: number[] = [];
  for (let offset = 1; offset < text.length; offset++) {
    if (splitsPair(text, offset)) pairEnds.push(offset + 1);
  }
  if (pairEnds.length === 0) return (offset) => offset;
  return (offset) => offset - countUpTo(pairEnds, offset);
}

/** The last `count` code points of `text` that end at `offset` or before it: fewer at the text's start, and never half a pair. */
export function codePointsBefore(text: string, offset: number, count: number): string {
  const end = splitsPair(text, offset) ? offset - 1 : offset;
  let start = end;
  for (let taken = 0; taken < count && start > 0; taken++) {
    start -= splitsPair(text, start - 1) ? 2 : 1;
  }
  return text.slice(start, end);
}

/** The first `count` code points of `text` that start at `offset` or after it: fewer at the text's end, and never half a pair. */
export function codePointsAfter(text: string, offset: number, count: number): string {
  const start = splitsPair(text, offset) ? offset + 1 : offset;
  let end = start;
  for (let taken = 0; taken < count && end < text.length; taken++) {
    end += splitsPair(text, end + 1) ? 2 : 1;
  }
  return text.slice(start, end);
}

/** Whether `offset` stands between the two halves of one character. */
function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** How many of the sorted `numbers` are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
