const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_HEADER = 0x02014b50;
/** The end of a zip is 22 bytes and a comment of at most 65,535. */
const MAX_END_BYTES = 22 + 0xffff;

/**
 * The names that a zip's directory lists, at most `most` of them, as they stand there; none where the bytes are no zip.
 * Looks at nothing else and trusts nothing: it tells what a file may be, not whether it can be read. Of a zip with so
 * many files that it needs ZIP64, the names are found only where its directory still begins below 4 GB.
 */
export function zipNames(bytes: Uint8Array, most = 10_000): string[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.length < 22 || zip[0] !== 0x50 || zip[1] !== 0x4b) return [];
  const names: string[] = [];
  let at = directoryStart(zip);
  while (names.length < most && at + 46 <= zip.length && zip.readUInt32LE(at) === DIRECTORY_HEADER) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const from = at + 46;
    const to = from + (name ?? 0);
    names.push(zip.toString('utf8', from, to));
    at = to + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function directoryStart(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - MAX_END_BYTES); at--) {
    if (zip.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const start = zip.readUInt32LE(at + 16);
    return start === 0xffffffff ? startIn64(zip, at) : start;
  }
  return zip.length;
}

/** The ZIP64 end stands in 76 bytes before the plain one. */
function startIn64(zip: Buffer, end: number): number {
  if (end < 76) return zip.length;
  const start = zip.readBigUInt64LE(end - 76 + 48);
  return start < BigInt(zip.length) ? Number(start) : zip.length;
}
