import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { archiveOf, fileOf } from '../support/import-files.ts';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

// Each test starts the program several times.
beforeAll(buildProgram);

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

const TEXT = 'The ferry 🚢 was late. “Nobody told us,” said Ines Okafor.';
const doccano = JSON.stringify({ text: TEXT, label: [[TEXT.indexOf('“'), TEXT.indexOf('”') + 1, 'SPEECH']] });

test('finds files in folders, unpacks archives and tables, and passes over what is hidden', async () => {
  const folder = await dataFolder();
  const input = join(folder, 'input');
  await mkdir(join(input, 'sub'), { recursive: true });
  await files(input, {
    'b.txt': 'Second words.',
    '.hidden.txt': 'Hidden words.',
    'c.csv': 'title,text\nThird,Third words.\nFourth,\n',
  });
  await files(join(input, 'sub'), { 'a.txt': 'Deep words.' });
  const archive = await archiveOf('d.zip', [
    fileOf('x/one.txt', 'Packed words.'),
    fileOf('x/one.bin', '\x00\x01\x02'),
  ]);
  await files(input, { 'd.zip': archive.bytes });
  const { code, output, errors } = await outcomeOf(
    onrecord(['import', '--json', input], { DATA_DIR: folder }),
  );
  expect(code).toBe(3);
  expect(lines(output).map(({ title }) => title)).toEqual([
    'Second words.',
    'Third',
    'Packed words.',
    'Deep words.',
  ]);
  expect(errors).toContain('c.csv, line 3');
  expect(errors).toContain('x/one.bin');
  expect(errors.trimEnd().split('\n')).toHaveLength(2);
});

test('brings annotations in behind their articles, with labels as told, and only once', async () => {
  const folder = await dataFolder();
  const input = join(folder, 'input');
  await mkdir(input);
  await files(input, { 'work.jsonl': `${doccano}\n{"text": "cut`, 'a.txt': TEXT });
  const start = TEXT.indexOf('Ines');
  await files(input, {
    'b.txt': TEXT,
    'b.ann': `T1\tPERSON ${[...TEXT.slice(0, start)].length} ${[...TEXT.slice(0, start)].length + 11}\tInes Okafor\n`,
  });
  const args = ['import', '--label', 'PERSON=claim', input];
  const { code, output, errors } = await outcomeOf(onrecord(args, { DATA_DIR: folder }));
  expect(code).toBe(3);
  expect(output.match(/1 annotation imported/g)).toHaveLength(2);
  expect(errors).toContain('work.jsonl, line 2');
  const { db, close } = await openDatabase(`file:${join(folder, 'on-record.db')}`);
  const stored = async () =>
    (await db.annotation.findMany({ orderBy: { start: 'asc' } })).map(({ tag, text }) => [tag, text]);
  const expected = [
    ['quote', '“Nobody told us,”'],
    ['claim', 'Ines Okafor'],
  ];
  expect(await stored()).toEqual(expected);
  expect(await db.article.count()).toBe(1);
  const again = await outcomeOf(onrecord(args, { DATA_DIR: folder }));
  expect(again.output).toContain('0 annotations imported, 1 already here');
  expect(await stored()).toEqual(expected);
  await close();
});

test('does not read again what an article was read from, after it was killed', async () => {
  const folder = await dataFolder();
  const input = join(folder, 'input');
  await mkdir(input);
  const page = (at: number) =>
    `<!doctype html><title>Day ${at}</title><article><h1>Day ${at}</h1>${`<p>The ferry of day ${at} was late, and nobody at the harbour could say why it had been so for weeks.</p>`.repeat(5)}</article>`;
  await files(
    input,
    Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`day-${at}.html`, page(at)])),
  );
  const program = onrecord(['import', '--json', input], { DATA_DIR: folder });
  program.stdout.once('data', () => program.kill('SIGKILL'));
  await outcomeOf(program);
  const { db, close } = await openDatabase(`file:${join(folder, 'on-record.db')}`);
  const before = await db.article.count();
  expect(before).toBeGreaterThan(0);
  expect(await db.source.count({ where: { articleId: { not: null } } })).toBe(before);
  const { code, output } = await outcomeOf(onrecord(['import', '--json', input], { DATA_DIR: folder }));
  expect(code).toBe(0);
  expect(lines(output).filter(({ duplicate }) => duplicate)).toHaveLength(before);
  expect(await db.article.count()).toBe(250);
  expect(await db.source.count({ where: { articleId: { not: null } } })).toBe(250);
  await close();
});

test('reads files as they are said to be written', async () => {
  const folder = await dataFolder();
  const input = join(folder, 'input');
  await mkdir(input);
  // "Łódź" and "żółć" in Windows-1250.
  const words = Buffer.concat([
    Buffer.from([0xa3, 0xf3, 0x64, 0x9f, 0x20, 0xbf, 0xf3, 0xb3, 0xe6]),
    Buffer.from('.\n'),
  ]);
  await files(input, {
    'a.txt': words,
    't.csv': Buffer.concat([Buffer.from('title,text\nStory,"A word here: '), words, Buffer.from('"\n')]),
  });
  const args = ['import', '--json', '--encoding', 'windows-1250', input];
  const { code, output } = await outcomeOf(onrecord(args, { DATA_DIR: folder }));
  expect([code, lines(output).length]).toEqual([0, 2]);
  const { db, close } = await openDatabase(`file:${join(folder, 'on-record.db')}`);
  const texts = (await db.articleText.findMany()).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['A word here: Łódź żółć.', 'Łódź żółć.']);
  await close();
});

test('gives annotations without a text to the article that is named', async () => {
  const folder = await dataFolder();
  const [article = '', work = ''] = await files(folder, {
    'a.txt': TEXT,
    'w.jsonld': JSON.stringify([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: '#1',
        type: 'Annotation',
        body: { type: 'TextualBody', purpose: 'tagging', value: 'claim' },
        target: { selector: { type: 'TextQuoteSelector', exact: 'The ferry 🚢 was late.' } },
      },
    ]),
  });
  const settings = { DATA_DIR: folder };
  const stored = await outcomeOf(onrecord(['import', '--json', article], settings));
  const [{ id }] = lines(stored.output);
  const without = await outcomeOf(onrecord(['import', work], settings));
  expect(without.output + without.errors).toContain('choose it when you import');
  const named = await outcomeOf(onrecord(['import', '--article', id, work], settings));
  expect(named).toMatchObject({ code: 0, errors: '' });
  expect(named.output).toContain('1 annotation imported');
  const { db, close } = await openDatabase(`file:${join(folder, 'on-record.db')}`);
  const { articleId, tag, text } = await db.annotation.findFirstOrThrow();
  expect([articleId, tag, text]).toEqual([id, 'claim', 'The ferry 🚢 was late.']);
  await close();
});

test.each([
  ['--encoding', 'morse'],
  ['--label', 'PERSON'],
  ['--label', 'PERSON=person'],
  ['--annotators', 'nobody'],
])('refuses %s %s', async (...args) => {
  const outcome = await outcomeOf(onrecord(['import', ...args, 'a.txt'], { DATA_DIR: await dataFolder() }));
  expect(outcome.code).toBe(2);
});
