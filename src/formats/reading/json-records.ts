import { isUtf8 } from 'node:buffer';
import { UnreadableFileError, UnreadableTextError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import type { Encoding } from './detect-encoding.ts';
import { endOfValue, isSpace, skipSeparators } from './json-scan.ts';
import { parseJson } from './parse-json.ts';
import { readWithReading, type TextReading } from './text-reading.ts';

/** One record of a file, parsed. */
export interface JsonRecord {
  readonly place: string;
  readonly value: unknown;
}

/** What a record is called. */
type RecordName = 'record' | 'task';

const LINE_FEED = 0x0a;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT] = [0x5b, 0x5d, 0x7b] as const;

/**
 * The records of a JSON file, one after another: its lines (JSON Lines; `place` is `line
 * 3`), the elements of its array, or objects written over several lines (`record 3`; `name` stands for
 * `record`). A record that is broken, or damaged in a file of UTF-8, does not end the file. Throws
 * UnreadableFileError for what does not begin as JSON.
 */
export function* jsonRecords(
  { bytes: raw, encoding }: Pick<IncomingFile, 'bytes' | 'encoding'>,
  name: RecordName = 'record',
): Generator<JsonRecord | UnreadableRecord> {
  const { bytes } = jsonBytes(raw, encoding);
  const first = skipSpace(bytes, 0);
  if (first === bytes.length) throw new UnreadableFileError(t('file.empty'));
  if (bytes[first] === OPEN_ARRAY) yield* elements(bytes, first + 1, name);
  else if (bytes[first] !== OPEN_OBJECT) throw new UnreadableFileError(t('file.notJson'));
  else if (spansLines(bytes, first)) yield* values(bytes, first, name);
  else yield* lines(bytes);
}

/** The documents of a JSON file, read record by record; records that are broken come as they are. */
export async function* readEachRecord(
  file: IncomingFile,
  read: (record: JsonRecord) => Iterable<IncomingDocument | UnreadableRecord>,
  name?: RecordName,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  for (const record of jsonRecords(file, name)) {
    if ('reason' in record) yield record;
    else yield* read(record);
  }
}

/** Looked at of a file. */
const MOST_FIRST = 3;

/** What every reader asks of a file in its turn, for as long as there is room to remember it. */
const remembered = new WeakMap<Uint8Array, WeakRef<readonly unknown[]>>();

/** The first whole records, at most three. Reads no further, and never throws for what is not JSON. */
export function firstRecords(file: Pick<IncomingFile, 'bytes'>): readonly unknown[] {
  const known = remembered.get(file.bytes)?.deref();
  if (known) return known;
  const found = readFirst(file, MOST_FIRST);
  remembered.set(file.bytes, new WeakRef(found));
  return found;
}

function readFirst(file: Pick<IncomingFile, 'bytes'>, most: number): readonly unknown[] {
  const found: unknown[] = [];
  try {
    let looked = 0;
    for (const record of jsonRecords(file)) {
      if ('value' in record) found.push(record.value);
      if (found.length === most || ++looked === 2 * most) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
  }
  return found;
}

/** JSON as UTF-8 without a byte order mark, and how it was read where that is a guess or a repair. */
export interface JsonBytes {
  readonly bytes: Uint8Array;
  readonly reading?: TextReading;
}

/** A file is asked for its records by one reader after another. */
const recoded = new WeakMap<Uint8Array, JsonBytes>();

/**
 * The bytes of a JSON file as UTF-8: UTF-16 where a mark says so, or the encoding that a person has `chosen`. Else what
 * is no UTF-8 stays as it is, so that these records are refused; with `mend` it is read in the encoding that it looks
 * like, and damaged characters of UTF-8 become U+FFFD, which `reading` says.
 */
export function jsonBytes(bytes: Uint8Array, chosen?: Encoding, mend = false): JsonBytes {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { bytes: recode(bytes, 'utf-16le') };
  if (first === 0xfe && second === 0xff) return { bytes: recode(bytes, 'utf-16be') };
  if (first === 0xef && second === 0xbb && third === 0xbf) return jsonBytes(bytes.subarray(3), chosen, mend);
  if (!chosen && (!mend || !mayBeJson(bytes) || isUtf8(bytes))) return { bytes };
  const known = chosen ? undefined : recoded.get(bytes);
  const found = known ?? asText(bytes, chosen);
  if (!chosen) recoded.set(bytes, found);
  return found;
}

function asText(bytes: Uint8Array, chosen: Encoding | undefined): JsonBytes {
  try {
    const { text, ...how } = readWithReading(bytes, chosen);
    return { bytes: new TextEncoder().encode(text), ...how };
  } catch (error) {
    if (error instanceof UnreadableTextError) return { bytes };
    throw error;
  }
}

function mayBeJson(bytes: Uint8Array): boolean {
  const first = bytes[skipSpace(bytes, 0)];
  return first === OPEN_ARRAY || first === OPEN_OBJECT;
}

function recode(bytes: Uint8Array, encoding: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  while (next < bytes.length && isSpace(bytes[next])) next++;
  return next;
}

/** Whether the first object goes over several lines and is whole; a first line that is broken is not. */
function spansLines(bytes: Uint8Array, first: number): boolean {
  const end = endOfValue(bytes, first);
  const lineEnd = bytes.indexOf(LINE_FEED, first);
  if (end < 0 || lineEnd < 0 || lineEnd >= end) return false;
  return 'value' in parse(bytes.subarray(first, end), '');
}

function* lines(bytes: Uint8Array): Generator<JsonRecord | UnreadableRecord> {
  let start = 0;
  for (let number = 1; start < bytes.length; number++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    if (skipSpace(bytes, start) < end)
      yield parse(bytes.subarray(start, end), t('place.line', { number: String(number) }));
    start = end + 1;
  }
}

function* elements(
  bytes: Uint8Array,
  from: number,
  name: RecordName,
): Generator<JsonRecord | UnreadableRecord> {
  let at = skipSeparators(bytes, from);
  let number = 1;
  for (; at < bytes.length && bytes[at] !== CLOSE_ARRAY; number++) {
    const end = endOfValue(bytes, at);
    if (end <= at) break;
    yield parse(bytes.subarray(at, end), t(`place.${name}`, { number: String(number) }));
    at = skipSeparators(bytes, end);
  }
  if (bytes[at] !== CLOSE_ARRAY) yield brokenOff(t(`place.${name}`, { number: String(number) }));
}

function* values(
  bytes: Uint8Array,
  from: number,
  name: RecordName,
): Generator<JsonRecord | UnreadableRecord> {
  let at = from;
  for (let number = 1; at < bytes.length; number++) {
    const end = endOfValue(bytes, at);
    if (end <= at) return yield brokenOff(t(`place.${name}`, { number: String(number) }));
    yield parse(bytes.subarray(at, end), t(`place.${name}`, { number: String(number) }));
    at = skipSeparators(bytes, end);
  }
}

function brokenOff(place: string): UnreadableRecord {
  return { place, reason: t('file.brokenOff') };
}

function parse(bytes: Uint8Array, place: string): JsonRecord | UnreadableRecord {
  try {
    return { place, value: parseJson(bytes) };
  } catch (error) {
    return { place, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) {
    // The parser quotes the file, line ends and all; one line of that is enough.
    return t('file.brokenJson', { why: error.message.replaceAll(/\s+/g, ' ').slice(0, 120) });
  }
  if (error instanceof TypeError) return t('file.recordNotUtf8');
  if (error instanceof RangeError) return t('file.recordTooLarge');
  throw error;
}
