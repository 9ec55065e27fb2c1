const QUOTE = 0x22;
const COMMA = 0x2c;
const LAST_ASCII = 0x7f;

/** Up to this length a loop writes a text faster than Node's own encoder, whose calls have a price. */
const SHORT = 24;

/** No code unit needs more bytes: not in UTF-8, and a doubled quote takes two. */
const MAX_BYTES_PER_UNIT = 3;

/**
 * CSV as UTF-8 bytes, written cell by cell. Bytes rather than strings, since joining and encoding the strings
 * of a row takes twice as long as everything else about it.
 */
export class ByteBuffer {
  #bytes = Buffer.allocUnsafe(128 * 1024);
  #length = 0;

  /** Bytes written since the last `take`. */
  get length(): number {
    return this.#length;
  }

  /** Writes a text as it is. */
  addPlain(text: string): void {
    this.#reserve(text.length);
    if (!this.#addAscii(text)) this.#length += this.#bytes.write(text, this.#length);
  }

  /** Writes a number as JavaScript does: `12`, `-0.5`, `1e+21`. */
  addNumber(value: number): void {
    this.addPlain(String(value));
  }

  /** Writes bytes that are right already. */
  addBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A copy of what has been written since the buffer had this length; nothing may have been taken in between. */
  since(length: number): Uint8Array {
    return Buffer.from(this.#bytes.subarray(length, this.#length));
  }

  addComma(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = COMMA;
  }

  /** Writes a text in quotes, with the quotes inside doubled (RFC 4180). */
  addQuoted(text: string): void {
    this.#reserve(text.length + 1);
    this.#bytes[this.#length++] = QUOTE;
    if (!this.#addAscii(text)) {
      const doubled = text.includes('"') ? text.replaceAll('"', '""') : text;
      this.#length += this.#bytes.write(doubled, this.#length);
    }
    this.#bytes[this.#length++] = QUOTE;
  }

  /** Everything written so far, as bytes of its own; the buffer is empty afterwards. */
  take(): Uint8Array {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  /** Writes a short text of ASCII without quotes; on any other text writes nothing and says so. */
  #addAscii(text: string): boolean {
    const { length } = text;
    if (length > SHORT) return false;
    const bytes = this.#bytes;
    const start = this.#length;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit > LAST_ASCII || unit === QUOTE) return false;
      bytes[start + index] = unit;
    }
    this.#length = start + length;
    return true;
  }

  #reserve(units: number): void {
    const needed = this.#length + units * MAX_BYTES_PER_UNIT;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * needed);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
