import { expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle, placeOf } from '../../support/articles.ts';
import { becomes } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { fragmentFor, targetsOf } from '../../support/fragments.ts';
import { workIn } from '../../support/recount.ts';

eachServer('POST /articles/:id/sentence-marks', ({ server, cast, db }) => {
  const partsOf = ({ text }: LoadedArticle, words: string) => {
    const { start, end } = placeOf(text.text, words);
    return `${start}-${end}`;
  };
  const post = ({ article: { id } }: LoadedArticle, form: Record<string, string>, htmx = false) =>
    server.request(`/articles/${id}/sentence-marks`, { form, htmx });
  const marksIn = async ({ article: { id } }: LoadedArticle) => (await workIn(db(), id)).marks;

  test('by a plain form marks the sentence, and again takes it back', async () => {
    const article = await newArticle(db(), cast.alice);
    const form = { parts: partsOf(article, '40 cups') };
    const answer = await post(article, form);
    expect([answer.status, answer.headers.location]).toEqual([303, `/articles/${article.article.id}`]);
    const [mark] = await marksIn(article);
    const page = (await server.request(`/articles/${article.article.id}`)).html();
    expect(page(`#s${mark?.sentence}`).hasClass('nothing')).toBe(true);
    expect(page('#progress').text()).toContain('1 of');
    await post(article, form);
    expect(await marksIn(article)).toEqual([]);
  });

  test('by htmx answers with the block, the counts and the buttons, and nothing else', async () => {
    const article = await newArticle(db(), cast.alice);
    const answer = await post(article, { parts: partsOf(article, '40 cups') }, true);
    const index = article.text.blocks.findIndex(
      ({ end }) => end > placeOf(article.text.text, '40 cups').start,
    );
    expect(new Set(targetsOf(answer))).toEqual(
      new Set([`#b${index}`, '#progress', '#counts', '#history', '#notice']),
    );
    expect(fragmentFor(answer, `#b${index}`).find('.nothing').text()).toBe('He sold 40 cups.');
  });

  test.each([true, false])('refuses what it cannot mark with 422; htmx: %s', async (htmx) => {
    const article = await newArticle(db(), cast.alice);
    await tag(db(), article, 'was late');
    for (const parts of [
      '',
      'all',
      '5',
      partsOf(article, 'was late'),
      partsOf(article, 'On the quay'),
      '999999998-999999999',
    ])
      expect((await post(article, { parts }, htmx)).status).toBe(422);
    expect((await post(article, {}, htmx)).status).toBe(422);
    expect(await marksIn(article)).toEqual([]);
  });

  test('another project’s article, none, and what is no id are not found', async () => {
    const theirs = await newArticle(db(), cast.charlie);
    for (const id of [theirs.article.id, '01900000-0000-7000-8000-000000000000', 'x', '%00'])
      expect(
        (await server.request(`/articles/${id}/sentence-marks`, { form: { parts: '30-31' } })).status,
      ).toBe(404);
    expect(await marksIn(theirs)).toEqual([]);
  });

  test('a reader is refused with 403, another method with 405', async () => {
    const article = await newArticle(db(), cast.alice);
    await becomes(db(), 'reader');
    try {
      expect((await post(article, { parts: partsOf(article, '40 cups') })).status).toBe(403);
    } finally {
      await becomes(db(), 'owner');
    }
    expect((await server.request(`/articles/${article.article.id}/sentence-marks`)).status).toBe(405);
    expect(await marksIn(article)).toEqual([]);
  });
});
