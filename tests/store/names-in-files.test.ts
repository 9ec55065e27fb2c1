import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder } from '../../src/store/migrations.ts';
import { databases } from '../support/databases.ts';

const OWN = '20261127145020';

test.each(databases)(
  'on $name, all but the first person are taken for names of files',
  async ({ name, url }) => {
    const folder = await mkdtemp(join(tmpdir(), 'on-record-names-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const isOlder = (path: string) => !/^\d{14}/.test(basename(path)) || basename(path) < OWN;
    await cp(migrationsFolder(name), join(folder, 'older'), { recursive: true, filter: isOlder });
    const database = await url('empty');
    await migrate(database, { backupsDir: folder, migrationsDir: join(folder, 'older') });
    const { db, close } = await openDatabase(database);
    for (const [id, called] of [
      ['1', 'Me'],
      ['2', 'Bob'],
      ['3', 'Me'],
      ['4', 'Bob'],
    ]) {
      await db.$executeRawUnsafe(`INSERT INTO "User" ("id", "name") VALUES ('${id}', '${called}')`);
    }
    for (const id of ['p', 'q']) {
      await db.$executeRawUnsafe(
        `INSERT INTO "Project" ("id", "slug", "name") VALUES ('${id}', '${id}', '${id}')`,
      );
    }
    for (const [project, person] of [
      ['p', '1'],
      ['p', '2'],
      ['p', '3'],
      ['p', '4'],
      ['q', '1'],
      ['q', '4'],
    ]) {
      await db.$executeRawUnsafe(
        `INSERT INTO "Membership" ("projectId", "userId", "role") VALUES ('${project}', '${person}', 'annotator')`,
      );
    }
    await migrate(database, { backupsDir: folder });
    const people = await db.annotator.findMany({ orderBy: [{ projectId: 'asc' }, { id: 'asc' }] });
    expect(people.map(({ projectId, id, importedAs }) => [projectId, id, importedAs])).toEqual([
      ['p', '1', null],
      ['p', '2', 'Bob'],
      ['p', '3', 'Me'],
      ['p', '4', null],
      ['q', '1', null],
      ['q', '4', 'Bob'],
    ]);
    await close();
  },
);
