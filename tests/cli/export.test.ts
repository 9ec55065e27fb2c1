import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { formats } from '../../src/formats/index.ts';
import { openDatabase } from '../../src/store/client.ts';
import { migrate } from '../../src/store/migrate.ts';
import { tag } from '../support/annotating.ts';
import { importText, localMember } from '../support/desk.ts';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

// Each test starts the program several times.
beforeAll(buildProgram);

/** A folder with a desk in which an article has a claim and a quote, and another one a claim. */
async function desk() {
  const folder = await dataFolder();
  const url = `file:${join(folder, 'on-record.db')}`;
  await migrate(url, { backupsDir: folder });
  const { db, close } = await openDatabase(url);
  const member = await localMember(db);
  const articles: string[] = [];
  for (const name of ['First', 'Second']) {
    const { article } = await importText(db, member, `=The ferry 🚢 was late. “Again,” she said. ${name}.`);
    await tag(db, await loadArticle(db, member.accountId, article.id), '=The ferry 🚢 was late');
    articles.push(article.id);
  }
  const [first = ''] = articles;
  await tag(db, await loadArticle(db, member.accountId, first), '“Again,”', { tag: 'quote' });
  await close();
  return {
    folder,
    first,
    run: (...args: string[]) => outcomeOf(onrecord(['export', ...args], { DATA_DIR: folder })),
  };
}

const texts = (csv: string) =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }).map(
    // Columns are given, so that a record is an object.
    (record) => (record as unknown as Record<string, string>).text,
  );

test('writes the annotations that are asked for to standard output', async () => {
  const { run, first } = await desk();
  const all = await run();
  expect(all).toMatchObject({ code: 0, errors: '' });
  expect(texts(all.output)).toEqual(["'=The ferry 🚢 was late", '“Again,”', "'=The ferry 🚢 was late"]);
  expect(texts((await run('--tag', 'quote')).output)).toEqual(['“Again,”']);
  const raw = await run('--article', first, '--raw', '--tag', 'claim', '--format', 'csv');
  expect(raw.output).toMatch(/^annotation_id,/);
  expect(texts(raw.output)).toEqual(['=The ferry 🚢 was late']);
});

test('writes a file that appears when it is whole', async () => {
  const { run, folder } = await desk();
  const file = join(folder, 'out.csv');
  await writeFile(file, 'an older one');
  const { code, output, errors } = await run('--output', file, '--raw');
  expect({ code, output, errors }).toEqual({
    code: 0,
    output: `Wrote ${file} from 3 annotations\n`,
    errors: '',
  });
  expect(await readFile(file, 'utf8')).toBe((await run('--raw')).output);
  expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([]);
});

test('leaves nothing behind where it cannot write', async () => {
  const { run, folder } = await desk();
  const { code, errors } = await run('--output', join(folder, 'missing', 'out.csv'));
  expect(code).toBe(2);
  expect(errors).toMatch(/^onrecord: [^\n]+\n$/);
});

test('ends quietly when nobody reads on', async () => {
  const { folder } = await desk();
  const program = onrecord(['export'], { DATA_DIR: folder });
  program.stdout.destroy();
  const errors: string[] = [];
  program.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const [code] = await once(program, 'exit');
  expect([code, errors]).toEqual([0, []]);
});

describe('refuses', () => {
  test.each([
    ['a tag that there is not', ['--tag', 'rumour'], 2],
    ['a format that there is not', ['--format', 'xls'], 2],
    ['a project that there is not', ['--project', 'nowhere'], 2],
    ['a superfluous argument', ['out.csv'], 2],
    ['an article that there is not', ['--article', 'nothing'], 1],
  ])('%s', async (_name, args, code) => {
    const folder = await dataFolder();
    const outcome = await outcomeOf(onrecord(['export', ...args], { DATA_DIR: folder }));
    expect(outcome).toMatchObject({ code, output: '' });
    expect(outcome.errors).toMatch(/^onrecord: [^\n]+\n$/);
  });
});

test.each(formats.map(({ key }) => key))('writes %s to a file and to standard output alike', async (key) => {
  const { run, folder } = await desk();
  const file = join(folder, `out.${key}`);
  expect(await run('--format', key, '--output', file)).toMatchObject({ code: 0, errors: '' });
  const [written, { output }] = [await readFile(file), await run('--format', key)];
  expect(written.length).toBeGreaterThan(100);
  expect(output.length).toBeGreaterThan(0);
});
