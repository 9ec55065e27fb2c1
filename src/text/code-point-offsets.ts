import { firstAtLeast } from './sorted-numbers.ts';

/** Converts Unicode code points to this program's UTF-16 offsets. Making one takes a pass over the text. */
export class CodePointOffsets {
  /** For each pair of surrogates the number of code points up to its end, in order. */
  readonly #pairEnds: readonly number[];
  /** How many code points the text has. */
  readonly length: number;

  constructor(text: string) {
    const pairEnds: number[] = [];
    for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) {
      pairEnds.push(index - pairEnds.length + 1);
    }
    this.#pairEnds = pairEnds;
    this.length = text.length - pairEnds.length;
  }

  /** Where the code point of this number starts, in UTF-16; beyond the end, as if the text went on. */
  toUtf16(count: number): number {
    return count + firstAtLeast(this.#pairEnds, count + 1);
  }
}
