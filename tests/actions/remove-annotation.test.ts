import { beforeAll, expect, test } from 'vitest';
import { type LoadedArticle, loadAnnotation } from '../../src/actions/load.ts';
import { removeAnnotation } from '../../src/actions/remove-annotation.ts';
import { EditConflictError, ForbiddenError, NotFoundError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { change, loadedAnnotation, tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
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

  test('takes an annotation away and leaves the others', async () => {
    const [saved, other] = [await tag(db, article, 'was late'), await tag(db, article, 'was late')];
    await removeAnnotation(db, await loadedAnnotation(db, article, saved), 1);
    const { annotations } = await workIn(db, article.article.id);
    expect(annotations.map(({ id }) => id)).toEqual([other.annotation.id]);
    await expect(loadedAnnotation(db, article, saved)).rejects.toThrow(NotFoundError);
    expect(await storedCounts(db, article.article.id)).toEqual(await recount(db, article.text));
  });

  test('of a version that is not the last is refused with the last one', async () => {
    const saved = await tag(db, article, 'was late');
    const stale = await loadedAnnotation(db, article, saved);
    const { annotation } = await change(db, article, saved, { note: 'his' });
    await expect(removeAnnotation(db, await loadedAnnotation(db, article, saved), 1)).rejects.toMatchObject({
      current: annotation,
    });
    await expect(removeAnnotation(db, stale, 1)).rejects.toThrow(EditConflictError);
    expect((await loadedAnnotation(db, article, saved)).annotation).toEqual(annotation);
  });

  test('twice at once is once, and refused once', async () => {
    const loaded = await loadedAnnotation(db, article, await tag(db, article, 'a roof'));
    const outcomes = await Promise.allSettled([
      removeAnnotation(db, loaded, 1),
      removeAnnotation(db, loaded, 1),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await storedCounts(db, article.article.id)).toEqual(await recount(db, article.text));
  });

  test('a reader is refused', async () => {
    const { annotation } = await tag(db, article, 'was late');
    const asRita = await loadAnnotation(db, cast.rita.accountId, annotation.id);
    await expect(removeAnnotation(db, asRita, 1)).rejects.toThrow(ForbiddenError);
  });
});
