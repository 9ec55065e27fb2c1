import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

test('projects are made and listed, and other commands work in them', async () => {
  const settings = { DATA_DIR: await dataFolder() };
  const run = (...args: string[]) => outcomeOf(onrecord(args, settings));
  expect(await run('projects', 'add', 'Élections', '2026')).toEqual({
    code: 0,
    output: 'elections-2026\n',
    errors: '',
  });
  const article = `${settings.DATA_DIR}/story.txt`;
  await writeFile(article, 'The ferry was late.');
  expect((await run('import', '--project', 'elections-2026', article)).code).toBe(0);
  expect((await run('projects', 'list')).output).toBe(
    'desk  My desk (0 articles)\nelections-2026  Élections 2026 (1 article)\n',
  );
  const [first, second] = (await run('projects', 'list', '--json')).output.trim().split('\n');
  expect(JSON.parse(first ?? '')).toEqual({
    slug: 'desk',
    name: 'My desk',
    archived: false,
    articles: 0,
    people: 1,
  });
  expect(JSON.parse(second ?? '')).toMatchObject({ slug: 'elections-2026', articles: 1 });
  expect((await run('list', '--project', 'elections-2026')).output).toContain('The ferry was late');
  expect((await run('list')).output).toBe('');
});

test.each([
  [['projects'], 2, /add NAME/],
  [['projects', 'add'], 2, /name the project/],
  [['projects', 'remove', 'x'], 2, /add NAME/],
  [['projects', 'add', 'x'.repeat(101)], 1, /at most 100 characters/],
  [['list', '--project', 'nowhere'], 2, /no project "nowhere"/],
] as const)('%j ends with %d', async (args, code, said) => {
  const outcome = await outcomeOf(onrecord(args, { DATA_DIR: await dataFolder() }));
  expect(outcome.code).toBe(code);
  expect(outcome.errors).toMatch(said);
});
