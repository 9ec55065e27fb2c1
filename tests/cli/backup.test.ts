import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { isDue } from '../../src/cli/backup-schedule.ts';
import { postgresqlCommand } from '../../src/cli/postgresql-command.ts';
import { listBackups } from '../../src/store/backup-folder.ts';
import { pruneBackups } from '../../src/store/prune-backups.ts';
import {
  addressOf,
  buildProgram,
  dataFolder,
  onrecord,
  outcomeOf,
  type Program,
} from '../support/program.ts';

beforeAll(buildProgram);

/** So many words to tag that each save finds one of its own. */
const WORDS = Array.from({ length: 50 }, (_, row) =>
  Array.from({ length: 20 }, (_, at) => `word${1000 + 20 * row + at}`).join(' '),
).join('.\n\n');

interface Desk {
  readonly folder: string;
  readonly program: Program;
  readonly address: string;
  readonly id: string;
  save(): Promise<number>;
  run(...args: string[]): ReturnType<typeof outcomeOf>;
}

async function desk(): Promise<Desk> {
  const folder = await dataFolder();
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'silent' };
  const program = onrecord(['serve'], settings);
  const address = await addressOf(program);
  let saves = 0;
  const post = (path: string, form: Record<string, string>, headers = {}) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
      headers,
    });
  const made = await post('/articles', { text: WORDS, title: 'Late' });
  const id = made.headers.get('Location')?.split('/').at(-1) ?? '';
  return {
    ...{ folder, program, address, id },
    save: async () => {
      const text = `word${1000 + saves++}`;
      const at = WORDS.indexOf(text);
      const form = { tag: 'claim', parts: `${at}-${at + text.length}`, text };
      return (await post(`/articles/${id}/annotations`, form, { 'HX-Request': 'true' })).status;
    },
    run: (...args) => outcomeOf(onrecord(args, settings)),
  };
}

const annotations = (path: string) => {
  const file = new Sqlite(path, { readonly: true });
  try {
    return file.prepare('SELECT count(*) FROM "Annotation" WHERE "deletedAt" IS NULL').pluck().get();
  } finally {
    file.close();
  }
};

test('a backup is whole while people save, and comes back while the desk serves', async () => {
  const { folder, address, id, save, run, program } = await desk();
  let [saved, isOn] = [0, true];
  const saving = (async () => {
    for (; isOn; saved++) expect(await save()).toBe(201);
  })();
  const file = join(folder, 'copy.db');
  const backup = await run('backup', file);
  isOn = false;
  await saving;
  expect(backup).toMatchObject({ code: 0, errors: '' });
  expect(backup.output).toMatch(/^Wrote .*copy\.db: 1 project, 2 articles, \d+ annotations?\n$/);
  const copied = Number(annotations(file));
  expect(copied).toBeLessThanOrEqual(saved);
  expect(await save()).toBe(201);

  const restored = await run('restore', file);
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(annotations(join(folder, 'on-record.db'))).toBe(copied);
  const [before] = await listBackups(join(folder, 'backups'));
  expect(annotations(before?.path ?? '')).toBe(saved + 1);
  expect((await fetch(`${address}/articles/${id}`)).status).toBe(200);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(await save()).toBe(201);
  expect(await run('verify')).toMatchObject({ code: 0, output: expect.stringContaining('No faults found') });
  const end = once(program, 'exit');
  program.kill('SIGTERM');
  await end;
  expect((await readdir(folder)).sort()).toEqual(['backups', 'copy.db', 'on-record.db']);
});

test('a restore that is killed in the middle has done nothing', async () => {
  const { folder, save, run } = await desk();
  await save();
  const file = join(folder, 'copy.db');
  await run('backup', file);
  // Large enough that the copying takes a while.
  const large = new Sqlite(file);
  large.exec(`CREATE TABLE "Filler" AS WITH RECURSIVE "n"("i") AS
    (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" LIMIT 60000) SELECT randomblob(1000) AS "b" FROM "n"`);
  large.exec('DELETE FROM "Annotation"');
  large.close();
  const killed = onrecord(['restore', file], { DATA_DIR: folder });
  // What stood there is copied just before it is written over.
  for (let isBegun = false; !isBegun && killed.exitCode === null; ) {
    await new Promise((next) => setImmediate(next));
    isBegun = (await readdir(join(folder, 'backups')).catch(() => [])).some((name) =>
      name.includes('before-restore'),
    );
  }
  killed.kill('SIGKILL');
  if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit');
  const now = Number(annotations(join(folder, 'on-record.db')));
  expect([0, 1]).toContain(now);
  if (killed.signalCode === 'SIGKILL') expect(await save()).toBe(201);
  expect((await run('verify')).code).toBe(0);
});

describe('refuses', () => {
  test('a backup that is not whole, and leaves everything as it is', async () => {
    const { folder, save, run } = await desk();
    await save();
    const file = join(folder, 'copy.db');
    await run('backup', file);
    const altered = new Sqlite(file);
    altered.exec(`UPDATE "Annotation" SET "text" = 'was early'`);
    altered.close();
    await writeFile(join(folder, 'no.db'), 'no database');
    for (const [name, why] of [
      ['copy.db', /stands on other words than its own/],
      ['no.db', /no SQLite database/],
      ['none.db', /There is no backup/],
    ] as const) {
      const outcome = await run('restore', join(folder, name));
      expect(outcome).toMatchObject({ code: 1, output: '' });
      expect(outcome.errors).toMatch(why);
    }
    expect(annotations(join(folder, 'on-record.db'))).toBe(1);
    expect((await readdir(folder)).filter((name) => /restoring|part/.test(name))).toEqual([]);
  });
});

test('a database that is damaged is put aside for the backup', async () => {
  const { folder, save, run, program } = await desk();
  await save();
  await run('backup', join(folder, 'copy.db'));
  const end = once(program, 'exit');
  program.kill('SIGTERM');
  await end;
  await writeFile(join(folder, 'on-record.db'), 'x'.repeat(10_000));
  expect((await run('list')).errors).toMatch(/no SQLite database\. (There is no|The newest) backup/);
  const restored = await run('restore', join(folder, 'copy.db'));
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(annotations(join(folder, 'on-record.db'))).toBe(1);
  const [aside = ''] = (await readdir(folder)).filter((name) => name.includes('damaged'));
  expect(await readFile(join(folder, aside), 'utf8')).toBe('x'.repeat(10_000));
});

describe('backups of the schedule', () => {
  const DAY = 86_400_000;
  async function kept(ages: readonly number[], rules: { keep: number; keepDays: number }) {
    const folder = await dataFolder();
    const now = Date.now();
    const make = async (name: string, age: number) => {
      await writeFile(join(folder, name), '');
      await utimes(join(folder, name), new Date(now - age * DAY), new Date(now - age * DAY));
    };
    for (const age of ages) await make(`2026-01-01T00-00-00.${100 + age}Z_scheduled.db`, age);
    await make('2026-01-01T00-00-00.000Z_backup.db', 900);
    await make('mine_scheduled.db', 900);
    await pruneBackups(folder, rules, now);
    const names = await readdir(folder);
    expect(names).toEqual(
      expect.arrayContaining(['2026-01-01T00-00-00.000Z_backup.db', 'mine_scheduled.db']),
    );
    return names
      .filter((name) => /Z_scheduled/.test(name))
      .map((name) => Number(name.slice(20, 23)) - 100)
      .sort((a, b) => a - b);
  }

  test('stay by number and age, the newest always', async () => {
    expect(await kept([0, 1, 2, 3], { keep: 2, keepDays: 90 })).toEqual([0, 1]);
    expect(await kept([0, 1, 40, 50], { keep: 9, keepDays: 30 })).toEqual([0, 1]);
    expect(await kept([40, 50], { keep: 9, keepDays: 30 })).toEqual([40]);
  });

  test('are due once the newest is too old', async () => {
    const backupsDir = await dataFolder();
    const backups = { every: DAY, keep: 1, keepDays: 1 };
    expect(await isDue({ backupsDir, backups }, Date.now())).toBe(true);
    await writeFile(join(backupsDir, '2026-01-01T00-00-00.000Z_backup.db'), '');
    expect(await isDue({ backupsDir, backups }, Date.now())).toBe(false);
    expect(await isDue({ backupsDir, backups }, Date.now() + 2 * DAY)).toBe(true);
  });

  test('are made by a command of their own', async () => {
    const { folder, run } = await desk();
    expect(await run('backup', '--scheduled')).toMatchObject({ code: 0, errors: '' });
    const [only] = await listBackups(join(folder, 'backups'));
    expect(only?.path).toMatch(/_scheduled\.db$/);
  });
});

test('for PostgreSQL the command is named, without the password', async () => {
  const url = "postgresql://me:secret@h1,h2/o'clock";
  const settings = { DATABASE_URL: url, DATA_DIR: await dataFolder() };
  const outcome = await outcomeOf(onrecord(['backup', '/srv/x.dump'], settings));
  expect(outcome).toMatchObject({ code: 1, errors: '' });
  expect(outcome.output).toContain(
    `  pg_dump --format=custom --file='/srv/x.dump' --dbname='postgresql://me@h1,h2/o'\\''clock'\n`,
  );
  const restore = postgresqlCommand('restore', { directUrl: 'postgresql://d/x', databaseUrl: url });
  expect(restore).toContain(`--single-transaction --dbname='postgresql://d/x' 'on-record.dump'\n`);
});
