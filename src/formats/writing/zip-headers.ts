/** A file as the zip's directory names it. Sizes and offset are bytes. */
export interface WrittenEntry {
  /** The path as UTF-8. */
  readonly path: Uint8Array;
  /** Where its local header stands in the zip. */
  readonly offset: number;
  /** Whether sizes and checksum were not known before its bytes, and follow them. */
  readonly streamed: boolean;
  readonly checksum: number;
  readonly size: number;
  readonly packedSize: number;
}

const MAX_UINT32 = 0xffffffff;
const MAX_UINT16 = 0xffff;
const DEFLATE = 8;
const NAME_IS_UTF8 = 0x0800;
const SIZES_FOLLOW = 0x0008;
/** Version 2.0 of the format has deflate, 4.5 has ZIP64. */
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
/** 1 January 1980, midnight: the first that a zip can say. */
const FIRST_DAY = 0x0021;
const ON_UNIX = 3 << 8;
/** A plain file that its owner may write and everybody read. */
const PLAIN_FILE = 0o100644 * 0x10000;

/** What stands before the bytes of a file; of a streamed one the sizes are not read. */
export function localHeader(entry: WrittenEntry): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeDescription(header, 4, entry);
  return Buffer.concat([header, entry.path]);
}

/** What stands after the bytes of a streamed file. */
export function dataDescriptor(entry: WrittenEntry): Uint8Array {
  const large = isLarge(entry);
  const descriptor = Buffer.alloc(large ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.checksum, 4);
  if (large) {
    descriptor.writeBigUInt64LE(BigInt(entry.packedSize), 8);
    descriptor.writeBigUInt64LE(BigInt(entry.size), 16);
  } else {
    descriptor.writeUInt32LE(entry.packedSize, 8);
    descriptor.writeUInt32LE(entry.size, 12);
  }
  return descriptor;
}

/** A file's line in the directory at the end of the zip. */
export function directoryHeader(entry: WrittenEntry): Uint8Array {
  const large = isLarge(entry) || entry.offset >= MAX_UINT32;
  const extra = large ? largeSizes(entry) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(ON_UNIX | ZIP64_VERSION, 4);
  writeDescription(header, 6, { ...entry, streamed: false });
  header.writeUInt16LE(large ? ZIP64_VERSION : PLAIN_VERSION, 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  if (large) header.fill(0xff, 20, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(PLAIN_FILE, 38);
  header.writeUInt32LE(large ? MAX_UINT32 : entry.offset, 42);
  return Buffer.concat([header, entry.path, extra]);
}

/** What ends the zip: how many files its directory names, how long it is and where it begins. */
export function endOfDirectory(count: number, length: number, offset: number): Uint8Array {
  const large = count >= MAX_UINT16 || length >= MAX_UINT32 || offset >= MAX_UINT32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(large ? MAX_UINT16 : count, 8);
  end.writeUInt16LE(large ? MAX_UINT16 : count, 10);
  end.writeUInt32LE(large ? MAX_UINT32 : length, 12);
  end.writeUInt32LE(large ? MAX_UINT32 : offset, 16);
  return large ? Buffer.concat([largeEnd(count, length, offset), end]) : end;
}

/** The fields that both headers of a file share, from its version to the length of its path. */
function writeDescription(header: Buffer, at: number, entry: WrittenEntry): void {
  const known = !entry.streamed;
  header.writeUInt16LE(PLAIN_VERSION, at);
  header.writeUInt16LE(flagsOf(entry), at + 2);
  header.writeUInt16LE(DEFLATE, at + 4);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(known ? entry.checksum : 0, at + 10);
  header.writeUInt32LE(known ? Math.min(entry.packedSize, MAX_UINT32) : 0, at + 14);
  header.writeUInt32LE(known ? Math.min(entry.size, MAX_UINT32) : 0, at + 18);
  header.writeUInt16LE(entry.path.length, at + 22);
}

function flagsOf({ streamed }: WrittenEntry): number {
  return streamed ? NAME_IS_UTF8 | SIZES_FOLLOW : NAME_IS_UTF8;
}

function isLarge({ size, packedSize }: WrittenEntry): boolean {
  return size >= MAX_UINT32 || packedSize >= MAX_UINT32;
}

function largeSizes({ size, packedSize, offset }: WrittenEntry): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packedSize), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}

function largeEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(ON_UNIX | ZIP64_VERSION, 12);
  end.writeUInt16LE(ZIP64_VERSION, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
