import { beforeAll, expect, test } from 'vitest';
import { loadAnnotation, loadArticle } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { CannotUndoError, ForbiddenError, NotFoundError } from '../../src/domain/errors.ts';
import { SHARED } from '../../src/domain/sight.ts';
import { redoImport, undoImport } from '../../src/import/undo.ts';
import type { Database } from '../../src/store/client.ts';
import { undoState } from '../../src/store/standing.ts';
import { change, tag } from '../support/annotating.ts';
import { FERRY, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { documentOf, importAll, incoming } from '../support/importing.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
  });
  let made = 0;
  const newText = () => `${FERRY}\n\nUndone ${made++}.`;
  const textOf = async (articleId: string) => {
    const row = await database.db.articleText.findUniqueOrThrow({ where: { articleId } });
    return row.text;
  };
  const isDeleted = async (id: string) =>
    (await database.db.article.findUniqueOrThrow({ where: { id } })).deletedAt !== null;
  const stateOf = async (id: string) => (await database.db.import.findUniqueOrThrow({ where: { id } })).state;

  /**
   * An import into a new article and into one that holds an annotation and two marks "nothing here" already.
   */
  async function begin() {
    const loaded = await newArticle(database.db, cast.alice);
    const bobs = await loadArticle(database.db, cast.bob.accountId, loaded.article.id);
    await tag(database.db, loaded, 'was late');
    await toggleNothingHere(database.db, loaded, placeOf(loaded.text.text, '40 cups'));
    await toggleNothingHere(database.db, bobs, placeOf(loaded.text.text, '40 cups'));
    const before = await workIn(database.db, loaded.article.id);
    const text = newText();
    const done = await importAll(database, cast.alice, [
      documentOf(loaded.text.text, [
        incoming(loaded.text.text, '40 cups', {
          annotator: 'Bob',
          label: 'statistic',
          attributes: { value: '40' },
        }),
        incoming(loaded.text.text, 'a roof'),
      ]),
      documentOf(text, [incoming(text, 'a roof'), incoming(text, 'was late')]),
    ]);
    const fresh = done.outcomes[1]?.articleId ?? '';
    const work = () => workIn(database.db, loaded.article.id);
    return { loaded, importId: done.importId, before, after: await work(), work, fresh };
  }

  async function expectRecounted(articleId: string) {
    const { text } = await loadArticle(database.db, cast.alice.accountId, articleId);
    expect(await storedCounts(database.db, articleId)).toEqual(await recount(database.db, text));
  }

  test('takes all of an import back, and brings all of it again', async () => {
    const { loaded, importId, before, after, work, fresh } = await begin();
    const there = await workIn(database.db, fresh);
    const times = await database.db.annotation.findMany({
      where: { articleId: fresh },
      select: { updatedAt: true },
    });
    expect(await undoImport(database, cast.alice, importId)).toEqual({ removed: 4, kept: 0, articles: 1 });
    expect(await work()).toEqual(before);
    await expectRecounted(loaded.article.id);
    expect([await isDeleted(fresh), await stateOf(importId)]).toEqual([true, 'undone']);

    expect(await redoImport(database, cast.bob, importId)).toEqual({ removed: 4, kept: 0, articles: 1 });
    expect(await work()).toEqual(after);
    expect(await workIn(database.db, fresh)).toEqual(there);
    expect(
      await database.db.annotation.findMany({ where: { articleId: fresh }, select: { updatedAt: true } }),
    ).toEqual(times);
    await expectRecounted(loaded.article.id);
    await expectRecounted(fresh);
    expect([await isDeleted(fresh), await stateOf(importId)]).toEqual([false, 'done']);

    expect(await undoImport(database, cast.alice, importId)).toEqual({ removed: 4, kept: 0, articles: 1 });
    expect(await work()).toEqual(before);
  });

  test('leaves what was changed since, with its article', async () => {
    const { importId, fresh, loaded, work } = await begin();
    const mine = await loadArticle(database.db, cast.alice.accountId, fresh);
    const [first] = (await workIn(database.db, fresh)).annotations;
    const { annotation } = await loadAnnotation(database.db, cast.alice.accountId, first?.id ?? '');
    await change(database.db, mine, { annotation }, { note: 'mine' });
    expect(await undoImport(database, cast.alice, importId)).toEqual({ removed: 3, kept: 1, articles: 0 });
    expect((await workIn(database.db, fresh)).annotations).toMatchObject([{ note: 'mine' }]);
    await expectRecounted(fresh);
    expect((await work()).annotations).toHaveLength(1);
    await redoImport(database, cast.alice, importId);
    expect((await workIn(database.db, fresh)).annotations).toHaveLength(2);
    await expectRecounted(loaded.article.id);
  });

  test('does not bring back what a person deleted', async () => {
    const { importId, fresh } = await begin();
    const [first, second] = (await workIn(database.db, fresh)).annotations;
    const doomed = await loadAnnotation(database.db, cast.alice.accountId, first?.id ?? '');
    await removeAnnotation(database.db, doomed, 1);
    expect(await undoImport(database, cast.alice, importId)).toMatchObject({ removed: 3 });
    await redoImport(database, cast.alice, importId);
    expect((await workIn(database.db, fresh)).annotations).toMatchObject([{ id: second?.id }]);
    await expectRecounted(fresh);
  });

  test('leaves an article in which somebody has worked', async () => {
    const { importId, fresh } = await begin();
    await tag(database.db, await loadArticle(database.db, cast.bob.accountId, fresh), '40 cups');
    expect(await undoImport(database, cast.alice, importId)).toMatchObject({ removed: 4, articles: 0 });
    expect((await workIn(database.db, fresh)).annotations).toMatchObject([{ text: '40 cups' }]);
    await expectRecounted(fresh);
  });

  test('goes on where it was cut off', async () => {
    const { importId, before, work, fresh } = await begin();
    await undoImport(database, cast.alice, importId);
    // As if it had stopped behind the last article and before it was noted.
    await database.db.import.update({ where: { id: importId }, data: { state: 'done' } });
    expect(await undoImport(database, cast.alice, importId)).toEqual({ removed: 0, kept: 0, articles: 0 });
    expect(await work()).toEqual(before);
    expect(await isDeleted(fresh)).toBe(true);
  });

  test('the same file comes again after it was taken back', async () => {
    const { importId, after, work, loaded } = await begin();
    await undoImport(database, cast.alice, importId);
    const text = await textOf(loaded.article.id);
    const { outcomes } = await importAll(database, cast.alice, [
      documentOf(text, [
        incoming(text, '40 cups', { annotator: 'Bob', label: 'statistic', attributes: { value: '40' } }),
        incoming(text, 'a roof'),
      ]),
    ]);
    expect(outcomes).toMatchObject([{ stored: 2 }]);
    const ids = ({ annotations }: typeof after) => annotations.map(({ id }) => id);
    expect(ids(await work())).toEqual(ids(after));
    expect(await redoImport(database, cast.alice, importId)).toMatchObject({ removed: 2, kept: 0 });
    expect(ids(await work())).toEqual(ids(after));
    await expectRecounted(loaded.article.id);
  });

  test('leaves nothing for a person’s own undo or redo in the article', async () => {
    const { importId, fresh } = await begin();
    await undoImport(database, cast.alice, importId);
    await redoImport(database, cast.alice, importId);
    expect(
      await undoState(database.db, { member: cast.alice, text: { articleId: fresh }, lane: SHARED }),
    ).toEqual({ canUndo: false, canRedo: false });
  });

  test('is refused to readers and strangers, and where there is nothing to take back', async () => {
    const { importId, after, work } = await begin();
    await expect(undoImport(database, cast.rita, importId)).rejects.toThrow(ForbiddenError);
    await expect(undoImport(database, cast.charlie, importId)).rejects.toThrow(NotFoundError);
    await expect(redoImport(database, cast.alice, importId)).rejects.toThrow(CannotUndoError);
    expect(await work()).toEqual(after);
    await undoImport(database, cast.alice, importId);
    await expect(undoImport(database, cast.alice, importId)).rejects.toThrow(CannotUndoError);
  });
});
