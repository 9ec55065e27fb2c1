import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { databases } from '../support/databases.ts';
import { isPglite } from '../support/pglite.ts';
import { addressOf, buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

test.each(databases)(
  'desks that start together on an empty database all serve, on $name',
  async ({ url, name }) => {
    const folder = await dataFolder();
    const address = name === 'sqlite' ? `file:${folder}/on-record.db` : await url('empty');
    if (isPglite(address)) return;
    const settings = { DATA_DIR: folder, DATABASE_URL: address, LOG_LEVEL: 'silent' };
    const programs = [1, 2, 3].map(() => onrecord(['serve'], settings));
    const addresses = await Promise.all(programs.map(addressOf));
    for (const one of addresses) expect((await fetch(one)).status).toBe(200);
    const outcomes = programs.map(outcomeOf);
    for (const program of programs) program.kill('SIGTERM');
    for (const outcome of outcomes) expect((await outcome).code).toBe(0);
    const { db, close } = await openDatabase(address);
    expect([await db.account.count(), await db.project.count(), await db.membership.count()]).toEqual([
      1, 1, 1,
    ]);
    await close();
  },
);

test.each([
  ['below /proc, where nothing can be made', { DATA_DIR: '/proc/x' }, /\/proc\/x.*a folder cannot be made/],
  [
    'below a file',
    { DATA_DIR: `${import.meta.filename}/x` },
    /together\.test\.ts\/x.*a folder cannot be made/,
  ],
  ['in a file that is none', { DATABASE_URL: `file:${import.meta.filename}` }, /no SQLite database/],
  [
    'on a server that is not there',
    { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' },
    /127\.0\.0\.1:1\/x cannot be reached: no server listens there/,
  ],
])('a database %s is refused in one line', async (_where, settings, said) => {
  const outcome = await outcomeOf(onrecord(['serve'], { DATA_DIR: await dataFolder(), ...settings }));
  expect(outcome).toMatchObject({ code: 1, output: '' });
  expect(outcome.errors).toMatch(said);
  expect(outcome.errors).toMatch(/^onrecord: [^\n]+\n$/);
  expect(outcome.errors).not.toContain('secret');
});
