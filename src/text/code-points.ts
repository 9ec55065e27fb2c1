import { firstAtLeast } from './sorted-numbers.ts';

/**
 * A text's positions in Unicode code points, which Python and R count, from this program's UTF-16 offsets.
 * A surrogate without its other half counts as one code point, as in `[...text]`.
 * Making one takes a pass over the text; after that a text without characters beyond U+FFFF costs nothing.
 */
export class CodePoints {
  readonly #text: string;
  /** Offsets just after each surrogate pair, in order. */
  readonly #pairEnds: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#pairEnds = pairEndsOf(text);
  }

  /** How many code points stand before `offset`; half a pair counts as one. */
  countBefore(offset: number): number {
    return this.#pairEnds.length === 0 ? offset : offset - firstAtLeast(this.#pairEnds, offset + 1);
  }

  /** The last `count` code points up to `offset`: fewer at the text's start, and never half a pair. */
  before(offset: number, count: number): string {
    if (this.#pairEnds.length === 0) return this.#text.slice(Math.max(0, offset - count), offset);
    const end = isInsidePair(this.#text, offset) ? offset - 1 : offset;
    let start = end;
    for (let taken = 0; taken < count && start > 0; taken++) {
      start -= isInsidePair(this.#text, start - 1) ? 2 : 1;
    }
    return this.#text.slice(start, end);
  }

  /** The first `count` code points from `offset`: fewer at the text's end, and never half a pair. */
  after(offset: number, count: number): string {
    if (this.#pairEnds.length === 0) return this.#text.slice(offset, offset + count);
    const start = isInsidePair(this.#text, offset) ? offset + 1 : offset;
    let end = start;
    for (let taken = 0; taken < count && end < this.#text.length; taken++) {
      end += isInsidePair(this.#text, end + 1) ? 2 : 1;
    }
    return this.#text.slice(start, end);
  }
}

function pairEndsOf(text: string): number[] {
  const ends: number[] = [];
  for (let offset = 1; offset < text.length; offset++) {
    if (isInsidePair(text, offset)) ends.push(offset + 1);
  }
  return ends;
}

/** Whether an offset stands between the two halves of one character. */
export function isInsidePair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}
