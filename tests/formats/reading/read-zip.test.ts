import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { UnreadableFileError } from '../../../src/domain/errors.ts';
import { readZip, type ZipLimits } from '../../../src/formats/reading/read-zip.ts';
import { rawZip } from './raw-zip.ts';

async function filesOf(zip: Uint8Array, limits?: Partial<ZipLimits>): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for await (const { name, bytes } of readZip(zip, limits)) files.push([name, Buffer.from(bytes).toString()]);
  return files;
}

async function refusal(zip: Uint8Array, limits?: Partial<ZipLimits>): Promise<string> {
  const error: unknown = await filesOf(zip, limits).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableFileError);
  return error instanceof Error ? error.message : '';
}

async function yazlZip(files: Record<string, string>, compress: boolean, streamed: boolean): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, words] of Object.entries(files)) {
    const content = Buffer.from(words);
    if (streamed) zip.addReadStream(Readable.from([content]), name, { compress });
    else zip.addBuffer(content, name, { compress, forceZip64Format: true });
  }
  zip.end();
  return await buffer(zip.outputStream);
}

describe('what is inside comes out', () => {
  const FILES = { 'a.txt': 'Sluices — öffnen', 'news/b.html': '<p>B</p>'.repeat(50_000), 'empty.md': '' };

  test.each([
    ['deflated', true, true],
    ['stored', false, true],
    ['in ZIP64 format', true, false],
  ])('%s', async (_, compress, streamed) => {
    expect(await filesOf(await yazlZip(FILES, compress, streamed))).toEqual(Object.entries(FILES));
  });

  test('an archive without files has none', async () => {
    expect(await filesOf(rawZip([]))).toEqual([]);
  });

  test('a view into a larger buffer is read where it stands', async () => {
    const zip = rawZip([{ name: 'a.txt', content: 'words' }]);
    const larger = Buffer.concat([Buffer.from('before'), zip, Buffer.from('after')]);
    expect(await filesOf(larger.subarray(6, 6 + zip.length))).toEqual([['a.txt', 'words']]);
  });

  test('any files', async () => {
    const file = fc.tuple(
      fc.string({ unit: fc.constantFrom('a', 'é', '😀', '/b', '-'), minLength: 1 }),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { selector: ([name]) => name }),
        fc.boolean(),
        async (files, stored) => {
          const named = files.map(([name, content], at) => [`${at}${name}.txt`, content] as const);
          const zip = rawZip(named.map(([name, content]) => ({ name, content, stored })));
          expect(await filesOf(zip)).toEqual(named.map(([name, content]) => [name, content.toWellFormed()]));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what is left out', () => {
  test.each([
    ['a folder', { name: 'news/' }],
    ['a folder by its mode', { name: 'news', mode: 0o040_755 }],
    ['a link', { name: 'passwd.txt', content: '/etc/passwd', mode: 0o120_777 }],
    ['a device', { name: 'zero.txt', mode: 0o020_666 }],
    ['macOS’ own', { name: '__MACOSX/news/._a.txt', content: 'x' }],
    ['a folder’s settings', { name: 'news/.DS_Store', content: 'x' }],
  ])('%s', async (_, entry) => {
    const zip = rawZip([entry, { name: 'kept.txt', content: 'kept', mode: 0o100_644 }]);
    expect(await filesOf(zip)).toEqual([['kept.txt', 'kept']]);
  });
});

describe('names that lead out of the archive', () => {
  test.each([
    '../a.txt',
    'news/../../a.txt',
    '/etc/passwd',
    'C:/a.txt',
    'c:a.txt',
    '..\\a.txt',
    'news\\a.txt',
    'a.txt\0.exe',
  ])('%j', async (name) => {
    expect(await refusal(rawZip([{ name: 'good.txt' }, { name }]))).toContain('outside itself');
  });

  test('a name that only looks like it is read', async () => {
    expect(await filesOf(rawZip([{ name: 'a..b/…/..c.txt' }]))).toEqual([['a..b/…/..c.txt', '']]);
  });

  test('a bad name is told on one line and cut short', async () => {
    const message = await refusal(rawZip([{ name: `../\u001b[31m\n${'x'.repeat(500)}` }]));
    expect(message).not.toMatch(/\p{Cc}/u);
    expect(message.length).toBeLessThan(200);
  });
});

describe('bombs', () => {
  const MEGABYTES = Buffer.alloc(5_000_000, 'Ten. ');

  test('too many files, by what the archive says of itself', async () => {
    const entries = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.txt` }));
    expect(await refusal(rawZip(entries), { entries: 10 })).toContain('more than 10 files');
  });

  test('one file too large', async () => {
    const zip = rawZip([{ name: 'large.txt', content: MEGABYTES }]);
    expect(await refusal(zip, { bytesOfOne: 4_500_000 })).toContain('larger than 4.5 MB');
  });

  test('all files together too large; those before come out', async () => {
    const zip = rawZip([1, 2, 3].map((at) => ({ name: `${at}.txt`, content: 'x'.repeat(400) })));
    const reading = readZip(zip, { bytesTogether: 1000 });
    expect((await reading.next()).value?.name).toBe('1.txt');
    expect((await reading.next()).value?.name).toBe('2.txt');
    await expect(reading.next()).rejects.toThrow('Split it into smaller ones');
  });

  test('far more than its bytes could hold', async () => {
    const zip = rawZip([{ name: 'bomb.txt', content: Buffer.alloc(5_000_000) }]);
    expect(zip.length).toBeLessThan(6_000);
    expect(await refusal(zip)).toContain('bomb');
    expect((await filesOf(zip, { ratio: 2000 }))[0]?.[1]).toHaveLength(5_000_000);
  });

  test('small ones that are much together', async () => {
    const content = Buffer.alloc(900_000, 'a');
    const zip = rawZip(Array.from({ length: 60 }, (_, at) => ({ name: `${at}.txt`, content })));
    expect(await refusal(zip)).toContain('as in a zip bomb');
    expect(await filesOf(zip, { ratioTogether: 2000 })).toHaveLength(60);
  });

  test('a header that tells a small size does not help', async () => {
    const zip = rawZip([{ name: 'large.txt', content: MEGABYTES, size: 10 }]);
    expect(await refusal(zip, { bytesOfOne: 1000 })).toContain('damaged');
  });

  test('entries that share their bytes', async () => {
    const zip = rawZip([
      { name: 'a.txt', content: 'The same words' },
      { name: 'b.txt', content: 'The same words', offset: 0 },
    ]);
    expect(await refusal(zip)).toContain('share their bytes');
  });

  test('an entry that holds the next one', async () => {
    const inner = rawZip([{ name: 'b.txt', content: 'x'.repeat(100), stored: true }]);
    const zip = rawZip([
      { name: 'a.txt', content: inner, stored: true },
      { name: 'b.txt', content: 'x'.repeat(100), stored: true, offset: 35 },
    ]);
    expect(await refusal(zip)).toContain('share their bytes');
  });
});

describe('broken or not for us', () => {
  const WHOLE = rawZip([
    { name: 'a.txt', content: 'Water stood in the cellars of Quay Street.' },
    { name: 'b.txt', content: 'Nobody was hurt.' },
  ]);

  test.each([
    ['no zip at all', Buffer.from('Only words.')],
    ['nothing', Buffer.alloc(0)],
    ['cut off', WHOLE.subarray(0, -30)],
    ['without its beginning', WHOLE.subarray(50)],
    ['wrong sum', rawZip([{ name: 'a.txt', content: 'words', sum: 1 }])],
    ['too short', rawZip([{ name: 'a.txt', content: 'words', size: 9 }])],
    ['stored in another size', rawZip([{ name: 'a.txt', content: 'words', stored: true, size: 9 }])],
    ['not deflated', rawZip([{ name: 'a.txt', content: 'words', stored: true, method: 8 }])],
    ['beyond its end', rawZip([{ name: 'a.txt', content: 'words', packedSize: 5000 }])],
    ['ZIP64 sizes without numbers', rawZip([{ name: 'a.txt', size: 0xffffffff, packedSize: 0xffffffff }])],
    ['an offset into nowhere', rawZip([{ name: 'a.txt', offset: 0xfffffff0 }])],
    ['more entries told than there are', rawZip([{ name: 'a.txt' }], { count: 9 })],
    ['of several disks', rawZip([{ name: 'a.txt' }], { disk: 3 })],
  ])('%s', async (_, zip) => {
    expect(await refusal(zip)).toContain('damaged');
  });

  test('protected by a password', async () => {
    expect(await refusal(rawZip([{ name: 'a.txt', flags: 0x801 }]))).toContain('password');
  });

  test('packed in another way', async () => {
    expect(await refusal(rawZip([{ name: 'a.txt', method: 14 }]))).toContain('method 14');
  });

  test('a name twice', async () => {
    expect(await refusal(rawZip([{ name: 'a.txt' }, { name: 'a.txt' }]))).toContain('twice');
  });

  test('bytes changed at random give the files or a sentence, never another error', async () => {
    const change = fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(WHOLE);
        for (const [at, byte] of changes) bytes[at] = byte;
        const error: unknown = await filesOf(bytes).catch((thrown: unknown) => thrown);
        if (!Array.isArray(error)) expect(error).toBeInstanceOf(UnreadableFileError);
      }),
      { numRuns: 300 },
    );
  });
});
