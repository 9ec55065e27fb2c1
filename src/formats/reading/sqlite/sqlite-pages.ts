import { UnreadableFileError } from '../../../domain/errors.ts';
import { t } from '../../../messages/language.ts';

/** A value of a row: texts, numbers, bytes. */
export type SqlValue = string | number | Uint8Array | null;

/** The values of a row in the order of its columns, and its own number. */
export interface RawRow {
  readonly key: number;
  readonly values: readonly SqlValue[];
}

const [LEAF, INTERIOR] = [0x0d, 0x05];
/** The file's header, which stands before the first page's own. */
const FILE_HEADER = 100;
/** No table needs more steps down: each multiplies the rows by hundreds. */
const MAX_DEPTH = 24;

const ENCODINGS = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'];

/** Pages of a database as https://sqlite.org/fileformat2.html describes them. */
export class SqlitePages {
  readonly #file: Buffer;
  readonly #pageSize: number;
  /** Bytes of a page without what extensions keep at its end. */
  readonly #usable: number;
  readonly #decoder: TextDecoder;

  constructor(bytes: Uint8Array) {
    this.#file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = this.#file.readUInt16BE(16);
    this.#pageSize = size === 1 ? 65_536 : size;
    this.#usable = this.#pageSize - (this.#file[20] ?? 0);
    if (this.#pageSize < 512 || this.#usable < 480) throw broken();
    this.#decoder = new TextDecoder(ENCODINGS[this.#file.readUInt32BE(56)] ?? 'utf-8');
  }

  /** The rows of the table whose tree begins at a page. Reads no more than the file is long. */
  *rowsAt(root: number): Generator<RawRow> {
    try {
      yield* this.#rowsIn(root, new Budget(this.#file.length), 0);
    } catch (cause) {
      // A number that leads out of the file or of a page.
      if (cause instanceof RangeError) throw broken(cause);
      throw cause;
    }
  }

  *#rowsIn(number: number, budget: Budget, depth: number): Generator<RawRow> {
    if (depth > MAX_DEPTH) throw broken();
    budget.spend(1 + this.#pageSize / 64);
    const page = this.#page(number);
    const header = number === 1 ? FILE_HEADER : 0;
    const kind = page[header];
    const count = page.readUInt16BE(header + 3);
    if (kind === LEAF) {
      for (let cell = 0; cell < count; cell++) {
        yield this.#row(page, page.readUInt16BE(header + 8 + 2 * cell), budget);
      }
    } else if (kind === INTERIOR) {
      for (let cell = 0; cell < count; cell++) {
        const at = page.readUInt16BE(header + 12 + 2 * cell);
        yield* this.#rowsIn(page.readUInt32BE(at), budget, depth + 1);
      }
      yield* this.#rowsIn(page.readUInt32BE(header + 8), budget, depth + 1);
    } else throw broken();
  }

  #page(number: number): Buffer {
    const start = (number - 1) * this.#pageSize;
    if (number < 1 || start + this.#pageSize > this.#file.length) throw broken();
    return this.#file.subarray(start, start + this.#pageSize);
  }

  #row(page: Buffer, at: number, budget: Budget): RawRow {
    const length = varint(page, at);
    const key = varint(page, length.next);
    budget.spend(length.value);
    return { key: key.value, values: this.#values(this.#payload(page, key.next, length.value)) };
  }

  /** What does not fit into a page goes on in a chain of others. */
  #payload(page: Buffer, at: number, length: number): Buffer {
    const most = this.#usable - 35;
    if (length <= most) return within(page, at, length);
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (this.#usable - 4));
    const local = fitting <= most ? fitting : least;
    const chunks = [within(page, at, local)];
    let next = page.readUInt32BE(at + local);
    for (let left = length - local; left > 0; ) {
      const overflow = this.#page(next);
      const chunk = within(overflow, 4, Math.min(left, this.#usable - 4));
      chunks.push(chunk);
      left -= chunk.length;
      next = overflow.readUInt32BE(0);
    }
    return Buffer.concat(chunks);
  }

  #values(record: Buffer): SqlValue[] {
    const size = varint(record, 0);
    const values: SqlValue[] = [];
    let content = size.value;
    for (let at = size.next; at < size.value; ) {
      const type = varint(record, at);
      const length = lengthOf(type.value);
      values.push(this.#value(within(record, content, length), type.value));
      content += length;
      at = type.next;
    }
    return values;
  }

  #value(bytes: Buffer, type: number): SqlValue {
    if (type === 0) return null;
    if (type === 7) return bytes.readDoubleBE(0);
    if (type === 8 || type === 9) return type - 8;
    if (type >= 12) return type % 2 === 0 ? Uint8Array.from(bytes) : this.#decoder.decode(bytes);
    return bytes.length === 8 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length);
  }
}

/** Lets a table take no more than the file is long, wherever its numbers lead. */
class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw broken();
  }
}

const INTEGER_LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function lengthOf(type: number): number {
  return INTEGER_LENGTHS[type] ?? Math.floor((type - 12) / 2);
}

function within(buffer: Buffer, at: number, length: number): Buffer {
  if (length < 0 || at + length > buffer.length) throw broken();
  return buffer.subarray(at, at + length);
}

/** A number in one to nine bytes, seven bits in each but the ninth. */
function varint(buffer: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = buffer.readUInt8(at + index);
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (byte < 0x80 || index === 8) return { value, next: at + index + 1 };
  }
  throw broken();
}

function broken(cause?: unknown): UnreadableFileError {
  return new UnreadableFileError(t('file.sqliteBroken'), { cause });
}
