import { beforeAll, expect, test } from 'vitest';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import type { Db } from '../../src/store/client.ts';
import { ensureLocalPerson, memberOfAnnotation, memberOfArticle } from '../../src/store/members.ts';
import { loadedAnnotation, tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });
  const people = () => [cast.alice, cast.bob, cast.rita];

  test('an article and its annotations are seen through each person’s own membership, and by no stranger', async () => {
    const article = await newArticle(db, cast.alice);
    const { annotation } = await tag(db, article, 'was late');
    for (const member of people()) {
      expect(await memberOfArticle(db, member.userId, article.article.id)).toEqual(member);
      expect(await memberOfAnnotation(db, member.userId, annotation.id)).toEqual(member);
    }
    expect(await memberOfArticle(db, cast.charlie.userId, article.article.id)).toBeNull();
    expect(await memberOfAnnotation(db, cast.charlie.userId, annotation.id)).toBeNull();
    for (const id of ['', 'x', '01900000-0000-7000-8000-000000000000']) {
      expect(await memberOfArticle(db, cast.alice.userId, id)).toBeNull();
      expect(await memberOfAnnotation(db, cast.alice.userId, id)).toBeNull();
    }
  });

  test('of a person who left a project nothing of it is seen any more', async () => {
    const article = await newArticle(db, cast.alice);
    const saved = await tag(db, article, 'was late');
    await removeAnnotation(db, await loadedAnnotation(db, article, saved), 1);
    await db.membership.deleteMany({ where: { userId: cast.rita.userId } });
    expect(await memberOfArticle(db, cast.rita.userId, article.article.id)).toBeNull();
    await db.membership.deleteMany({ where: { userId: cast.alice.userId } });
    expect((await ensureLocalPerson(db)).projects).toEqual([]);
  });
});

eachDatabase((open) => {
  test('the local person is made once, with a project of their own', async () => {
    const { db } = await open();
    const first = await ensureLocalPerson(db);
    const second = await ensureLocalPerson(db);
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second.person.id).toBe(first.person.id);
    expect(second).toEqual({ ...first, isNew: false });
    expect(first.projects).toMatchObject([{ slug: 'desk', suggestions: true, member: { role: 'owner' } }]);
    expect(await db.user.count()).toBe(1);
  });

  test('the local person is the one who was there first, with their own settings and projects, oldest first', async () => {
    const { db } = await open();
    const { alice, charlie } = await makeCast(db);
    await db.membership.create({ data: { ...alice, projectId: charlie.projectId, role: 'reader' } });
    await db.user.update({ where: { id: alice.userId }, data: { keys: false, name: 'Alice' } });
    await db.project.update({ where: { id: charlie.projectId }, data: { suggestions: false } });
    const { person, projects } = await ensureLocalPerson(db);
    const settings = { name: 'Alice', keys: false, trimSelections: true, suggestions: true };
    expect(person).toEqual({ id: alice.userId, ...settings });
    expect(projects.map(({ suggestions, member }) => [suggestions, member])).toEqual([
      [true, alice],
      [false, { ...charlie, userId: alice.userId, role: 'reader' }],
    ]);
  });
});
