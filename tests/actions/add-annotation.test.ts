import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { ForbiddenError, InvalidInputError, WordsMismatchError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { tag, tagParts } from '../support/annotating.ts';
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
  const annotationsIn = async (loaded: LoadedArticle) => (await workIn(db, loaded.article.id)).annotations;

  test.each([
    ['an emoji', 'ferry 🚢 to'],
    ['an emoji alone', '🚢'],
    ['combining marks', 'Re\u0301my sells'],
    ['a letter with its mark', 'e\u0301'],
    ['right-to-left words', '“שלום” is'],
    ['two blocks', 'this month.\n\nWhat passengers'],
    ['list items', 'is late\n- a roof'],
  ])('keeps the exact words: %s', async (_name, words) => {
    const { annotation } = await tag(db, article, words);
    expect(annotation).toMatchObject({ text: words, ...placeOf(article.text.text, words), version: 1 });
    expect(annotation.parts.map(({ start, end }) => article.text.text.slice(start, end))).toEqual([words]);
  });

  test('marks a text of CRLF lines where its stored form has the words', async () => {
    const own = await newArticle(db, cast.alice, 'One line.\r\n\r\nAnother, wrapped\r\nhere: 🚢 words.');
    const { annotation } = await tag(db, own, 'words', { seen: ' words\r\n' });
    expect(own.text.text.slice(annotation.start, annotation.end)).toBe('words');
    await expect(
      tag(db, own, 'Another, wrapped\nhere', { seen: 'Another, wrapped\r\nhere' }),
    ).resolves.toBeDefined();
  });

  test('keeps several parts in order and apart, with their hull', async () => {
    const places = ['nobody came', 'Nobody told us', 'told us'].map((words) =>
      placeOf(article.text.text, words),
    );
    const { annotation } = await tagParts(db, article, places, { tag: 'quote' });
    expect(annotation.text).toBe('Nobody told us […] nobody came');
    expect(annotation.parts).toEqual([
      placeOf(article.text.text, 'Nobody told us'),
      placeOf(article.text.text, 'nobody came'),
    ]);
    expect(annotation.start).toBe(annotation.parts[0]?.start);
    expect(annotation.end).toBe(annotation.parts[1]?.end);
  });

  test('keeps the attributes of its tag alone', async () => {
    const attributes = { ...NO_ATTRIBUTES, speaker: 'Ines Okafor', value: 1200, note: '“ask” 🚢' };
    const { annotation } = await tag(db, article, 'Nobody told us', { tag: 'quote', attributes });
    expect(annotation).toMatchObject({
      speaker: 'Ines Okafor',
      value: null,
      note: '“ask” 🚢',
      origin: 'manual',
    });
  });

  describe('refuses', () => {
    const emoji = () => placeOf(article.text.text, '🚢');
    test.each<[string, () => { start: number; end: number }[], string]>([
      ['no parts', () => [], ''],
      ['an empty part', () => [{ start: 5, end: 5 }], ''],
      ['a part outside', () => [{ start: 5, end: 5_000_000 }], 'words'],
      ['half a character at its end', () => [{ start: emoji().start, end: emoji().start + 1 }], '\ufffd'],
      ['half a character at its start', () => [{ start: emoji().start + 1, end: emoji().end }], '\ufffd'],
      ['white space', () => [{ start: emoji().end, end: emoji().end + 1 }], ' '],
    ])('%s', async (_name, parts, seen) => {
      const before = await workIn(db, article.article.id);
      const draft = { tag: 'claim', parts: parts(), seen, attributes: NO_ATTRIBUTES } as const;
      await expect(tagParts(db, article, [emoji()], draft)).rejects.toThrow(InvalidInputError);
      expect(await workIn(db, article.article.id)).toEqual(before);
    });

    test('words that are not those of the text', async () => {
      const before = await workIn(db, article.article.id);
      await expect(tag(db, article, 'was late', { seen: 'was early' })).rejects.toThrow(WordsMismatchError);
      expect(await workIn(db, article.article.id)).toEqual(before);
    });

    test('a reader', async () => {
      const asRita = await loadAs(cast.rita, db, article);
      await expect(tag(db, asRita, 'was late')).rejects.toThrow(ForbiddenError);
    });
  });

  test('takes “nothing here” from the sentences, whoever said so', async () => {
    const own = await newArticle(db, cast.alice);
    const asBob = await loadAs(cast.bob, db, own);
    for (const words of ['40 cups', '1,200 people'])
      await toggleNothingHere(db, asBob, placeOf(own.text.text, words));
    await tag(db, own, 'sold 40');
    const { marks } = await workIn(db, own.article.id);
    expect(marks.map(({ annotatorId }) => annotatorId)).toEqual([cast.bob.annotatorId]);
    expect(await storedCounts(db, own.article.id)).toEqual(await recount(db, own.text));
  });

  test('lets two people tag the same words', async () => {
    const own = await newArticle(db, cast.alice);
    await tag(db, own, 'was late');
    await tag(db, await loadAs(cast.bob, db, own), 'was late');
    expect((await annotationsIn(own)).map(({ annotatorId }) => annotatorId)).toEqual([
      cast.alice.annotatorId,
      cast.bob.annotatorId,
    ]);
  });

  describe('a request’s key', () => {
    test('makes nothing twice, one after the other or at once', async () => {
      const own = await newArticle(db, cast.alice);
      const again = { ...own, requestKey: uuidv7() };
      const first = await tag(db, again, 'was late');
      expect(first.annotation.id).toBe(again.requestKey);
      const second = await tag(db, again, 'was late');
      expect(second.annotation).toEqual(first.annotation);
      const named = { ...own, requestKey: uuidv7() };
      const atOnce = await Promise.all(Array.from({ length: 5 }, () => tag(db, named, 'a roof')));
      expect(new Set(atOnce.map(({ annotation }) => annotation.id)).size).toBe(1);
      expect(await annotationsIn(own)).toHaveLength(2);
      expect(await db.event.count({ where: { articleId: own.article.id, subject: 'annotation' } })).toBe(2);
      expect(await storedCounts(db, own.article.id)).toEqual(await recount(db, own.text));
    });

    test('of somebody else, or in another article, is another key', async () => {
      const own = await newArticle(db, cast.alice);
      const other = await newArticle(db, cast.alice);
      const requestKey = uuidv7();
      for (const loaded of [own, other, await loadAs(cast.bob, db, own)]) {
        const { annotation } = await tag(db, { ...loaded, requestKey }, 'was late');
        expect(annotation).toMatchObject({
          articleId: loaded.article.id,
          annotatorId: loaded.member.annotatorId,
        });
      }
      expect(await annotationsIn(own)).toHaveLength(2);
    });
  });
});
