import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw, deflateRawSync } from 'node:zlib';
import {
  dataDescriptor,
  directoryHeader,
  endOfDirectory,
  localHeader,
  type WrittenEntry,
} from './zip-headers.ts';

/** One file of a zip. Its chunks are asked for when all files before it have been written. */
export interface ZipEntry {
  /** Its path in the zip, with `/` between folders. */
  readonly name: string;
  /** A string is written as UTF-8. */
  readonly chunks: AsyncIterable<Uint8Array> | string;
}

/** Bytes after which a chunk goes out. */
const CHUNK_BYTES = 64 * 1024;

/** Up to this many bytes deflating costs less than asking the thread pool for it. */
const SMALL = 16 * 1024;

const deflateAside = promisify(deflateRaw);

/**
 * Writes files as a zip (PKWARE's APPNOTE 6.3: deflate, names in UTF-8, ZIP64 where it is large), in chunks of about
 * 64 KB. The same files give the same bytes: each has the first day that a zip can say. Reads no further ahead than one
 * deflate stream holds, and keeps nothing of a written file but its name and sizes. A reader that stops early closes
 * `entries` and the chunks at hand; what either throws is thrown. Throws a RangeError for a name that is empty, longer
 * than 65,535 bytes, or not a plain path below the folder in which the zip is unpacked.
 */
export async function* writeZip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces(entries)) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
  }
  yield Buffer.concat(waiting, length);
}

async function* pieces(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: WrittenEntry[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const file = new FileWriter(pathOf(entry.name), offset);
    for await (const piece of file.write(entry.chunks)) {
      offset += piece.length;
      yield piece;
    }
    written.push(file.entry);
  }
  const start = offset;
  for (const entry of written) {
    const header = directoryHeader(entry);
    offset += header.length;
    yield header;
  }
  yield endOfDirectory(written.length, offset - start, start);
}

/** Writes one file and keeps its sizes for the directory. */
class FileWriter {
  entry: WrittenEntry;

  constructor(path: Uint8Array, offset: number) {
    this.entry = { path, offset, streamed: false, checksum: 0, size: 0, packedSize: 0 };
  }

  async *write(chunks: ZipEntry['chunks']): AsyncGenerator<Uint8Array> {
    if (typeof chunks === 'string') yield* this.#whole(Buffer.from(chunks));
    else yield* this.#streamed(chunks);
  }

  async *#whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    const packed = bytes.length <= SMALL ? deflateRawSync(bytes) : await deflateAside(bytes);
    this.entry = {
      ...this.entry,
      checksum: crc32(bytes),
      size: bytes.length,
      packedSize: packed.length,
    };
    yield localHeader(this.entry);
    yield packed;
  }

  async *#streamed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.entry = { ...this.entry, streamed: true };
    yield localHeader(this.entry);
    let packedSize = 0;
    for await (const piece of deflated(this.#counted(chunks))) {
      packedSize += piece.length;
      yield piece;
    }
    this.entry = { ...this.entry, packedSize };
    yield dataDescriptor(this.entry);
  }

  async *#counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let { checksum, size } = this.entry;
    for await (const chunk of chunks) {
      checksum = crc32(chunk, checksum);
      size += chunk.length;
      yield chunk;
    }
    this.entry = { ...this.entry, checksum, size };
  }
}

async function* deflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw();
  // What goes wrong reaches the reader of the stream too, and is thrown there.
  const ended = pipeline(chunks, deflate).catch(() => undefined);
  try {
    yield* deflate;
  } finally {
    deflate.destroy();
    await ended;
  }
}

function pathOf(name: string): Uint8Array {
  const path = Buffer.from(name);
  const steps = name.split('/');
  const leadsOut = steps.includes('..') || steps.includes('') || /[\\\0]|^[a-z]:/i.test(name);
  if (leadsOut || path.length > 0xffff) throw new RangeError(`not a path for a zip: ${name}`);
  return path;
}
