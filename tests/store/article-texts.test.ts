import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readArticle } from '../../src/import/articles/read.ts';
import { importArticle } from '../../src/import/articles/store.ts';
import { findArticleText } from '../../src/store/article-texts.ts';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { structureOf } from '../../src/text/structure.ts';
import { newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { databases } from '../support/databases.ts';

let made = 0;

for (const { name, url } of databases) {
  let db: Db;
  let again: Db;
  let cast: Cast;
  beforeAll(async () => {
    const address = await url();
    db = (await openDatabase(address)).db;
    again = (await openDatabase(address)).db;
    cast = await makeCast(db);
    return async () => {
      await db.$disconnect();
      await again.$disconnect();
    };
  });

  test(`on ${name}, any text is read back to the unit, with its structure`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (words) => {
        made += 1;
        const content = `Text ${made}. ${words}\r\n\r\n- ${words}`;
        const read = readArticle({ content, given: {} }, 10_000);
        const { article } = await importArticle(db, cast.alice, read);
        // From another client, which has nothing kept in memory.
        expect(await findArticleText(again, cast.alice.projectId, article.id)).toEqual({
          articleId: article.id,
          text: read.text,
          ...structureOf(read.text),
        });
      }),
      { numRuns: 40 },
    );
  });

  test(`on ${name}, a text is found in its own project alone, kept in memory or not`, async () => {
    const { article } = await newArticle(db, cast.alice);
    for (const client of [db, again, db])
      expect(await findArticleText(client, cast.charlie.projectId, article.id)).toBeNull();
    expect((await findArticleText(db, cast.alice.projectId, article.id))?.articleId).toBe(article.id);
    expect(await findArticleText(db, cast.charlie.projectId, article.id)).toBeNull();
  });
}
