import { isUtf8 } from 'node:buffer';
import { UnreadableFileError, UnreadableTextError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { Encoding } from './detect-encoding.ts';
import { readWithReading, type TextReading } from './text-reading.ts';

/** A CSV file as UTF-8 without a byte order mark, and what its first bytes tell. */
export interface CsvBytes {
  readonly bytes: Uint8Array;
  /** The line of the file on which the bytes begin: 2 after a line `sep=;`. */
  readonly firstLine: number;
  readonly separator: string;
  /** How we wrote the file; `undefined` where another program has saved it, or made it. */
  readonly written: 'raw' | 'guarded' | undefined;
  /** How the bytes were read, where that is a guess or a repair. */
  readonly reading?: TextReading;
}

const SEPARATORS = [',', ';', '\t', '|'];
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** What follows our header: columns for what a project asks for itself, the end of the line, and the first row. */
const OWN_COLUMNS = /^(?:,[a-z0-9_]+)*\r\n(?:"|$)/;

/** The header must end within this many bytes. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * Reads encoding and separator. `ourHeader` is the first line of the files that we write of this kind, `chosen` the
 * encoding that a person has chosen. Throws UnreadableFileError where the bytes are not text.
 */
export function readCsvBytes(file: Uint8Array, ourHeader: string, chosen?: Encoding): CsvBytes {
  const hasMark = startsWith(file, BYTE_ORDER_MARK);
  const { utf8, ...how } = toUtf8(hasMark ? file.subarray(BYTE_ORDER_MARK.length) : file, chosen);
  return { ...separated(utf8, hasMark, ourHeader), ...how };
}

function separated(text: Uint8Array, hasMark: boolean, ourHeader: string): CsvBytes {
  const head = headOf(text);
  const said = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n)/i.exec(head);
  if (said?.[1]) {
    const bytes = text.subarray(Buffer.byteLength(said[0]));
    return { bytes, firstLine: 2, separator: said[1], written: undefined };
  }
  const isOurs = head.startsWith(ourHeader) && OWN_COLUMNS.test(head.slice(ourHeader.length));
  const written = hasMark ? 'guarded' : 'raw';
  return { bytes: text, firstLine: 1, separator: separatorOf(head), written: isOurs ? written : undefined };
}

/**
 * The names in the header of a file, without looking at the rest of it; none where the bytes are not text.
 */
export function headerNames(file: Uint8Array): string[] {
  try {
    const { bytes, separator } = readCsvBytes(file.subarray(0, MAX_HEADER_BYTES), '');
    return headerLine(headOf(bytes))
      .split(separator)
      .map((name) => name.replace(/^\s*"(.*)"\s*$/, '$1'));
  } catch (error) {
    if (error instanceof UnreadableFileError) return [];
    throw error;
  }
}

function headOf(utf8: Uint8Array): string {
  return Buffer.from(utf8.buffer, utf8.byteOffset, Math.min(utf8.length, MAX_HEADER_BYTES)).toString();
}

function headerLine(head: string): string {
  return head.split(/[\r\n]/, 1)[0] ?? '';
}

function toUtf8(bytes: Uint8Array, chosen: Encoding | undefined) {
  if (!chosen && isUtf8(bytes)) return { utf8: bytes };
  try {
    const { text, ...how } = readWithReading(bytes, chosen);
    return { utf8: Buffer.from(text), ...how };
  } catch (error) {
    if (!(error instanceof UnreadableTextError)) throw error;
    throw new UnreadableFileError(t('file.csvBinary'));
  }
}

/** What parts the names of the header: of the usual signs the one that stands there most often. */
function separatorOf(head: string): string {
  const header = headerLine(head);
  const count = (sign: string) => header.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function startsWith(bytes: Uint8Array, mark: Uint8Array): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
