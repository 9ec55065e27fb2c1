import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { findArticleEvenDeleted } from '../../../src/store/articles.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { databases } from '../../support/databases.ts';
import { becomes, importText, localMember, stranger } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const TEXT = 'The ferry 🚢 was late.\n\n<script>alert(1)</script> & “more”.';
let made = 0;

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
  });
  afterAll(() => server.close());

  const db = () => server.database.db;
  async function article(): Promise<Article> {
    made += 1;
    return (await importText(db(), await localMember(db()), `Article ${made}. ${TEXT}`)).article;
  }
  async function now({ id, projectId }: Article): Promise<Article> {
    const found = await findArticleEvenDeleted(db(), projectId, id);
    if (!found) throw new Error('it is gone for good');
    return found;
  }
  const patch = (id: string, form: Record<string, string>) =>
    server.request(`/articles/${id}`, { form: { _method: 'PATCH', ...form } });
  const remove = (id: string, form: Record<string, string>) =>
    server.request(`/articles/${id}`, { form: { _method: 'DELETE', ...form } });

  describe('the details', () => {
    test('are shown, saved, found by the new title, and undone', async () => {
      const before = await article();
      const $ = (await server.request(`/articles/${before.id}/edit`)).html();
      expect($('[name=title]').val()).toBe(before.title);
      const version = String($('form:has([value=PATCH]) [name=version]').val());
      const form = {
        version,
        title: 'Renamed wholly',
        byline: ' Mara  Lindqvist ',
        published: '4 March 2025',
        url: '',
      };
      const answer = await patch(before.id, form);
      expect([answer.status, answer.headers.location]).toEqual([303, `/articles/${before.id}`]);
      expect(await now(before)).toMatchObject({
        title: 'Renamed wholly',
        byline: 'Mara Lindqvist',
        published: '2025-03-04',
        publication: null,
      });
      const found = (await server.request('/?q=renamed+wholly')).html();
      expect(found('tbody tr')).toHaveLength(1);
      await server.request(`/articles/${before.id}/undo`, { form: {} });
      expect(await now(before)).toMatchObject({ title: before.title, byline: null, published: null });
      expect((await server.request('/?q=renamed+wholly')).html()('tbody tr')).toHaveLength(0);
    });

    test('that are wrong are shown again, each with its reason, and nothing is saved', async () => {
      const before = await article();
      const form = { version: '1', title: ' ', published: 'soon', url: 'nowhere', byline: '<b>Typed</b>' };
      const answer = await patch(before.id, form);
      expect(answer.status).toBe(422);
      const $ = answer.html();
      expect($('[name=byline]').val()).toBe('<b>Typed</b>');
      expect($('[name=published]').val()).toBe('soon');
      expect($('#f-published-error').text()).not.toBe('');
      expect($('#f-url-error').text()).not.toBe('');
      expect($('main b')).toHaveLength(0);
      expect(await now(before)).toEqual(before);
    });

    test('need a title', async () => {
      const { id } = await article();
      const answer = await patch(id, { version: '1', title: '' });
      expect(answer.status).toBe(422);
      expect(answer.html()('#f-title-error').text()).toContain('Title');
    });

    test('changed meanwhile are shown beside those typed, and a second save keeps the typed ones', async () => {
      const before = await article();
      await patch(before.id, { version: '1', title: 'Theirs', byline: 'Theirs too' });
      const answer = await patch(before.id, { version: '1', title: 'Mine', byline: '' });
      expect(answer.status).toBe(409);
      const $ = answer.html();
      expect($('[name=title]').val()).toBe('Mine');
      expect($('.conflict').text()).toContain('Theirs');
      expect($('.conflict').text()).toContain('Theirs too');
      expect(await now(before)).toMatchObject({ title: 'Theirs' });
      const version = String($('form:has([value=PATCH]) [name=version]').val());
      expect((await patch(before.id, { version, title: 'Mine', byline: '' })).status).toBe(303);
      expect(await now(before)).toMatchObject({ title: 'Mine', byline: null });
    });

    test('saved as they are change nothing, whatever the version', async () => {
      const before = await article();
      expect((await patch(before.id, { version: '7', title: before.title })).status).toBe(303);
      expect(await now(before)).toEqual(before);
    });

    test.each(['', 'one', '-1'])('with the version “%s” are refused', async (version) => {
      const before = await article();
      expect((await patch(before.id, { version, title: 'Other' })).status).toBe(422);
      expect(await now(before)).toEqual(before);
    });
  });

  describe('deletion', () => {
    test('takes the article away, offers to undo it, and undoes it', async () => {
      const { id, title } = await article();
      const answer = await remove(id, { version: '1' });
      expect(answer.status).toBe(303);
      expect((await server.request(`/articles/${id}`)).status).toBe(404);
      const list = answer.headers.location ?? '';
      const $ = (await server.request(list)).html();
      expect($('#notice').text()).toContain(title);
      expect($(`tbody a[href="/articles/${id}"]`)).toHaveLength(0);
      const undo = $('#notice form').attr('action') ?? '';
      expect((await server.request(undo, { form: {}, headers: { Referer: server.url + list } })).status).toBe(
        303,
      );
      expect((await server.request(`/articles/${id}`)).status).toBe(200);
      expect((await server.request(list)).html()('#notice').text()).toContain('is back');
    });

    test('of a version that is not the last is refused', async () => {
      const before = await article();
      await patch(before.id, { version: '1', title: 'Changed meanwhile' });
      expect((await remove(before.id, { version: '1' })).status).toBe(409);
      expect((await now(before)).deletedAt).toBeNull();
    });

    test('works by the method of its name', async () => {
      const { id } = await article();
      expect((await server.request(`/articles/${id}?version=1`, { method: 'DELETE' })).status).toBe(303);
      expect((await server.request(`/articles/${id}`)).status).toBe(404);
    });

    test('of what is not there says nothing about it', async () => {
      const { id } = (await importText(db(), await stranger(db()), `Theirs ${made}. Words.`)).article;
      expect((await server.request(`/?deleted=${id}`)).html()('#notice').text()).toBe('');
    });
  });

  test('the text is given as it is stored', async () => {
    const { id } = await article();
    const answer = await server.request(`/articles/${id}/text`);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.text).toBe(`Article ${made}. ${TEXT}`);
  });

  describe.each([
    ['GET', '/edit'],
    ['GET', '/text'],
    ['PATCH', ''],
    ['DELETE', ''],
  ])('%s /articles/:id%s', (method, rest) => {
    const ask = (id: string) =>
      server.request(
        `/articles/${id}${rest}`,
        method === 'GET' ? {} : { form: { _method: method, version: '1' } },
      );

    test('of another project, of no article and of no id is not found', async () => {
      made += 1;
      const theirs = (await importText(db(), await stranger(db()), `Theirs ${made}. Words.`)).article;
      for (const id of [theirs.id, '01900000-0000-7000-8000-000000000000', 'x', '%00']) {
        expect((await ask(id)).status).toBe(404);
      }
      expect((await now(theirs)).deletedAt).toBeNull();
    });

    test('of a deleted article is not found', async () => {
      const { id } = await article();
      await remove(id, { version: '1' });
      expect((await ask(id)).status).toBe(404);
    });
  });

  test.each([
    ['/edit', 'POST'],
    ['/text', 'DELETE'],
    ['', 'PUT'],
  ])('/articles/:id%s refuses %s', async (rest, method) => {
    const { id } = await article();
    expect((await server.request(`/articles/${id}${rest}`, { method, form: {} })).status).toBe(405);
  });

  test('a reader sees the details and may not change or delete', async () => {
    const { id } = await article();
    await becomes(db(), 'reader');
    try {
      const $ = (await server.request(`/articles/${id}/edit`)).html();
      expect($('[value=DELETE]')).toHaveLength(0);
      expect((await patch(id, { version: '1', title: 'Mine' })).status).toBe(403);
      expect((await remove(id, { version: '1' })).status).toBe(403);
      await becomes(db(), 'coder');
      expect((await remove(id, { version: '1' })).status).toBe(403);
    } finally {
      await becomes(db(), 'owner');
    }
  });
});
