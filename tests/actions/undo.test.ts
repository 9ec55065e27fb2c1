import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { undo } from '../../src/actions/undo.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { CannotUndoError, ForbiddenError } from '../../src/domain/errors.ts';
import { readArticle } from '../../src/import/articles/read.ts';
import { importArticle } from '../../src/import/articles/store.ts';
import type { Db } from '../../src/store/client.ts';
import { undoState } from '../../src/store/standing.ts';
import { change, loadedAnnotation, tag, tagParts } from '../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  let alices: LoadedArticle;
  let bobs: LoadedArticle;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });
  const begin = async () => {
    alices = await newArticle(db, cast.alice);
    bobs = await loadAs(cast.bob, db, alices);
  };
  const step = (loaded: LoadedArticle, which: 'undo' | 'redo' = 'undo') => undo(db, loaded, which);
  const work = () => workIn(db, alices.article.id);
  const words = async () => (await work()).annotations.map(({ text }) => text);

  test('brings everything back: parts, attributes, whose it is, under its old id', async () => {
    await begin();
    const { text } = alices.text;
    const parts = [placeOf(text, 'Nobody told us'), placeOf(text, 'nobody came')];
    const attributes = {
      ...NO_ATTRIBUTES,
      speaker: 'Ines Okafor 🚢',
      cue: 'said',
      quoteType: 'direct' as const,
      confidence: 'unsure' as const,
      note: 'line\nline “שלום”',
    };
    const saved = await tagParts(db, alices, parts, { tag: 'quote', attributes });
    const before = await work();
    await removeAnnotation(db, await loadedAnnotation(db, alices, saved), 1);
    expect((await work()).annotations).toEqual([]);
    await step(alices);
    expect(await work()).toEqual(before);
    expect((await loadedAnnotation(db, alices, saved)).annotation).toMatchObject({ ...attributes, parts });
  });

  test.each([0, -0.5, 0.1, 1e21, 5e-324, 1e300, 0.1 + 0.2, 1.2345678901234567])(
    'brings the number %d back exactly',
    async (value) => {
      await begin();
      const saved = await tag(db, alices, '1,200', {
        tag: 'statistic',
        attributes: { ...NO_ATTRIBUTES, value },
      });
      await change(db, alices, saved, { value: 7 });
      await step(alices);
      expect((await loadedAnnotation(db, alices, saved)).annotation.value).toBe(value);
    },
  );

  test('takes a person’s own last step, whatever others did since', async () => {
    await begin();
    await tag(db, alices, 'was late');
    await tag(db, bobs, 'a roof');
    await tag(db, alices, '40 cups');
    await step(bobs);
    expect(await words()).toEqual(['was late', '40 cups']);
    await expect(step(bobs)).rejects.toThrow(CannotUndoError);
    await step(alices);
    expect(await words()).toEqual(['was late']);
  });

  test('works in the article asked for alone', async () => {
    await begin();
    const first = alices;
    await tag(db, first, 'was late');
    await begin();
    await expect(step(alices)).rejects.toThrow(CannotUndoError);
    await tag(db, alices, 'a roof');
    await step(first);
    expect(await words()).toEqual(['a roof']);
  });

  test('is refused where somebody changed the same thing since, and their work stays', async () => {
    await begin();
    await tag(db, alices, '40 cups');
    const saved = await tag(db, alices, 'was late');
    await change(db, bobs, saved, { note: 'his' });
    const before = await work();
    await expect(step(alices)).rejects.toThrow(CannotUndoError);
    expect(await work()).toEqual(before);
    await step(alices);
    expect(await words()).toEqual(['was late']);
    await step(bobs);
    expect((await loadedAnnotation(db, alices, saved)).annotation.note).toBeNull();
  });

  test('is refused where somebody deleted it since', async () => {
    await begin();
    const saved = await tag(db, alices, 'was late');
    await change(db, alices, saved, { note: 'hers' });
    await removeAnnotation(db, await loadedAnnotation(db, bobs, saved), 2);
    await expect(step(alices)).rejects.toThrow(CannotUndoError);
    expect(await words()).toEqual([]);
    await step(bobs);
    expect((await loadedAnnotation(db, alices, saved)).annotation.note).toBe('hers');
  });

  test('of a step of several changes takes all of them back', async () => {
    await begin();
    const span = placeOf(alices.text.text, '40 cups');
    await toggleNothingHere(db, alices, span);
    const before = await work();
    await tag(db, alices, 'sold 40');
    expect((await work()).marks).toEqual([]);
    await step(alices);
    expect(await work()).toEqual(before);
    await step(alices, 'redo');
    expect((await work()).marks).toEqual([]);
    expect(await words()).toEqual(['sold 40']);
  });

  test('a new change leaves nothing to redo, one’s own alone', async () => {
    await begin();
    await tag(db, alices, 'was late');
    await step(alices);
    await tag(db, bobs, 'a roof');
    expect(await undoState(db, alices)).toEqual({ canUndo: false, canRedo: true });
    await tag(db, alices, '40 cups');
    expect(await undoState(db, alices)).toEqual({ canUndo: true, canRedo: false });
    await expect(step(alices, 'redo')).rejects.toThrow(CannotUndoError);
  });

  test('is part of the history itself', async () => {
    await begin();
    const { annotation } = await tag(db, alices, 'was late');
    await step(alices);
    await step(alices, 'redo');
    const events = await db.event.findMany({ where: { subjectId: annotation.id }, orderBy: { id: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual(['create', 'undo', 'redo']);
    expect(events.map(({ state }) => state)).toEqual(['done', 'settled', 'settled']);
  });

  test('asked for twice at once takes one step or two, and never a part of one', async () => {
    await begin();
    for (const place of ['was late', 'a roof', '40 cups']) await tag(db, alices, place);
    const outcomes = await Promise.allSettled([step(alices), step(alices)]);
    const taken = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(taken).toBeGreaterThan(0);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CannotUndoError);
    expect(await words()).toEqual(['was late', 'a roof', '40 cups'].slice(0, 3 - taken));
    expect(await storedCounts(db, alices.article.id)).toEqual(await recount(db, alices.text));
  });

  test('a reader is refused', async () => {
    await begin();
    await expect(step(await loadAs(cast.rita, db, alices))).rejects.toThrow(ForbiddenError);
  });
});

describe('the same text twice', () => {
  eachDatabase((open) => {
    test('in one project is one article, in another one another', async () => {
      const { db } = await open();
      const cast = await makeCast(db);
      const read = readArticle({ content: 'The ferry 🚢 was late.', given: {} }, 1000);
      const first = await importArticle(db, cast.alice, read);
      const again = await Promise.all([
        importArticle(db, cast.alice, read),
        importArticle(db, cast.bob, read),
      ]);
      for (const { article, duplicate } of again)
        expect([article.id, duplicate]).toEqual([first.article.id, true]);
      const elsewhere = await importArticle(db, cast.charlie, read);
      expect(elsewhere.duplicate).toBe(false);
      expect(await db.article.count()).toBe(2);
    });
  });
});
