import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { sightOf } from '../../src/domain/sight.ts';
import { findInArticle } from '../../src/store/annotations.ts';
import type { Db } from '../../src/store/client.ts';
import { readStanding } from '../../src/store/standing.ts';
import { overlaps } from '../../src/text/span.ts';
import { tag, tagParts } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  let article: LoadedArticle;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
    article = await newArticle(
      db,
      cast.alice,
      'Prices rose 45% in a_b, 450 in C:\\data. Café 🚢 “late”. Nobody came.',
    );
  });

  describe('findInArticle', () => {
    beforeAll(async () => {
      const attributes = { ...NO_ATTRIBUTES, note: 'ask Okafor' };
      for (const words of ['45%', '450', 'a_b', 'C:\\data', 'Café 🚢 “late”']) await tag(db, article, words);
      await tag(db, article, 'Nobody', { attributes });
    });

    test.each([
      ['45%', ['45%']],
      ['45', ['45%', '450']],
      ['%', ['45%']],
      ['_', ['a_b']],
      ['\\', ['C:\\data']],
      ['cafe', ['Café 🚢 “late”']],
      ['"LATE"', ['Café 🚢 “late”']],
      ['okafor', ['Nobody']],
      ['airship', []],
    ])('finds by %j, in text order', async (words, expected) => {
      const { id } = article.article;
      const sight = sightOf(article.member);
      const found = await findInArticle(db, sight, id, words, 50);
      expect(found.map(({ text }) => text)).toEqual(expected);
      expect(await findInArticle(db, sight, id, words, 1)).toEqual(found.slice(0, 1));
      expect(await findInArticle(db, sightOf(cast.charlie), id, words, 50)).toEqual([]);
    });
  });

  test('readStanding finds what shares a place with a span, short ones and long ones', async () => {
    const own = await newArticle(db, cast.alice, 'abcdefghij'.repeat(20));
    const made: { start: number; end: number }[] = [];
    const places = fc.tuple(fc.nat(190), fc.integer({ min: 1, max: 120 }));
    await fc.assert(
      fc.asyncProperty(places, places, async ([start, length], [from, reach]) => {
        const part = { start, end: Math.min(200, start + length) };
        const { annotation } = await tagParts(db, own, [part]);
        made.push({ start: annotation.start, end: annotation.end });
        const span = { start: from, end: from + reach };
        const found = (await readStanding(db, own, span)).annotations.map(({ start, end }) => ({
          start,
          end,
        }));
        const expected = made.filter((one) => overlaps(one, span)).toSorted((a, b) => a.start - b.start);
        expect(found.map(({ start }) => start)).toEqual(expected.map(({ start }) => start));
        expect(found.map(({ end }) => end).sort()).toEqual(expected.map(({ end }) => end).sort());
      }),
      { numRuns: 30 },
    );
  });
});
