import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { editArticle } from '../../src/actions/edit-article.ts';
import {
  labelArticles,
  removeArticles,
  stepOnArticles,
  undoOnArticles,
} from '../../src/actions/edit-articles.ts';
import { loadArticle } from '../../src/actions/load.ts';
import { detailsOf } from '../../src/domain/article.ts';
import { ForbiddenError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { tag } from '../support/annotating.ts';
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

  const two = async () => {
    const made = [await newArticle(db, cast.alice), await newArticle(db, cast.alice)];
    return made.map(({ article }) => article.id);
  };
  const labelsOf = async (ids: readonly string[]) => {
    const rows = await db.article.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });
    return rows.map(({ labels }) => labels);
  };
  const label = (ids: readonly string[], how: 'add' | 'remove', labels: string, step = uuidv7()) =>
    labelArticles(db, cast.alice, { step, ids }, { how, labels }).then(() => step);

  describe('labels', () => {
    test('are added and removed, and each is undone as it was done: in all articles', async () => {
      const ids = await two();
      await label(ids.slice(0, 1), 'add', 'Elections');
      const added = await label(ids, 'add', 'elections, Batch 1');
      expect(await labelsOf(ids)).toEqual(['Elections, Batch 1', 'elections, Batch 1']);
      const removed = await label(ids, 'remove', 'ELECTIONS');
      expect(await labelsOf(ids)).toEqual(['Batch 1', 'Batch 1']);
      await undoOnArticles(db, cast.alice, removed);
      await undoOnArticles(db, cast.alice, added);
      expect(await labelsOf(ids)).toEqual(['Elections', null]);
      expect(await stepOnArticles(db, cast.alice, added)).toEqual({
        kind: 'labelled',
        articles: 2,
        isUndone: true,
      });
    });

    test('that are there already change nothing, and leave nothing to undo', async () => {
      const ids = await two();
      await label(ids, 'add', 'Seen');
      const again = await label(ids, 'add', 'seen');
      expect(await stepOnArticles(db, cast.alice, again)).toMatchObject({ kind: 'nothing', articles: 0 });
    });

    test('of a request that is sent again are not added to what was done since', async () => {
      const ids = await two();
      const step = await label(ids, 'add', 'Once');
      await label(ids, 'remove', 'Once');
      await label(ids, 'add', 'Once', step);
      expect(await labelsOf(ids)).toEqual([null, null]);
    });

    test('leave articles of other projects as they are', async () => {
      const foreign = await newArticle(db, cast.charlie);
      const step = await label([foreign.article.id, 'nowhere'], 'add', 'Mine');
      expect(await labelsOf([foreign.article.id])).toEqual([null]);
      expect((await stepOnArticles(db, cast.alice, step)).kind).toBe('nothing');
    });
  });

  test('deleted articles come back together, with their annotations', async () => {
    const loaded = await newArticle(db, cast.alice);
    await tag(db, loaded, 'late');
    const ids = [loaded.article.id, ...(await two())];
    const step = uuidv7();
    await removeArticles(db, cast.alice, { step, ids });
    expect(await db.article.count({ where: { id: { in: ids }, deletedAt: null } })).toBe(0);
    expect(await stepOnArticles(db, cast.alice, step)).toEqual({
      kind: 'deleted',
      articles: 3,
      isUndone: false,
    });
    await undoOnArticles(db, cast.alice, step);
    expect(await db.article.count({ where: { id: { in: ids }, deletedAt: null } })).toBe(3);
    const back = await loadArticle(db, cast.alice.accountId, loaded.article.id);
    expect(back.coding.counts.tags.claim).toBe(1);
  });

  test('what somebody else changed since stays as it is; the rest comes back', async () => {
    const ids = await two();
    const [first = '', second = ''] = ids;
    const step = await label(ids, 'add', 'Shared');
    const theirs = await loadArticle(db, cast.bob.accountId, first);
    const details = { ...detailsOf(theirs.article), labels: 'Shared, Theirs' };
    await editArticle(db, theirs, { version: theirs.article.version, details });
    await undoOnArticles(db, cast.alice, step);
    expect(await labelsOf([first])).toEqual(['Shared, Theirs']);
    expect(await labelsOf([second])).toEqual([null]);
  });

  test('a step is undone by whoever made it alone', async () => {
    const ids = await two();
    const step = await label(ids, 'add', 'Alice');
    await undoOnArticles(db, cast.bob, step);
    expect(await labelsOf(ids)).toEqual(['Alice', 'Alice']);
  });

  test('annotators may label, and not delete; readers may neither', async () => {
    const ids = await two();
    const step = { step: uuidv7(), ids };
    await labelArticles(db, cast.bob, step, { how: 'add', labels: 'Bob' });
    await expect(removeArticles(db, cast.bob, step)).rejects.toThrow(ForbiddenError);
    const byRita = labelArticles(db, cast.rita, step, { how: 'add', labels: 'Rita' });
    await expect(byRita).rejects.toThrow(ForbiddenError);
    await expect(undoOnArticles(db, cast.rita, step.step)).rejects.toThrow(ForbiddenError);
    expect(await labelsOf(ids)).toEqual(['Bob', 'Bob']);
  });
});
