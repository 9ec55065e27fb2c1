import { beforeAll, expect, test } from 'vitest';
import { loadAnnotation } from '../../src/actions/load.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { NotFoundError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { articleFor } from '../../src/store/find-article.ts';
import { ensureLocalPerson, updatePerson } from '../../src/store/members.ts';
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
  const memberOfArticle = async (accountId: string, id: string) =>
    (await articleFor(db, accountId, id))?.member ?? null;
  const memberOfAnnotation = async (accountId: string, id: string) => {
    try {
      return (await loadAnnotation(db, accountId, id)).member;
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  };
  const people = () => [cast.alice, cast.bob, cast.rita];

  test('an article and its annotations are seen through each person’s own membership, and by no stranger', async () => {
    const article = await newArticle(db, cast.alice);
    const { annotation } = await tag(db, article, 'was late');
    for (const member of people()) {
      expect(await memberOfArticle(member.accountId, article.article.id)).toEqual(member);
      expect(await memberOfAnnotation(member.accountId, annotation.id)).toEqual(member);
    }
    expect(await memberOfArticle(cast.charlie.accountId, article.article.id)).toBeNull();
    expect(await memberOfAnnotation(cast.charlie.accountId, annotation.id)).toBeNull();
    for (const id of ['', 'x', '01900000-0000-7000-8000-000000000000']) {
      expect(await memberOfArticle(cast.alice.accountId, id)).toBeNull();
      expect(await memberOfAnnotation(cast.alice.accountId, id)).toBeNull();
    }
  });

  test('of a person who left a project nothing of it is seen any more', async () => {
    const article = await newArticle(db, cast.alice);
    const saved = await tag(db, article, 'was late');
    await removeAnnotation(db, await loadedAnnotation(db, article, saved), 1);
    await db.membership.deleteMany({ where: { accountId: cast.rita.accountId } });
    expect(await memberOfArticle(cast.rita.accountId, article.article.id)).toBeNull();
    await db.membership.deleteMany({ where: { accountId: cast.alice.accountId } });
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
    expect(await db.account.count()).toBe(1);
  });

  test('the local person is the one who was there first, with their own settings and projects, oldest first', async () => {
    const { db } = await open();
    const { alice, charlie } = await makeCast(db);
    const { accountId, annotatorId } = alice;
    const { projectId } = charlie;
    await db.membership.create({ data: { accountId, annotatorId, projectId, role: 'reader' } });
    await db.account.update({ where: { id: alice.accountId }, data: { keys: false, name: 'Alice' } });
    await db.project.update({ where: { id: charlie.projectId }, data: { suggestions: false } });
    const { person, projects } = await ensureLocalPerson(db);
    expect(person).toEqual({
      id: alice.accountId,
      name: 'Alice',
      keys: false,
      chosenKeys: {},
      cardFocus: false,
      theme: 'system',
      trimSelections: true,
      suggestions: true,
    });
    expect(projects.map(({ suggestions, member }) => [suggestions, member])).toEqual([
      [true, alice],
      [false, { ...alice, projectId, role: 'reader' }],
    ]);
  });

  test('settings are changed one by one, and each person’s are their own', async () => {
    const { db } = await open();
    const { alice, bob } = await makeCast(db);
    await updatePerson(db, bob.accountId, { theme: 'light', chosenKeys: { undo: ['y'] } });
    const changes = [
      { theme: 'dark' },
      { cardFocus: true },
      { chosenKeys: { undo: ['u'], find: [] } },
    ] as const;
    const seen = [];
    for (const change of changes) {
      await updatePerson(db, alice.accountId, change);
      const { theme, cardFocus, chosenKeys } = (await ensureLocalPerson(db)).person;
      seen.push({ theme, cardFocus, chosenKeys });
    }
    expect(seen).toEqual([
      { theme: 'dark', cardFocus: false, chosenKeys: {} },
      { theme: 'dark', cardFocus: true, chosenKeys: {} },
      { theme: 'dark', cardFocus: true, chosenKeys: { undo: ['u'], find: [] } },
    ]);
  });
});
