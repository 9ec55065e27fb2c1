import { beforeAll, describe, expect, test } from 'vitest';
import { bringBack, putAway } from '../../src/actions/projects/archive-project.ts';
import { beginArticleImport } from '../../src/import/receive.ts';
import { runImports } from '../../src/import/worker.ts';
import type { Database, Db } from '../../src/store/client.ts';
import { ensureLocalPerson, updateProject } from '../../src/store/members.ts';
import { insertProject, sizesOf } from '../../src/store/projects.ts';
import { eachDatabase } from '../support/databases.ts';
import { importText } from '../support/desk.ts';
import { fileOf } from '../support/import-files.ts';
import { anotherProject } from '../support/projects.ts';

eachDatabase((open) => {
  let database: Database;
  let db: Db;
  let personId = '';
  beforeAll(async () => {
    database = await open();
    ({ db } = database);
    personId = (await ensureLocalPerson(db)).person.id;
  });
  const slugs = async () => (await ensureLocalPerson(db)).projects.map(({ slug }) => slug);
  const projectOf = async (id: string) => (await ensureLocalPerson(db)).projects.find((one) => one.id === id);

  test('projects of one name, also made at the same moment, have slugs of their own', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => insertProject(db, personId, { name: 'Élections' })),
    );
    const expected = ['elections', 'elections-2', 'elections-3', 'elections-4'];
    expect(made.map(({ slug }) => slug).sort()).toEqual(expected);
    expect(await slugs()).toEqual(expect.arrayContaining(expected));
  });

  test('a new name leaves the slug as it is, and the slug stays taken', async () => {
    const { member, slug } = await anotherProject(db, 'Before');
    await updateProject(db, member.projectId, { name: 'After' });
    expect(await projectOf(member.projectId)).toMatchObject({ slug, name: 'After' });
    expect((await anotherProject(db, 'Before')).slug).toBe('before-2');
  });

  test('a project has the person who made it as its owner, and nobody else', async () => {
    const { member } = await anotherProject(db);
    expect(member.role).toBe('owner');
    expect((await projectOf(member.projectId))?.member).toEqual(member);
    expect(await sizesOf(db, [member.projectId])).toEqual(
      new Map([[member.projectId, { articles: 0, people: 1 }]]),
    );
  });

  test('articles that are deleted do not count', async () => {
    const { member } = await anotherProject(db);
    const [{ article }] = [await importText(db, member, 'One. Two.'), await importText(db, member, 'Three.')];
    await db.article.update({ where: { id: article.id }, data: { deletedAt: new Date() } });
    expect((await sizesOf(db, [member.projectId])).get(member.projectId)?.articles).toBe(1);
  });

  describe('an archived project', () => {
    test('says so until it is brought back', async () => {
      const { member } = await anotherProject(db);
      await putAway(db, member);
      expect((await projectOf(member.projectId))?.isArchived).toBe(true);
      await bringBack(db, member);
      expect((await projectOf(member.projectId))?.isArchived).toBe(false);
    });

    test('is none while something is being brought into it', async () => {
      const { member } = await anotherProject(db);
      await beginArticleImport(
        db,
        member,
        [fileOf('a.txt', 'A ferry.'), fileOf('b.txt', 'A boat.')],
        undefined,
      );
      await expect(putAway(db, member)).rejects.toThrow('still being imported');
      expect((await projectOf(member.projectId))?.isArchived).toBe(false);
      await runImports({ database, maxArticleLength: 2_000_000, signal: new AbortController().signal });
      await putAway(db, member);
      expect((await projectOf(member.projectId))?.isArchived).toBe(true);
    });
  });
});
