import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file of a zip. Its chunks are asked for when all files before it have been written. */
export interface ZipEntry {
  /** Its path in the zip, with `/` between folders. */
  readonly name: string;
  /** A string is written as UTF-8. */
  readonly chunks: AsyncIterable<Uint8Array> | string;
}

/** Bytes after which a chunk goes out. */
const CHUNK_BYTES = 64 * 1024;

/** The same for every file, in local time as a zip counts it, so that the same content gives the same bytes everywhere. */
const OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/**
 * Writes files as a zip (deflate, names in UTF-8, ZIP64 where it is large), in chunks of about 64 KB. The same files give
 * the same bytes. Reads as far ahead as a few stream buffers hold. A reader that stops early closes `entries` and the
 * chunks at hand; what either throws is thrown. Throws an Error for a name that is absolute or has `..`, `\` or NUL.
 */
export async function* writeZip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const stop = new AbortController();
  const feeding = feed(zip, entries, stop.signal);
  // yazl promises less than its PassThrough is.
  const output = zip.outputStream as Readable;
  feeding.catch((error) => output.destroy(error));
  try {
    yield* gather(output);
  } finally {
    stop.abort();
    await feeding.catch(() => undefined);
  }
}

async function feed(
  zip: ZipFile,
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  stop: AbortSignal,
): Promise<void> {
  for await (const { name, chunks } of entries) {
    if (stop.aborted) return;
    const input = Readable.from(typeof chunks === 'string' ? [Buffer.from(chunks)] : chunks, {
      objectMode: false,
      signal: stop,
    });
    zip.addReadStream(input, name, OPTIONS);
    await finished(input);
  }
  zip.end();
}

/** The pieces in chunks of about 64 KB. */
async function* gather(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
