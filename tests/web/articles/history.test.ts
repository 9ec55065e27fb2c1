import { describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { tag } from '../../support/annotating.ts';
import { loadAs, newArticle } from '../../support/articles.ts';
import { becomes } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { fragmentFor, targetsOf } from '../../support/fragments.ts';
import { workIn } from '../../support/recount.ts';

eachServer('POST /articles/:id/undo and /redo', ({ server, cast, db }) => {
  const step = (
    { article: { id } }: LoadedArticle,
    which: 'undo' | 'redo',
    { htmx = false, headers = {} }: { htmx?: boolean; headers?: Record<string, string> } = {},
  ) => server.request(`/articles/${id}/${which}`, { form: {}, htmx, headers });
  const words = async ({ article: { id } }: LoadedArticle) =>
    (await workIn(db(), id)).annotations.map(({ text }) => text);

  test('by plain forms take a step back and forth, and lead to the article', async () => {
    const article = await newArticle(db(), cast.alice);
    await tag(db(), article, 'was late');
    const answer = await step(article, 'undo');
    expect([answer.status, answer.headers.location]).toEqual([303, `/articles/${article.article.id}`]);
    expect(await words(article)).toEqual([]);
    const page = (await server.request(`/articles/${article.article.id}`)).html();
    expect(page('#undo').attr('disabled')).toBeDefined();
    expect(page('#redo').attr('disabled')).toBeUndefined();
    await step(article, 'redo');
    expect(await words(article)).toEqual(['was late']);
  });

  test('by htmx answer with the block, the entry, the counts and the buttons', async () => {
    const article = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), article, 'was late');
    const index = article.text.blocks.findIndex(({ end }) => end > annotation.start);
    const always = [
      `#b${index}`,
      `#entry-${annotation.id}`,
      '#progress',
      '#counts',
      '#told',
      '#history',
      '#notice',
    ];
    const undone = await step(article, 'undo', { htmx: true });
    expect(new Set(targetsOf(undone))).toEqual(new Set(always));
    expect(fragmentFor(undone, `#b${index}`).find('mark.claim')).toHaveLength(0);
    const redone = await step(article, 'redo', { htmx: true });
    expect(new Set(targetsOf(redone))).toEqual(new Set([...always, '#entries-0']));
    expect(fragmentFor(redone, `#b${index}`).find('mark.claim').text()).toBe('was late');
  });

  test.each([true, false])('with nothing to do answer 409; htmx: %s', async (htmx) => {
    const article = await newArticle(db(), cast.alice);
    for (const which of ['undo', 'redo'] as const)
      expect((await step(article, which, { htmx })).status).toBe(409);
  });

  test('leave what others did', async () => {
    const article = await newArticle(db(), cast.alice);
    await tag(db(), await loadAs(cast.bob, db(), article), 'was late');
    expect((await step(article, 'undo')).status).toBe(409);
    expect(await words(article)).toEqual(['was late']);
  });

  test.each([
    ['a page of this desk', (own: string) => `${own}/annotations?words=late`, '/annotations?words=late'],
    [
      'a page of this desk behind a proxy that speaks https',
      (own: string) => `${own.replace('http:', 'https:')}/annotations`,
      '/annotations',
    ],
    ['a page elsewhere', () => 'http://elsewhere.example/page', '/'],
    ['no address at all', () => 'http://[', '/'],
    [
      'what a browser would take for another host',
      (own: string) => `${own}//elsewhere.example/page`,
      '/elsewhere.example/page',
    ],
  ])('lead back to %s', async (_name, referer, expected) => {
    const article = await newArticle(db(), cast.alice);
    await tag(db(), article, 'was late');
    const headers = { Host: `127.0.0.1:${server.port}`, Referer: referer(server.url) };
    const answer = await step(article, 'undo', { headers });
    expect([answer.status, answer.headers.location]).toEqual([303, expected]);
  });

  describe.each(['undo', 'redo'] as const)('%s', (which) => {
    test('of another project’s article, of none and of no id is not found', async () => {
      const theirs = await newArticle(db(), cast.charlie);
      await tag(db(), theirs, 'was late');
      for (const id of [theirs.article.id, '01900000-0000-7000-8000-000000000000', 'x', '%00'])
        expect((await server.request(`/articles/${id}/${which}`, { form: {} })).status).toBe(404);
      expect(await words(theirs)).toEqual(['was late']);
    });

    test('by a reader is refused with 403, by another method with 405', async () => {
      const article = await newArticle(db(), cast.alice);
      await tag(db(), article, 'was late');
      await becomes(db(), 'reader');
      try {
        expect((await step(article, which)).status).toBe(403);
      } finally {
        await becomes(db(), 'owner');
      }
      expect((await server.request(`/articles/${article.article.id}/${which}`)).status).toBe(405);
      expect(await words(article)).toEqual(['was late']);
    });
  });
});
