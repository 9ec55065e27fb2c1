const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Gives the lines, from 1, on which places of a file stand. LF, CRLF and a CR by itself end a line. */
export class LineCounter {
  readonly #bytes: Uint8Array;
  #at = 0;
  #line: number;

  /** `firstLine`: the line on which the bytes begin. */
  constructor(bytes: Uint8Array, firstLine: number) {
    this.#bytes = bytes;
    this.#line = firstLine;
  }

  /** The line of the last byte of a record that ends before `end`. Places must be asked for in order. */
  lineOfEnd(end: number): number {
    let last = end;
    while (last > this.#at && isLineEnd(this.#bytes[last - 1])) last--;
    return this.#lineAt(last);
  }

  /** The line on which the first record at or after `from` begins. */
  lineOfStart(from: number): number {
    let first = from;
    while (isLineEnd(this.#bytes[first])) first++;
    return this.#lineAt(first);
  }

  #lineAt(place: number): number {
    for (; this.#at < place; this.#at++) {
      const byte = this.#bytes[this.#at];
      const endsLine = byte === CARRIAGE_RETURN && this.#bytes[this.#at + 1] !== LINE_FEED;
      if (byte === LINE_FEED || endsLine) this.#line++;
    }
    return this.#line;
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
