/** UTF-16 code units after which a chunk goes out. */
const CHUNK_UNITS = 64 * 1024;

/**
 * Text that comes in pieces as UTF-8, in chunks of about 64 KB. Nothing is read ahead of the chunk asked for,
 * and a reader that stops early closes `pieces`. Half of a surrogate pair becomes U+FFFD.
 */
export async function* byteChunks(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  let gathered: string[] = [];
  let units = 0;
  for await (const piece of pieces) {
    gathered.push(piece);
    units += piece.length;
    if (units < CHUNK_UNITS) continue;
    yield Buffer.from(gathered.join(''));
    gathered = [];
    units = 0;
  }
  if (units > 0) yield Buffer.from(gathered.join(''));
}
