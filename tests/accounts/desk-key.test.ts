import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskKeyOf } from '../../src/accounts/desk-key.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-key-'));
});

afterEach(() => rm(folder, { recursive: true }));

const inFolder = (dataDir: string) => deskKeyOf({ deskKey: undefined, dataDir });

describe('the key of a desk', () => {
  test('is made once, in a file that only its owner reads', async () => {
    const dataDir = join(folder, 'data');
    const first = (await inFolder(dataDir))('flows');
    expect(first).toHaveLength(32);
    expect((await inFolder(dataDir))('flows')).toEqual(first);
    expect((await stat(join(dataDir, 'desk.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['desk.key']);
  });

  test('is the same one for processes that begin at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => inFolder(folder)));
    expect(new Set(keys.map((key) => key('flows').toString('hex'))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['desk.key']);
  });

  test('is another one for each desk and each purpose', async () => {
    const one = await inFolder(join(folder, 'a'));
    const other = await inFolder(join(folder, 'b'));
    const keys = [one('flows'), one('one-time codes'), other('flows'), other('one-time codes')];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
  });

  test('is what the setting says, where machines share one, and no file then', async () => {
    const deskKey = 'a long secret that two machines share';
    const keys = await Promise.all(
      ['a', 'b'].map(async (name) => (await deskKeyOf({ deskKey, dataDir: join(folder, name) }))('flows')),
    );
    expect(keys[0]).toEqual(keys[1]);
    expect(await readdir(folder)).toEqual([]);
    const other = await deskKeyOf({ deskKey: `${deskKey}!`, dataDir: folder });
    expect(other('flows')).not.toEqual(keys[0]);
  });

  test('that is broken is said, never replaced, and read again once it is mended', async () => {
    const settings = { deskKey: undefined, dataDir: folder };
    const good = (await inFolder(folder))('flows');
    const path = join(folder, 'desk.key');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, 20));
    await expect(deskKeyOf(settings)).rejects.toThrow(/desk\.key is not the key of a desk/);
    expect(await readFile(path, 'utf8')).toBe(text.slice(0, 20));
    await writeFile(path, text);
    expect((await deskKeyOf(settings))('flows')).toEqual(good);
  });
});
