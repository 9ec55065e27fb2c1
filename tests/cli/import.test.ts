import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { BUILD_TIMEOUT, buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

// Each test starts the program several times.
vi.setConfig({ testTimeout: 60_000 });
beforeAll(buildProgram, BUILD_TIMEOUT);

const JSON_KEYS = ['file', 'id', 'title', 'sentences', 'duplicate'];

async function files(folder: string, contents: Readonly<Record<string, string | Uint8Array>>) {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, name);
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
}

const lines = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('stores articles, one line of JSON each in order, and knows them again', async () => {
  const folder = await dataFolder();
  const paths = await files(folder, {
    'a.md': '---\ntitle: Ferry\n---\n\nIt was late. It often is.\n',
    'b.txt': Buffer.from('\uFEFFCaf\u00E9 words here.\r\nMore.', 'utf16le'),
    'c.txt': 'It was late. It often is.',
  });
  const first = await outcomeOf(onrecord(['import', '--json', ...paths], { DATA_DIR: folder }));
  expect(first).toMatchObject({ code: 0, errors: '' });
  const stored = lines(first.output);
  expect(stored.map(Object.keys)).toEqual([JSON_KEYS, JSON_KEYS, JSON_KEYS]);
  expect(stored.map(({ file, title, sentences, duplicate }) => [file, title, sentences, duplicate])).toEqual([
    [paths[0], 'Ferry', 2, false],
    [paths[1], 'Café words here.', 2, false],
    [paths[2], 'Ferry', 2, true],
  ]);
  const again = await outcomeOf(onrecord(['import', '--json', ...paths], { DATA_DIR: folder }));
  expect(again.code).toBe(0);
  expect(lines(again.output).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  expect(lines(again.output).every(({ duplicate }) => duplicate)).toBe(true);
});

test('names each file that it refuses, goes on with the others, and says so by its exit code', async () => {
  const folder = await dataFolder();
  await mkdir(join(folder, 'sub'));
  const [good = '', ...bad] = await files(folder, {
    'good.txt': 'Good words.',
    'empty.txt': ' \n',
    'picture.txt': '\x89PNG\r\n\x1A\n',
    'long.txt': 'x'.repeat(101),
    'large.txt': 'x'.repeat(2001),
  });
  const refused = [...bad, join(folder, 'sub'), join(folder, 'missing.txt')];
  const settings = { DATA_DIR: folder, MAX_ARTICLE_LENGTH: '100', MAX_UPLOAD_BYTES: '2000' };
  const { code, output, errors } = await outcomeOf(onrecord(['import', ...refused, good], settings));
  expect(code).toBe(3);
  expect(output).toMatch(/^[\w-]{36} {2}Good words\. \(1 sentence\)\n$/);
  const told = errors.trimEnd().split('\n');
  expect(told).toHaveLength(refused.length);
  for (const [at, file] of refused.entries()) expect(told[at]).toContain(`${file}: `);
  const none = await outcomeOf(onrecord(['import', ...refused], settings));
  expect([none.code, none.output]).toEqual([1, '']);
});

test('reads standard input', async () => {
  const program = onrecord(['import', '-', '--json'], { DATA_DIR: await dataFolder() });
  program.stdin.end('By hand.\r\n\r\nWords.');
  const { code, output } = await outcomeOf(program);
  expect(code).toBe(0);
  expect(lines(output)).toMatchObject([{ file: '-', sentences: 2, duplicate: false }]);
});

test('imports into the project that is named, and knows no other', async () => {
  const folder = await dataFolder();
  const [path = ''] = await files(folder, { 'a.txt': 'Words for the desk.' });
  const wrong = await outcomeOf(onrecord(['import', path, '--project', 'nowhere'], { DATA_DIR: folder }));
  expect([wrong.code, wrong.output]).toEqual([2, '']);
  expect(wrong.errors).toContain('nowhere');
  const right = await outcomeOf(onrecord(['import', path, '--project', 'desk'], { DATA_DIR: folder }));
  expect(right.code).toBe(0);
  const { db, close } = await openDatabase(`file:${join(folder, 'on-record.db')}`);
  expect(await db.article.count()).toBe(1);
  await close();
});

test.each([[[]], [['--jsonl', 'x']]])('refuses the arguments %j', async (args) => {
  const outcome = await outcomeOf(onrecord(['import', ...args], { DATA_DIR: await dataFolder() }));
  expect(outcome.code).toBe(2);
});
