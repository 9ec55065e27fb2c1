import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { apartDesk } from '../support/apart.ts';
import { databases } from '../support/databases.ts';
import { isPglite } from '../support/pglite.ts';
import { buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

test.each(databases)('articles are given to coders and taken back, on $name', async ({ url }) => {
  const address = await url();
  if (isPglite(address)) return;
  const { db, close } = await openDatabase(address);
  await apartDesk(db, { coders: 2, articles: 4 });
  const count = () => db.coding.count({ where: { assignedById: { not: null } } });
  const settings = { DATABASE_URL: address, DATA_DIR: await dataFolder() };
  const assign = (...args: string[]) => outcomeOf(onrecord(['assign', ...args], settings));

  const preview = await assign('--preview', '--share', '50', '--json');
  expect(preview).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(preview.output)).toMatchObject({
    step: null,
    sample: [expect.any(String), expect.any(String)],
    coders: [{ coder: 'A' }, { coder: 'B' }],
  });
  expect(await count()).toBe(0);

  const given = await assign('--each', '2', '--due', '2026-12-24');
  expect(given.output).toMatch(/^A: 4 articles, 10 sentences; 10 sentences to code in all\nB: /);
  expect(await count()).toBe(8);
  const step = given.output.trim().split('\n').at(-1) ?? '';
  expect((await assign('--undo', step)).output).toBe('Took back 8 of 8 assignments\n');
  expect(await count()).toBe(0);
  expect(await assign('--undo', step)).toMatchObject({ code: 1 });

  // Three coders are wanted of two.
  expect((await assign('--each', '3', '--coder', 'A', '--coder', 'B')).code).toBe(3);
  expect((await assign('--seats', '2', '--title', 'Ferry')).output).toMatch(/^4 articles\n/);
  for (const wrong of [
    ['--each', '0'],
    ['--share', '101'],
    ['--due', 'soon'],
    ['--coder', 'Nobody'],
  ]) {
    expect(await assign(...wrong), wrong.join(' ')).toMatchObject({ code: 2 });
  }
  await close();
});
