import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { becomes, memberAs } from '../support/desk.ts';
import { eachServer } from '../support/each-server.ts';

eachServer('a coding to look at', ({ server, cast, db }) => {
  let articleId = '';
  const address = (lane: string) => `/articles/${articleId}/codings/${lane}`;

  beforeAll(async () => {
    const { projectId } = cast.alice;
    const { article } = await newArticle(db(), cast.alice);
    articleId = article.id;
    await tag(db(), await loadArticle(db(), cast.alice.accountId, articleId), 'late on Tuesday');
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
    const bob = await memberAs(db(), cast.bob.accountId, projectId);
    await tag(db(), await loadArticle(db(), bob.accountId, articleId), 'The ferry');
  });
  afterAll(() => becomes(db(), 'owner'));

  test('says whose it is, and holds the text with the marks of that coding alone', async () => {
    const page = (await server.request(address(cast.bob.annotatorId))).html();
    expect(page('main').text()).toContain('Coded by: Bob');
    expect(page('main mark').text()).toBe('The ferry');
    expect(page('main ol li a').text()).toBe('The ferry');
    expect(page('#palette, .card, form').filter('main *')).toHaveLength(0);
  });

  test('is chosen on the article’s page by whoever sees several, apart', async () => {
    const page = (await server.request(`/articles/${articleId}`)).html();
    const options = page('#annotator option');
    expect(options.map((_, option) => page(option).text()).get()).toEqual(['Bob']);
    const asked = await server.request(`/articles/${articleId}?annotator=${cast.bob.annotatorId}`);
    expect(asked.headers.location).toBe(address(cast.bob.annotatorId));
    await becomes(db(), 'coder');
    expect((await server.request(`/articles/${articleId}`)).html()('#annotator')).toHaveLength(0);
    await becomes(db(), 'owner');
  });

  test('made together is named so', async () => {
    const page = (await server.request(address('shared'))).html();
    expect(page('main').text()).toContain('Coded by: everybody together');
    expect(page('main mark').text()).toBe('late on Tuesday');
  });

  test('without anything in it says so', async () => {
    expect((await server.request(address('final'))).html()('main').text()).toContain('No annotations.');
  });

  test('of nobody, and of an article that is not there, is not there', async () => {
    expect((await server.request(address('nobody'))).status).toBe(404);
    expect((await server.request(`/articles/nowhere/codings/${cast.bob.annotatorId}`)).status).toBe(404);
  });

  test.each(['coder', 'reader'] as const)('of another is hidden from a %s', async (role) => {
    await becomes(db(), role);
    expect((await server.request(address(cast.bob.annotatorId))).status).toBe(404);
    expect((await server.request(address('shared'))).status).toBe(404);
  });
});
