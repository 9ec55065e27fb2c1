import { beforeAll, describe, expect, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { openDatabase } from '../../src/store/client.ts';
import { tag } from '../support/annotating.ts';
import { databases } from '../support/databases.ts';
import { importText, localMember } from '../support/desk.ts';
import { isPglite } from '../support/pglite.ts';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

describe.each(databases)('on $name', ({ url }) => {
  let address: string;
  let ids: string[];
  let folder: string;
  const run = async (...args: string[]) =>
    outcomeOf(onrecord(args, { DATABASE_URL: address, DATA_DIR: folder }));

  async function fill() {
    folder = await dataFolder();
    address = await url();
    const { db, close } = await openDatabase(address);
    const member = await localMember(db);
    ids = [];
    for (const name of ['First', 'Second']) {
      const { article } = await importText(
        db,
        member,
        `title: ${name}\n\nThe ferry was late. “Again,” said Amina Yusuf.`,
      );
      const loaded = await loadArticle(db, member.userId, article.id);
      await tag(db, loaded, 'The ferry was late', {
        attributes: { ...NO_ATTRIBUTES, confidence: name === 'First' ? 'sure' : 'unsure' },
      });
      ids.push(article.id);
    }
    const loaded = await loadArticle(db, member.userId, ids[0] ?? '');
    await tag(db, loaded, '“Again,”', {
      tag: 'quote',
      attributes: { ...NO_ATTRIBUTES, speaker: 'Amina Yusuf' },
    });
    await close();
  }

  test('articles are listed and shown, annotations found, and both deleted', async () => {
    await fill();
    if (isPglite(address)) return;
    const [first = '', second = ''] = ids;
    const list = await run('list');
    expect(list).toMatchObject({ code: 0, errors: '' });
    expect(list.output.split('\n').map((line) => line.slice(38))).toEqual([
      'First (2 of 2 sentences coded)',
      'Second (1 of 2 sentences coded)',
      '',
    ]);
    expect((await run('list', '--state', 'done')).output).toMatch(/^\S+ {2}First [^\n]*\n$/);
    expect(JSON.parse((await run('list', '--title', 'second', '--json')).output)).toMatchObject({
      id: second,
    });

    const show = await run('show', first);
    expect(show.output).toContain('title: First\n\n');
    expect(show.output).toContain('quote  “Again,”'.replace('“', '““').replace('”', '””'));
    const [article, ...annotations] = (await run('show', first, '--json')).output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(article).toMatchObject({ id: first, text: expect.stringContaining('ferry') });
    expect(annotations).toHaveLength(2);
    for (const { parts, text } of annotations) expect(article.text.slice(...parts[0])).toBe(text);

    const quote = (await run('find', '--speaker', 'amina')).output;
    expect(quote).toMatch(/^\S+ {2}quote {2}““Again,””, Amina Yusuf \(First\)\n$/);
    const id = quote.slice(0, 36);
    expect((await run('show', id)).output).toBe(quote);
    const removed = await run('delete', id, second, 'nothing');
    expect(removed).toMatchObject({
      code: 3,
      errors: expect.stringMatching(/^onrecord: nothing: [^\n]+\n$/),
    });
    expect((await run('list')).output.split('\n')).toHaveLength(2);
    expect((await run('find')).output.split('\n')).toHaveLength(2);
  });

  test('every filter of the pages holds for find and export', async () => {
    await fill();
    if (isPglite(address)) return;
    const [first = '', second = ''] = ids;
    for (const [options, count] of [
      [[], 3],
      [['--tag', 'claim'], 2],
      [['--article', first], 2],
      [['--article', first, '--article', second], 3],
      [['--confidence', 'unsure'], 1],
      [['--worth', 'high'], 0],
      [['--speaker', 'yusuf'], 1],
      [['--words', 'ferry late'], 2],
      [['--annotator', 'Me'], 3],
      [['--title', 'second'], 1],
      [['--state', 'done'], 2],
      [['--label', 'none'], 0],
    ] as const) {
      const lines = (await run('find', '--json', ...options)).output.split('\n').length - 1;
      const exported = (await run('export', '--format', 'jsonl', ...options)).output.split('\n').length - 1;
      expect([options, lines, exported]).toEqual([options, count, count]);
    }
  });
});

test.each([
  ['find', ['--tag', 'rumour']],
  ['find', ['--annotator', 'Nobody']],
  ['list', ['--state', 'lost']],
  ['export', ['--confidence', 'maybe']],
  ['list', ['--project', 'nowhere']],
  ['show', []],
  ['delete', []],
  ['restore', []],
])('%s refuses %j as wrong usage', async (name, args) => {
  const outcome = await outcomeOf(onrecord([name, ...args], { DATA_DIR: await dataFolder() }));
  expect(outcome).toMatchObject({ code: 2, output: '' });
  expect(outcome.errors).toMatch(/^onrecord: [^\n]+\n$/);
});

test('the version is told', async () => {
  expect(await outcomeOf(onrecord(['--version'], {}))).toEqual({
    code: 0,
    output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    errors: '',
  });
});
