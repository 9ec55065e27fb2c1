import { text as textOf } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { writeZip, type ZipEntry } from '../../../src/formats/writing/write-zip.ts';
import {
  directoryHeader,
  endOfDirectory,
  type WrittenEntry,
} from '../../../src/formats/writing/zip-headers.ts';

async function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* inChunks(words: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(words);
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

/** Names and words as another program reads them, which checks sizes and sums. */
async function unzipped(zip: Buffer): Promise<[string, string][]> {
  const files: [string, string][] = [];
  const archive = await fromBufferPromise(zip);
  for await (const entry of archive.eachEntry()) {
    files.push([entry.fileName, await textOf(await archive.openReadStreamPromise(entry))]);
  }
  return files;
}

const name = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .map((words) => `file ${words.toWellFormed().replaceAll(/[/\\\0:]/g, '_')}.txt`);
const words = fc.string({ unit: 'binary', maxLength: 400 }).map((given) => given.toWellFormed());

test('what goes in comes out, whole or in chunks', async () => {
  const files = fc.array(fc.tuple(name, words, fc.boolean(), fc.integer({ min: 1, max: 90 })), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const entries = given.map(([name, words, streamed, length]) => ({
        name,
        chunks: streamed ? inChunks(words, length) : words,
      }));
      expect(await unzipped(await zipOf(entries))).toEqual(given.map(([name, words]) => [name, words]));
    }),
    { numRuns: 60 },
  );
});

test('the same files give the same bytes, in any time zone', async () => {
  const zone = process.env.TZ;
  const write = (TZ: string) => {
    process.env.TZ = TZ;
    return zipOf([
      { name: 'a/é.txt', chunks: 'Tern' },
      { name: 'b.txt', chunks: inChunks('Wren', 1) },
    ]);
  };
  try {
    expect(await write('Pacific/Auckland')).toEqual(await write('America/Lima'));
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('more files than a plain zip can count', async () => {
  const entries = Array.from({ length: 66_000 }, (_, at) => ({ name: `${at}.txt`, chunks: '' }));
  const archive = await fromBufferPromise(await zipOf(entries));
  expect(archive.entryCount).toBe(66_000);
  let last = '';
  for await (const entry of archive.eachEntry()) last = entry.fileName;
  expect(last).toBe('65999.txt');
});

describe('beyond four gigabytes', () => {
  const entry: WrittenEntry = {
    path: Buffer.from('a'),
    offset: 2 ** 33,
    streamed: true,
    checksum: 7,
    size: 2 ** 34,
    packedSize: 2 ** 32 + 1,
  };

  test('the directory has sizes and offset in 64 bits', () => {
    const header = Buffer.from(directoryHeader(entry));
    expect([header.readUInt32LE(20), header.readUInt32LE(24), header.readUInt32LE(42)]).toEqual(
      Array(3).fill(0xffffffff),
    );
    const extra = header.subarray(47);
    expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 24]);
    expect([4, 12, 20].map((at) => Number(extra.readBigUInt64LE(at)))).toEqual([
      2 ** 34,
      2 ** 32 + 1,
      2 ** 33,
    ]);
  });

  test('so has the end', () => {
    const end = Buffer.from(endOfDirectory(2, 94, 2 ** 33));
    expect(end.length).toBe(98);
    expect([32, 40, 48, 64].map((at) => Number(end.readBigUInt64LE(at)))).toEqual([
      2,
      94,
      2 ** 33,
      2 ** 33 + 94,
    ]);
  });
});

describe('reading ahead', () => {
  const noise = Buffer.from(Array.from({ length: 8192 }, (_, at) => (at * 2_654_435_761) >>> 24));

  test('is bounded', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let count = 0; count < 1_000_000; count++) {
        asked = count;
        yield noise;
      }
    }
    const zip = writeZip([{ name: 'a', chunks: endless() }]);
    expect(asked).toBe(0);
    await zip.next();
    await new Promise((resolve) => setImmediate(resolve));
    const atFirst = asked;
    await zip.next();
    expect(asked).toBeGreaterThan(atFirst);
    await zip.return(undefined);
    const atLast = asked;
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(atLast);
    expect(asked).toBeLessThan(20_000);
  });

  test('stops and closes everything when the reader stops', async () => {
    const closed: string[] = [];
    async function* chunks(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield noise;
      } finally {
        closed.push('chunks');
      }
    }
    function* entries(): Generator<ZipEntry> {
      try {
        yield { name: 'a', chunks: chunks() };
        yield { name: 'b', chunks: '' };
      } finally {
        closed.push('entries');
      }
    }
    const zip = writeZip(entries());
    await zip.next();
    await zip.return(undefined);
    expect(closed).toEqual(['chunks', 'entries']);
  });
});

test('what the chunks throw is thrown', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('begun');
    throw new Error('the source broke');
  }
  await expect(zipOf([{ name: 'a', chunks: broken() }])).rejects.toThrow('the source broke');
});

test.each(['', '/etc/passwd', '../up', 'a/../b', 'a//b', 'a\\b', 'C:/x', 'a\0b'])(
  '%j is no path',
  async (path) => {
    await expect(zipOf([{ name: path, chunks: '' }])).rejects.toThrow(RangeError);
  },
);
