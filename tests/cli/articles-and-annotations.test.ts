import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { databases } from '../support/databases.ts';
import { deskOfTwo } from '../support/desk-of-two.ts';
import { isPglite } from '../support/pglite.ts';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

test.each(databases)(
  'articles are listed and shown, annotations found, and both deleted, on $name',
  async ({ url }) => {
    const address = await url();
    if (isPglite(address)) return;
    const { db, close } = await openDatabase(address);
    const { ids } = await deskOfTwo(db);
    await close();
    const settings = { DATABASE_URL: address, DATA_DIR: await dataFolder() };
    const run = (...args: string[]) => outcomeOf(onrecord(args, settings));
    const [first = '', second = ''] = ids;
    const list = await run('list');
    expect(list).toMatchObject({ code: 0, errors: '' });
    expect(list.output.split('\n').map((line) => line.slice(38))).toEqual([
      'First (3 of 3 sentences coded)',
      'Second (1 of 3 sentences coded)',
      '',
    ]);
    expect((await run('list', '--state', 'done')).output).toMatch(/^\S+ {2}First [^\n]*\n$/);
    expect(JSON.parse((await run('list', '--title', 'second', '--json')).output)).toMatchObject({
      id: second,
    });

    const show = await run('show', first);
    expect(show.output).toContain('title: First\n\n');
    expect(show.output).toContain('quote  ““Again,” said Amina Yusuf. First”');
    const [article, ...annotations] = (await run('show', first, '--json')).output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(article).toMatchObject({ id: first, text: expect.stringContaining('ferry') });
    expect(annotations).toHaveLength(2);
    for (const { parts, text } of annotations) expect(article.text.slice(...parts[0])).toBe(text);

    const quote = (await run('find', '--speaker', 'amina')).output;
    expect(quote).toMatch(/^\S+ {2}quote {2}““Again,” said Amina Yusuf\. First”, Amina Yusuf \(First\)\n$/);
    const id = quote.slice(0, 36);
    expect((await run('show', id)).output).toBe(quote);
    const exported = await run('export', '--raw', '--article', first, '--words', 'ferry', '--state', 'done');
    expect(exported.output.trim().split('\n')).toHaveLength(2);
    const removed = await run('delete', id, second, 'nothing');
    expect(removed).toMatchObject({
      code: 3,
      errors: expect.stringMatching(/^onrecord: nothing: [^\n]+\n$/),
    });
    expect((await run('list')).output.split('\n')).toHaveLength(2);
    expect((await run('find')).output.split('\n')).toHaveLength(2);
  },
);

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
