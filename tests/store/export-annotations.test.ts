import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { type AnnotationFilter, NO_FILTER } from '../../src/domain/annotation-filter.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { AnnotationRecord } from '../../src/domain/record.ts';
import { sightOf } from '../../src/domain/sight.ts';
import type { Database } from '../../src/store/client.ts';
import { exportAnnotations } from '../../src/store/export-annotations.ts';
import { loadedAnnotation, tag, tagParts } from '../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  let first: LoadedArticle;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
    first = await newArticle(database.db, cast.alice);
  });

  const read = async (filter: Partial<AnnotationFilter> = {}, member = cast.alice) => {
    const all: AnnotationRecord[] = [];
    for await (const batch of exportAnnotations(
      database,
      sightOf(member),
      { slug: 'desk' },
      { ...NO_FILTER, ...filter },
    )) {
      all.push(...batch);
    }
    return all;
  };

  test('a project without annotations has none', async () => {
    expect(await read()).toEqual([]);
  });

  describe('with annotations', () => {
    let second: LoadedArticle;
    beforeAll(async () => {
      const { db } = database;
      second = await newArticle(db, cast.alice);
      await tag(db, second, 'Nobody told us', {
        tag: 'quote',
        attributes: {
          ...NO_ATTRIBUTES,
          speaker: 'Inès Okafor',
          cue: 'said',
          quoteType: 'direct',
          confidence: 'unsure',
        },
      });
      const { text } = first.text;
      await tagParts(db, first, [placeOf(text, '“שלום”'), placeOf(text, 'Re\u0301my')]);
      await tag(db, await loadAs(cast.bob, db, first), 'About 1,200 people', {
        tag: 'statistic',
        attributes: {
          ...NO_ATTRIBUTES,
          value: 0.1 + 0.2,
          valueMax: 1e21,
          comparator: '~',
          unit: 'people',
          note: '100% "sure"',
        },
      });
      const gone = await tag(db, first, 'third time');
      const loaded = await loadedAnnotation(db, first, gone);
      await removeAnnotation(db, loaded, loaded.annotation.version);
      const elsewhere = await newArticle(db, cast.charlie);
      await tag(db, elsewhere, 'a roof');
      const deleted = await newArticle(db, cast.alice);
      await tag(db, deleted, 'a roof');
      await db.article.update({ where: { id: deleted.article.id }, data: { deletedAt: new Date() } });
    });

    test('they come in the order of articles and text, without what is deleted or elsewhere', async () => {
      const all = await read();
      expect(all.map(({ text }) => text)).toEqual([
        'About 1,200 people',
        'Re\u0301my […] “שלום”',
        'Nobody told us',
      ]);
      expect(all.map(({ article }) => article.id)).toEqual(
        [first, first, second].map(({ article }) => article.id),
      );
      expect(all.map(({ annotator }) => annotator)).toEqual(['Bob', 'Me', 'Me']);
    });

    test('each is whole, with its article', async () => {
      const [statistic, claim, quote] = await read();
      const { text, sentences } = first.text;
      const { title, byline, publication, published, url, id } = first.article;
      expect(statistic).toMatchObject({
        project: 'desk',
        tag: 'statistic',
        origin: 'manual',
        parts: [placeOf(text, 'About 1,200 people')],
        value: 0.1 + 0.2,
        valueMax: 1e21,
        comparator: '~',
        unit: 'people',
        note: '100% "sure"',
        speaker: null,
        article: { id, title, byline, publication, published, url, text },
      });
      expect(statistic?.article.sentences).toEqual(sentences);
      expect(claim?.article).toBe(statistic?.article);
      expect(claim?.parts).toEqual([placeOf(text, 'Re\u0301my'), placeOf(text, '“שלום”')]);
      expect(quote).toMatchObject({
        speaker: 'Inès Okafor',
        cue: 'said',
        quoteType: 'direct',
        confidence: 'unsure',
      });
    });

    test('times and origin are as the program writes them', async () => {
      const { db } = database;
      const row = await db.annotation.findFirstOrThrow({ where: { text: 'Nobody told us' } });
      for (const ms of [0, 7, 120, 456]) {
        const time = new Date(Date.UTC(2026, 10, 2, 3, 4, 5, ms));
        const data = { createdAt: time, updatedAt: time, origin: 'suggestion_edited' as const };
        await db.annotation.update({ where: { id: row.id }, data });
        const [exported] = await read({ tag: 'quote' });
        const written = time.toISOString();
        expect(exported).toMatchObject({
          createdAt: written,
          updatedAt: written,
          origin: 'suggestion-edited',
        });
      }
    });

    test.each<[string, () => Partial<AnnotationFilter>, number]>([
      ['a tag', () => ({ tag: 'claim' }), 1],
      ['an article', () => ({ articleId: first.article.id }), 2],
      ['a tag and an article', () => ({ tag: 'quote', articleId: first.article.id }), 0],
      ['an annotator', () => ({ annotatorId: cast.bob.annotatorId }), 1],
      ['a part of a speaker, whatever its accents and case', () => ({ speaker: 'INES' }), 1],
      ['a speaker that there is not', () => ({ speaker: 'nobody' }), 0],
      ['words, whatever their order and case', () => ({ words: 'us NOBODY' }), 1],
      ['words of a note, signs of patterns among them', () => ({ words: '100%' }), 1],
      ['a sign of patterns that is nowhere', () => ({ words: '_' }), 0],
      ['words with an apostrophe', () => ({ words: "' OR 1=1 --" }), 0],
      ['an article that there is not', () => ({ articleId: 'x' }), 0],
    ])('are found by %s', async (_name, filter, count) => {
      expect(await read(filter())).toHaveLength(count);
    });

    test('another project has its own', async () => {
      const all = await read({}, cast.charlie);
      expect(all.map(({ text }) => text)).toEqual(['a roof']);
    });
  });

  test('more than one batch comes whole, in order, each once', async () => {
    const { db } = database;
    const articles = [await newArticle(db, cast.alice), await newArticle(db, cast.alice)];
    const rows = articles.flatMap(({ article, text }) =>
      Array.from({ length: 800 }, (_, at) => {
        const [start, end] = [at % 7, (at % 7) + 3];
        return {
          id: uuidv7(),
          projectId: cast.alice.projectId,
          articleId: article.id,
          annotatorId: cast.alice.annotatorId,
          tag: 'claim' as const,
          start,
          end,
          parts: [[start, end]],
          searchText: 'many',
          text: text.text.slice(start, end),
        };
      }),
    );
    await db.annotation.createMany({ data: rows.toReversed() });
    const expected = rows.toSorted(
      (a, b) => compare(a.articleId, b.articleId) || a.start - b.start || compare(a.id, b.id),
    );
    const all = await read({ words: 'many' });
    expect(all.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(
      all.every(({ article, text, parts: [part] }) => article.text.slice(part?.start, part?.end) === text),
    ).toBe(true);
    expect(new Set(all.map(({ article }) => article)).size).toBe(2);
  });
});

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
