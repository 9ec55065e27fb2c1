import { beforeAll, expect, test } from 'vitest';
import { removeArticle } from '../../src/actions/edit-article.ts';
import {
  articleTitles,
  findArticle,
  findArticleByHash,
  findArticleEvenDeleted,
} from '../../src/store/articles.ts';
import type { Db } from '../../src/store/client.ts';
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

  test('an article is found in its own project alone; a deleted one only where asked for', async () => {
    const loaded = await newArticle(db, cast.alice);
    const { id, projectId } = loaded.article;
    const { textHash } = await db.article.findUniqueOrThrow({ where: { id } });
    const elsewhere = cast.charlie.projectId;
    expect(await findArticle(db, projectId, id)).toEqual(loaded.article);
    expect(await findArticle(db, elsewhere, id)).toBeNull();
    expect(await findArticleEvenDeleted(db, elsewhere, id)).toBeNull();
    expect(await findArticleByHash(db, elsewhere, textHash)).toBeNull();
    await removeArticle(db, loaded, 1);
    expect(await findArticle(db, projectId, id)).toBeNull();
    expect((await findArticleEvenDeleted(db, projectId, id))?.deletedAt).toBeInstanceOf(Date);
    expect((await findArticleByHash(db, projectId, textHash))?.id).toBe(id);
    expect((await articleTitles(db, projectId)).map((title) => title.id)).not.toContain(id);
  });
});
