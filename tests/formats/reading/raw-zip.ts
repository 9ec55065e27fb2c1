import { crc32, deflateRawSync } from 'node:zlib';

/** An entry, with whatever lies about itself a test wants to tell. */
export interface RawEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly stored?: boolean;
  /** Bit 0 says encrypted, bit 11 UTF-8; the latter alone if nothing is said. */
  readonly flags?: number;
  readonly method?: number;
  readonly sum?: number;
  /** The inflated size that the headers tell. */
  readonly size?: number;
  readonly packedSize?: number;
  /** Unix mode, file type and permissions. */
  readonly mode?: number;
  /** Where the list says that the entry begins. */
  readonly offset?: number;
}

/**
 * A zip archive written by hand, header for header, as the format's specification (PKWARE APPNOTE) has them.
 */
export function rawZip(entries: readonly RawEntry[], told: { count?: number; disk?: number } = {}): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, central } = headers(entry, at);
    files.push(local);
    list.push(central);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(told.disk ?? 0, 4);
  end.writeUInt16LE(told.count ?? entries.length, 8);
  end.writeUInt16LE(told.count ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, directory, end]);
}

function headers(entry: RawEntry, at: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(entry.content ?? '');
  const packed = entry.stored ? content : deflateRawSync(content);
  const name = Buffer.from(entry.name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(entry.flags ?? 0x800, 2);
  shared.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
  shared.writeUInt32LE(entry.sum ?? crc32(content), 10);
  shared.writeUInt32LE(entry.packedSize ?? packed.length, 14);
  shared.writeUInt32LE(entry.size ?? content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
  rest.writeUInt32LE(entry.offset ?? at, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), shared, rest, name]),
  };
}
