import { beforeAll, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { ForbiddenError, InvalidInputError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { tag, tagParts } from '../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
  });
  const span = ({ text }: LoadedArticle, from: string, to = from) => ({
    start: placeOf(text.text, from).start,
    end: placeOf(text.text, to).end,
  });
  /** The sentences that are marked, by their words. */
  async function marked({ article, text }: LoadedArticle): Promise<string[]> {
    const { marks } = await workIn(db, article.id);
    expect(await storedCounts(db, article.id)).toEqual(await recount(db, text));
    return marks.map(({ sentence }) =>
      text.text.slice(text.sentences[sentence]?.start, text.sentences[sentence]?.end),
    );
  }

  test('marks every sentence that a span touches, and takes it back', async () => {
    const article = await newArticle(db, cast.alice);
    const both = span(article, '200 people', 'sells');
    await toggleNothingHere(db, article, both);
    expect(await marked(article)).toEqual([
      'About 1,200 people cross each day.',
      'Re\u0301my sells coffee: “שלום” is on his sign.',
    ]);
    await toggleNothingHere(db, article, both);
    expect(await marked(article)).toEqual([]);
  });

  test('marks the rest where some are marked already', async () => {
    const article = await newArticle(db, cast.alice);
    await toggleNothingHere(db, article, span(article, '40 cups'));
    await toggleNothingHere(db, article, span(article, 'sells', '40 cups'));
    expect(await marked(article)).toHaveLength(2);
  });

  test('passes over sentences that hold an annotation, anybody’s', async () => {
    const article = await newArticle(db, cast.alice);
    await tag(db, await loadAs(cast.bob, db, article), 'sells');
    await toggleNothingHere(db, article, span(article, '200 people', '40 cups'));
    expect(await marked(article)).toEqual(['About 1,200 people cross each day.', 'He sold 40 cups.']);
    await expect(toggleNothingHere(db, article, span(article, 'coffee'))).rejects.toThrow(InvalidInputError);
  });

  test('a gap between the parts of an annotation is free', async () => {
    const article = await newArticle(db, cast.alice);
    const { text } = article.text;
    const parts = ['200 people', '40 cups'].map((words) => placeOf(text, words));
    await tagParts(db, article, parts);
    await toggleNothingHere(db, article, span(article, '200 people', '40 cups'));
    expect(await marked(article)).toEqual(['Re\u0301my sells coffee: “שלום” is on his sign.']);
  });

  test('where there is no sentence, is refused', async () => {
    const article = await newArticle(db, cast.alice);
    for (const nowhere of [span(article, 'On the quay'), { start: 9_999_998, end: 9_999_999 }])
      await expect(toggleNothingHere(db, article, nowhere)).rejects.toThrow(InvalidInputError);
  });

  test('is the coding’s, whoever says so: another takes it back', async () => {
    const article = await newArticle(db, cast.alice);
    const asBob = await loadAs(cast.bob, db, article);
    await toggleNothingHere(db, article, span(article, '40 cups'));
    expect(await marked(asBob)).toEqual(['He sold 40 cups.']);
    await toggleNothingHere(db, asBob, span(asBob, '40 cups'));
    expect(await marked(article)).toEqual([]);
  });

  test('said by two at once is said once, and the one who came second takes it back', async () => {
    const article = await newArticle(db, cast.alice);
    const asBob = await loadAs(cast.bob, db, article);
    await Promise.all(
      [article, asBob].map((loaded) => toggleNothingHere(db, loaded, span(loaded, '40 cups'))),
    );
    expect(await marked(article)).toEqual([]);
  });

  test('a reader is refused', async () => {
    const asRita = await loadAs(cast.rita, db, await newArticle(db, cast.alice));
    await expect(toggleNothingHere(db, asRita, span(asRita, '40 cups'))).rejects.toThrow(ForbiddenError);
  });
});
