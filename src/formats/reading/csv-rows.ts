import { setImmediate } from 'node:timers/promises';
import { t } from '../../messages/language.ts';
import type { UnreadableRecord } from '../incoming.ts';
import type { CsvBytes } from './csv-bytes.ts';

/** One row of a CSV file, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** More bytes than any row of ours takes. What is larger comes of a quotation mark that is never closed. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

/** More cells than any row of ours has: a row of separators alone would fill the memory. */
const MAX_CELLS = 100_000;

/** How many bytes are read before others get a turn. */
const TURN = 1024 * 1024;

/**
 * The rows of a file as RFC 4180 has them, the header among them, one after another; rows that break its rules come
 * as UnreadableRecord with their line, once each. Blank lines are left out. Each byte is looked at once, so that no
 * file takes longer than its size says.
 */
export async function* readRows(file: CsvBytes): AsyncGenerator<CsvRow | UnreadableRecord> {
  const reader = new RowReader(file);
  let turn = TURN;
  for (let row = reader.next(); row; row = reader.next()) {
    yield row;
    if (reader.at < turn) continue;
    turn = reader.at + TURN;
    await setImmediate();
  }
}

class RowReader {
  /** The byte that is read next. */
  at = 0;
  readonly #bytes: Buffer;
  readonly #separator: Buffer;
  /** Old Macs ended lines with CR alone. In all other files a CR by itself is a character like any other. */
  readonly #endsWithReturn: boolean;
  #line: number;
  /** Up to where lines are counted. */
  #counted = 0;
  #isBroken = false;
  #isOverfull = false;

  constructor({ bytes, separator, firstLine }: CsvBytes) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#separator = Buffer.from(separator);
    this.#endsWithReturn = !bytes.includes(LINE_FEED);
    this.#line = firstLine;
  }

  next(): CsvRow | UnreadableRecord | undefined {
    for (let length = this.#lineEnd(this.at); length > 0; length = this.#lineEnd(this.at)) this.at += length;
    if (this.at >= this.#bytes.length) return undefined;
    const line = this.#lineOf(this.at);
    this.#isBroken = this.#isOverfull = false;
    const cells = this.#cells();
    const place = t('place.line', { number: String(line) });
    if (!cells) return { place, reason: t('file.openQuote') };
    if (this.#isOverfull) return { place, reason: t('file.manyCells', { most: MAX_CELLS }) };
    return this.#isBroken ? { place, reason: t('file.loneQuote') } : { line, cells };
  }

  /** The cells up to the end of the row; nothing where it has no end, and then nothing follows. */
  #cells(): string[] | undefined {
    const begin = this.at;
    const cells: string[] = [];
    do {
      const cell = this.#bytes[this.at] === QUOTE ? this.#quoted(begin) : this.#bare();
      if (cell === undefined) return undefined;
      if (cells.length < MAX_CELLS) cells.push(cell);
      else this.#isOverfull = this.#isBroken = true;
    } while (this.#skipSeparator());
    this.at += this.#lineEnd(this.at);
    return cells;
  }

  /** A cell between quotation marks; a mark inside that is not doubled breaks the row and is read on over. */
  #quoted(rowBegin: number): string | undefined {
    const begin = this.at + 1;
    let hasDoubled = false;
    for (let from = begin; ; ) {
      const mark = this.#bytes.indexOf(QUOTE, from);
      if (mark < 0 || mark - rowBegin > MAX_ROW_BYTES) return this.#giveUp();
      if (this.#endsCell(mark + 1)) {
        this.at = mark + 1;
        const words = this.#bytes.toString('utf8', begin, mark);
        return hasDoubled ? words.replaceAll('""', '"') : words;
      }
      if (this.#bytes[mark + 1] === QUOTE) hasDoubled = true;
      else this.#isBroken = true;
      from = mark + (this.#bytes[mark + 1] === QUOTE ? 2 : 1);
    }
  }

  #bare(): string {
    const begin = this.at;
    while (!this.#endsCell(this.at)) {
      if (this.#bytes[this.at] === QUOTE) this.#isBroken = true;
      this.at++;
    }
    // Nobody sees the words of a broken row.
    return this.#isBroken ? '' : this.#bytes.toString('utf8', begin, this.at);
  }

  #giveUp(): undefined {
    this.at = this.#bytes.length;
  }

  #endsCell(at: number): boolean {
    return at >= this.#bytes.length || this.#isSeparator(at) || this.#lineEnd(at) > 0;
  }

  #isSeparator(at: number): boolean {
    if (this.#bytes[at] !== this.#separator[0]) return false;
    return this.#separator.every((byte, index) => this.#bytes[at + index] === byte);
  }

  #skipSeparator(): boolean {
    if (this.at >= this.#bytes.length || !this.#isSeparator(this.at)) return false;
    this.at += this.#separator.length;
    return true;
  }

  /** How many bytes the line end at a place has; none where there is no line end. */
  #lineEnd(at: number): number {
    const byte = this.#bytes[at];
    if (byte === LINE_FEED) return 1;
    if (byte !== CARRIAGE_RETURN) return 0;
    if (this.#endsWithReturn) return 1;
    return this.#bytes[at + 1] === LINE_FEED ? 2 : 0;
  }

  /** The line, from 1, on which a place stands. LF, CR LF and a CR by itself end a line. Asked for in order. */
  #lineOf(place: number): number {
    for (; this.#counted < place; this.#counted++) {
      const byte = this.#bytes[this.#counted];
      const isReturn = byte === CARRIAGE_RETURN && this.#bytes[this.#counted + 1] !== LINE_FEED;
      if (byte === LINE_FEED || isReturn) this.#line++;
    }
    return this.#line;
  }
}
