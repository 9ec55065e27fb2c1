import { beforeAll, describe, expect, test } from 'vitest';
import type { SavedAnnotation } from '../../src/actions/add-annotation.ts';
import { type AnnotationEdit, editAnnotation } from '../../src/actions/edit-annotation.ts';
import { type LoadedArticle, loadAnnotation } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import {
  EditConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  WordsMismatchError,
} from '../../src/domain/errors.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { change, loadedAnnotation, tag, tagParts } from '../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  let article: LoadedArticle;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
    article = await newArticle(db, cast.alice);
  });
  const edit = async (
    { annotation }: SavedAnnotation,
    asked: Partial<AnnotationEdit>,
    { accountId }: Member = cast.alice,
  ) =>
    editAnnotation(db, await loadAnnotation(db, accountId, annotation.id), {
      version: annotation.version,
      ...asked,
    });
  const place = (words: string) => placeOf(article.text.text, words);

  test('changes what is named, counts the version up, keeps whose it is', async () => {
    const saved = await tag(db, article, 'was late', { tag: 'quote' });
    const attributes = { ...NO_ATTRIBUTES, speaker: 'Ines Okafor', note: 'n' };
    const { annotation } = await edit(saved, { attributes }, cast.bob);
    expect(annotation).toMatchObject({
      ...attributes,
      version: 2,
      annotatorId: cast.alice.annotatorId,
      parts: saved.annotation.parts,
    });
  });

  test('another tag keeps what both have and drops the rest', async () => {
    const attributes = { ...NO_ATTRIBUTES, speaker: 'Ines Okafor', cue: 'said', note: 'n' };
    const saved = await tag(db, article, 'was late', { tag: 'quote', attributes });
    const { annotation } = await edit(saved, { tag: 'claim' });
    expect(annotation).toMatchObject({ tag: 'claim', speaker: 'Ines Okafor', cue: null, note: 'n' });
  });

  test('saving what is there already changes nothing, whatever the version', async () => {
    const saved = await tag(db, article, 'was late');
    const { annotation, changes } = await edit(saved, { version: 99, attributes: NO_ATTRIBUTES });
    expect({ annotation, changes }).toEqual({ annotation: saved.annotation, changes: [] });
  });

  test('an accepted suggestion becomes an edited one by an edit, and not by being saved as it is', async () => {
    const saved = await tag(db, article, 'was late');
    await db.annotation.update({ where: { id: saved.annotation.id }, data: { origin: 'suggestion' } });
    expect((await edit(saved, { attributes: NO_ATTRIBUTES })).changes).toEqual([]);
    const { annotation } = await edit(saved, { attributes: { ...NO_ATTRIBUTES, note: 'n' } });
    expect(annotation.origin).toBe('suggestion-edited');
  });

  describe('over another version', () => {
    test('is refused with the annotation as it now is, and changes nothing', async () => {
      const saved = await tag(db, article, 'was late');
      const theirs = await change(db, await loadAs(cast.bob, db, article), saved, { note: 'his' });
      const late = edit(saved, { attributes: { ...NO_ATTRIBUTES, note: 'hers' } });
      await expect(late).rejects.toThrow(EditConflictError);
      await expect(late).rejects.toMatchObject({ current: theirs.annotation });
      expect((await loadedAnnotation(db, article, saved)).annotation).toEqual(theirs.annotation);
    });

    test('is refused where the other one was saved after this one was loaded', async () => {
      const saved = await tag(db, article, 'was late');
      const stale = await loadedAnnotation(db, article, saved);
      await change(db, article, saved, { note: 'his' });
      const late = editAnnotation(db, stale, { version: 1, attributes: { ...NO_ATTRIBUTES, note: 'hers' } });
      await expect(late).rejects.toMatchObject({ current: { note: 'his' } });
    });

    test('of a deleted one: it is not found, or gone since it was loaded', async () => {
      const saved = await tag(db, article, 'was late');
      const stale = await loadedAnnotation(db, article, saved);
      await removeAnnotation(db, stale, 1);
      await expect(edit(saved, { tag: 'quote' })).rejects.toThrow(NotFoundError);
      await expect(editAnnotation(db, stale, { version: 1, tag: 'quote' })).rejects.toMatchObject({
        current: null,
      });
    });
  });

  describe('the place', () => {
    const seenAt = (words: string) => ({ parts: [place(words)], seen: words });
    test('is replaced', async () => {
      const saved = await tagParts(db, article, [place('Nobody told us'), place('nobody came')]);
      const { annotation } = await edit(saved, { place: { how: 'replace', ...seenAt('a roof') } });
      expect(annotation).toMatchObject({ text: 'a roof', parts: [place('a roof')], ...place('a roof') });
    });

    test('gets a part more, in text order, joined where they overlap', async () => {
      const saved = await tag(db, article, 'nobody came');
      const more = await edit(saved, { place: { how: 'add', ...seenAt('Nobody told us') } });
      expect(more.annotation.text).toBe('Nobody told us […] nobody came');
      const joined = await edit(more, {
        place: { how: 'add', ...seenAt('us,” said Ines Okafor, “and nobody') },
      });
      expect(joined.annotation.text).toBe('Nobody told us,” said Ines Okafor, “and nobody came');
    });

    test('has its ends moved by a word: the first part’s start, the last part’s end', async () => {
      const saved = await tagParts(db, article, [place('told us'), place('nobody')]);
      const wider = await edit(saved, { place: { how: 'move', move: 'start-earlier' } });
      expect((await edit(wider, { place: { how: 'move', move: 'end-later' } })).annotation.text).toBe(
        'Nobody told us […] nobody came',
      );
    });

    test('is not moved out of the text', async () => {
      const { text } = article.text;
      const saved = await tagParts(db, article, [{ start: 0, end: text.length }]);
      for (const move of ['start-earlier', 'end-later'] as const)
        expect((await edit(saved, { place: { how: 'move', move } })).annotation).toMatchObject({
          start: 0,
          end: text.length,
        });
    });

    test.each([
      ['other words', { parts: [{ start: 2, end: 6 }], seen: 'nowhere' }, WordsMismatchError],
      ['no parts', { parts: [], seen: '' }, InvalidInputError],
      ['outside', { parts: [{ start: 0, end: 9_999_999 }], seen: 'x' }, InvalidInputError],
    ])('is refused with %s', async (_name, wrong, error) => {
      const saved = await tag(db, article, 'was late');
      for (const how of ['replace', 'add'] as const)
        await expect(edit(saved, { place: { how, ...wrong } })).rejects.toThrow(error);
      expect((await loadedAnnotation(db, article, saved)).annotation).toEqual(saved.annotation);
    });

    test('takes “nothing here” from the sentences it comes to, and keeps the counts right', async () => {
      const own = await newArticle(db, cast.alice);
      const saved = await tag(db, own, 'was late');
      await toggleNothingHere(db, own, placeOf(own.text.text, '40 cups'));
      const asked = { how: 'replace', parts: [placeOf(own.text.text, 'sold 40')], seen: 'sold 40' } as const;
      await edit(saved, { place: asked });
      expect((await workIn(db, own.article.id)).marks).toEqual([]);
      expect(await storedCounts(db, own.article.id)).toEqual(await recount(db, own.text));
    });
  });

  test('a reader is refused, a stranger finds nothing', async () => {
    const saved = await tag(db, article, 'was late');
    await expect(edit(saved, { tag: 'quote' }, cast.rita)).rejects.toThrow(ForbiddenError);
    await expect(edit(saved, { tag: 'quote' }, cast.charlie)).rejects.toThrow(NotFoundError);
  });
});
