import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/client.ts';
import { openDatabase } from '../../src/store/client.ts';
import { sqlitePath } from '../../src/store/database-url.ts';
import { databases, newDatabase } from '../support/databases.ts';
import { isPglite } from '../support/pglite.ts';

const project = (id: string) => ({ data: { id, slug: id, name: id } });
const namesOf = async ({ db }: Database, ids: string[]) =>
  (await db.project.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map(({ id }) => id);

/** A gate that one side waits at until the other opens it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe.each(databases)('an open database on $name', ({ url }) => {
  let address: string;
  let database: Database;
  beforeAll(async () => {
    address = await url();
    database = await openDatabase(address);
  });
  afterAll(() => database.close());

  test('a transaction that fails takes nothing with it that others wrote meanwhile', async () => {
    const { db } = database;
    const begun = gate();
    const failing = db.$transaction(async (tx) => {
      await tx.project.create(project('lost'));
      begun.open();
      await new Promise((resolve) => setImmediate(resolve));
      throw new RangeError('no');
    });
    await begun.opened;
    const kept = db.project.create(project('kept'));
    await expect(failing).rejects.toThrow(RangeError);
    await kept;
    expect(await namesOf(database, ['kept', 'lost'])).toEqual(['kept']);
  });

  test('what a transaction wrote is seen by nobody else before it commits', async ({ skip }) => {
    skip(isPglite(address), 'PGlite has one session, so everybody else waits');
    const { db } = database;
    const written = gate();
    const seen = gate();
    const writing = db.$transaction(async (tx) => {
      await tx.project.create(project('unseen'));
      written.open();
      await seen.opened;
    });
    await written.opened;
    expect(await namesOf(database, ['unseen'])).toEqual([]);
    seen.open();
    await writing;
    expect(await namesOf(database, ['unseen'])).toEqual(['unseen']);
  });

  test('a row that refers to nothing is refused', async () => {
    const membership = {
      projectId: 'nowhere',
      accountId: 'nobody',
      annotatorId: 'nobody',
      role: 'owner',
    } as const;
    await expect(database.db.membership.create({ data: membership })).rejects.toThrow();
  });

  test('transactions that begin with a write count right side by side', async () => {
    const { db } = database;
    await db.account.create({ data: { id: 'u', name: '0' } });
    const step = () =>
      db.$transaction(async (tx) => {
        // The first statement writes and so takes the row's lock on PostgreSQL.
        await tx.account.update({ where: { id: 'u' }, data: { suggestions: true } });
        const { name } = await tx.account.findUniqueOrThrow({ where: { id: 'u' } });
        await tx.account.update({ where: { id: 'u' }, data: { name: String(Number(name) + 1) } });
      });
    await Promise.all(Array.from({ length: 20 }, step));
    expect((await db.account.findUniqueOrThrow({ where: { id: 'u' } })).name).toBe('20');
  });
});

test('a closed SQLite database is one whole file', async () => {
  const url = await newDatabase('sqlite', 'migrated');
  const { db, close } = await openDatabase(url);
  await db.project.create(project('p'));
  await close();
  expect(existsSync(`${sqlitePath(url)}-wal`)).toBe(false);
});

test('SQLite goes on after a commit that failed', async () => {
  const { db, close } = await openDatabase(await newDatabase('sqlite', 'migrated'));
  const orphan = db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
    await tx.membership.create({
      data: { projectId: 'nowhere', accountId: 'nobody', annotatorId: 'nobody', role: 'owner' },
    });
  });
  await expect(orphan).rejects.toThrow();
  await db.$transaction(async (tx) => tx.project.create(project('after')));
  expect(await db.project.count()).toBe(1);
  await close();
});

test('SQLite goes on after a transaction that it ended by itself, and says why it did', async () => {
  const { db, close } = await openDatabase(await newDatabase('sqlite', 'migrated'));
  await db.project.create(project('p'));
  const ended = db.$transaction(async (tx) => {
    await tx.project.create(project('lost'));
    // As a full disk does.
    await tx.$executeRawUnsafe(
      `INSERT OR ROLLBACK INTO "Project" ("id", "slug", "name") VALUES ('p', 'p', 'p')`,
    );
  });
  await expect(ended).rejects.toThrow(/unique/i);
  await db.$transaction(async (tx) => tx.project.create(project('after')));
  expect(await db.project.count()).toBe(2);
  await close();
});

test('SQLite connections are durable and keep references', async () => {
  const { db, close } = await openDatabase(await newDatabase('sqlite', 'migrated'));
  const settings = await db.$transaction(async (tx) => [
    await tx.$queryRawUnsafe('PRAGMA journal_mode'),
    await tx.$queryRawUnsafe('PRAGMA synchronous'),
    await tx.$queryRawUnsafe('PRAGMA foreign_keys'),
  ]);
  expect(settings).toEqual([[{ journal_mode: 'wal' }], [{ synchronous: 2n }], [{ foreign_keys: 1n }]]);
  await close();
});

test('an address of another kind is refused', async () => {
  await expect(openDatabase('mysql://localhost/x')).rejects.toThrow(RangeError);
});
