import { rename } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseAwayError } from '../../src/domain/errors.ts';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { sqlitePath } from '../../src/store/database-url.ts';
import { LockWait, Turns } from '../../src/store/sqlite-lock.ts';
import { newDatabase } from '../support/databases.ts';

const project = (id: string) => ({ data: { id, slug: id, name: id } });
const locked = () => Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });

describe('a database that another connection has locked', () => {
  let database: Database;
  let other: Sqlite.Database;
  let path: string;
  beforeEach(async () => {
    const url = await newDatabase('sqlite', 'migrated');
    path = sqlitePath(url);
    database = await openDatabase(url);
    other = new Sqlite(path);
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    other.close();
    await database.close();
  });

  const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
    'a statement': () => database.db.project.create(project('p')),
    'a transaction of Prisma': () => database.db.$transaction(async (tx) => tx.project.create(project('p'))),
    'a transaction of ours': () =>
      database.db.transaction(async (session) => {
        await session.rows({ sql: INSERT, values: [] } as never);
      }),
  };

  test.each(Object.entries(WRITES))('lets everybody else go on while %s waits', async (_what, write) => {
    let isDone = false;
    const written = write().then(() => {
      isDone = true;
    });
    // Each of these is a turn of the event loop, which SQLite's own waiting would not let come.
    for (let turn = 0; turn < 200; turn++) await setImmediate();
    expect(await database.db.project.count()).toBe(0);
    expect(isDone).toBe(false);
    other.exec('COMMIT');
    await written;
    expect(await database.db.project.count()).toBe(1);
  });

  test('is written to in the order that was asked for', async () => {
    const done: string[] = [];
    const all = ['a', 'b', 'c'].map((id) =>
      database.db.project.create(project(id)).then(({ id }) => done.push(id)),
    );
    await setImmediate();
    other.exec('COMMIT');
    await Promise.all(all);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('whose file is moved away takes no more changes, and is still read', async () => {
    other.exec('COMMIT');
    await database.db.project.create(project('before'));
    await rename(path, `${path}.away`);
    for (const write of Object.values(WRITES))
      await expect(write()).rejects.toMatchObject({ name: 'DatabaseAwayError', outage: 'gone' });
    expect(() => database.check()).toThrow(DatabaseAwayError);
    expect(await database.db.project.count()).toBe(1);
    await rename(`${path}.away`, path);
    database.check();
    await database.db.project.create(project('after'));
  });

  test('that is full takes no more, and is still read', async () => {
    other.exec('COMMIT');
    const { db } = database;
    await db.project.create(project('before'));
    await db.$executeRawUnsafe('PRAGMA max_page_count = 1');
    const large = { data: { id: 'l', slug: 'l', name: 'x'.repeat(200_000) } };
    for (const write of [
      () => db.project.create(large),
      () => db.$transaction(async (tx) => tx.project.create(large)),
    ])
      await expect(write()).rejects.toMatchObject({ name: 'DatabaseAwayError', outage: 'full' });
    expect(await db.project.count()).toBe(1);
    await db.$executeRawUnsafe('PRAGMA max_page_count = 1000000');
    await db.project.create(large);
  });
});

const INSERT = `INSERT INTO "Project" ("id", "slug", "name") VALUES ('p', 'p', 'p')`;

describe('waiting for a lock', () => {
  test('tries again until it is had', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      if (tries < 4) throw locked();
      return 'done';
    };
    expect(await new LockWait().past(work)).toBe('done');
    expect(tries).toBe(4);
  });

  test('ends in the end, and those who come next try once', async () => {
    const lock = new LockWait(0);
    let tries = 0;
    const work = () => {
      tries += 1;
      throw locked();
    };
    for (const _ of [1, 2, 3]) await expect(lock.past(work)).rejects.toMatchObject({ outage: 'busy' });
    expect(tries).toBe(3);
    expect(lock.isShared).toBe(true);
  });

  test('does not try again what failed otherwise', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      throw new RangeError('no');
    };
    await expect(new LockWait().past(work)).rejects.toThrow(RangeError);
    expect(tries).toBe(1);
  });
});

test('turns come one after another, each once', async () => {
  const turns = new Turns(new LockWait());
  const events: number[] = [];
  const one = async (number: number) => {
    const release = await turns.take();
    events.push(number);
    await setImmediate();
    events.push(number);
    release();
  };
  await Promise.all([1, 2, 3].map(one));
  expect(events).toEqual([1, 1, 2, 2, 3, 3]);
});
