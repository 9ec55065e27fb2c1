import { Readable } from 'node:stream';
import { type CsvError, type Info, type Parser, parse } from 'csv-parse';
import { t } from '../../messages/language.ts';
import type { UnreadableRecord } from '../incoming.ts';
import type { CsvBytes } from './csv-bytes.ts';
import { LineCounter } from './line-counter.ts';

/** One row of a CSV file, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that breaks the rules of CSV: the byte just before it, and why. */
interface BrokenRow {
  readonly after: number;
  readonly isEndless: boolean;
  readonly reason: string;
}

const SLICE = 64 * 1024;

/** More bytes than any row of ours takes. What is larger comes of a quotation mark that is never closed. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

/**
 * The rows of a file, the header among them, one after another; rows that break the rules of CSV come as
 * UnreadableRecord with their line. Blank lines are left out.
 */
export async function* readRows(file: CsvBytes): AsyncGenerator<CsvRow | UnreadableRecord> {
  const lines = new LineCounter(file.bytes, file.firstLine);
  const broken: BrokenRow[] = [];
  const brokenBefore = (end: number): UnreadableRecord[] => {
    const count = broken.findIndex(({ after }) => after >= end);
    return broken.splice(0, count < 0 ? broken.length : count).map(({ after, reason }) => {
      return { place: t('place.line', { number: String(lines.lineOfStart(after)) }), reason };
    });
  };
  const parser = parserOf(file, broken);
  Readable.from(slicesOf(file.bytes, broken), { highWaterMark: 1 }).pipe(parser);
  // What the parser gives with the option `info`; its types do not follow its options.
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    yield* brokenBefore(info.bytes);
    const inside = record.reduce((sum, cell) => sum + lineEndsIn(cell), 0);
    yield { line: lines.lineOfEnd(info.bytes) - inside, cells: record };
  }
  yield* brokenBefore(Infinity);
}

function parserOf({ bytes, separator }: CsvBytes, broken: BrokenRow[]): Parser {
  return parse({
    delimiter: separator,
    record_delimiter: lineEndsOf(bytes),
    info: true,
    cast: false,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW_BYTES,
    on_skip: (error) => {
      const after = typeof error?.bytes === 'number' ? error.bytes : 0;
      const isEndless = error?.code === 'CSV_MAX_RECORD_SIZE';
      // A row may break a rule many times; once is enough.
      if (broken.at(-1)?.after !== after) broken.push({ after, isEndless, reason: reasonFor(error) });
      return undefined;
    },
  });
}

function reasonFor(error: CsvError | undefined): string {
  switch (error?.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return t('file.openQuote');
    default:
      return t('file.loneQuote');
  }
}

/** The bytes up to a row without an end: the parser would go on to complain of every byte that follows. */
function* slicesOf(bytes: Uint8Array, broken: readonly BrokenRow[]): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length && !broken.at(-1)?.isEndless; from += SLICE) {
    yield bytes.subarray(from, from + SLICE);
  }
}

/** Old Macs ended lines with CR alone. In all other files a CR by itself is a character like any other. */
function lineEndsOf(bytes: Uint8Array): string[] {
  return bytes.includes(0x0a) ? ['\r\n', '\n'] : ['\r'];
}

function lineEndsIn(cell: string): number {
  return /[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}
