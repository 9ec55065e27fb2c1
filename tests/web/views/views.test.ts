import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { MAX_VIEWS } from '../../../src/domain/saved-view.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('saved views, on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
    const attributes = { ...NO_ATTRIBUTES, confidence: 'unsure' as const };
    await tag(server.database.db, await newArticle(server.database.db, cast.alice), 'a roof', { attributes });
  });
  afterAll(() => server.close());
  beforeEach(() => server.database.db.savedView.deleteMany({}));

  const QUERY = 'tag=claim&confidence=unsure&sort=changed&column=tag%2Cnote';
  const keep = (name: string, query = QUERY) => server.request('/views', { form: { name, query } });
  const page = async (path: string) => (await server.request(path)).html();
  const listed = async () => {
    const $ = await page('/annotations');
    return $('.saved-views nav a')
      .map((_, link) => $(link).text())
      .get();
  };

  test('keep filters, order and columns under a name, and lead to them', async () => {
    const answer = await keep(' Unsure  claims ');
    expect([answer.status, answer.headers.location?.startsWith('/annotations?')]).toEqual([303, true]);
    const $ = await page(answer.headers.location ?? '');
    expect($('.saved-views nav a[aria-current]').text()).toBe('Unsure claims');
    expect($('select#confidence option[selected]').attr('value')).toBe('unsure');
    expect(
      $('thead th')
        .map((_, th) => $(th).text())
        .get(),
    ).toEqual(['Tag', 'Words', 'Note']);
    expect(await listed()).toEqual(['All', 'Unsure claims']);
  });

  test('keep nothing that is not of the table', async () => {
    const answer = await keep('Odd', 'tag=rumour&page=9&step=1&x=//elsewhere&words=%3Cb%3E');
    expect(answer.headers.location).toBe('/annotations?words=%3Cb%3E');
  });

  test('are renamed and deleted, and come back', async () => {
    const address = (await keep('One')).headers.location ?? '';
    const form = (await page(address))('.saved-views form').attr('action') ?? '';
    expect((await server.request(form, { form: { _method: 'PATCH', name: 'Two' } })).status).toBe(303);
    expect(await listed()).toEqual(['All', 'Two']);
    const gone = await server.request(form, { form: { _method: 'DELETE' } });
    expect(await listed()).toEqual([]);
    const $ = await page(gone.headers.location ?? '');
    expect($('#notice').text()).toContain('“Two”');
    expect($('select#confidence option[selected]').attr('value')).toBe('unsure');
    const fields = {
      name: String($('#notice [name=name]').val()),
      query: String($('#notice [name=query]').val()),
    };
    await server.request('/views', { form: fields });
    expect(await listed()).toEqual(['All', 'Two']);
  });

  test('kept again just so are the same; another under the name is refused', async () => {
    await keep('One');
    expect((await keep('One')).status).toBe(303);
    const answer = await keep('One', 'tag=quote');
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-name-error').text()).toContain('already');
    expect(answer.html()('#f-name').attr('aria-invalid')).toBe('true');
    await keep('Two', 'tag=quote');
    const { id } = await server.database.db.savedView.findFirstOrThrow({ where: { name: 'Two' } });
    const renamed = await server.request(`/views/${id}`, { form: { _method: 'PATCH', name: 'One' } });
    expect(renamed.status).toBe(422);
    expect(await listed()).toEqual(['All', 'One', 'Two']);
  });

  test.each([
    ['', 'write one'],
    ['  ', 'write one'],
    ['x'.repeat(61), 'at most 60'],
  ])('need a name: “%.5s”', async (name, sentence) => {
    const answer = await keep(name);
    expect([answer.status, answer.html()('#f-name-error').text()]).toEqual([
      422,
      expect.stringContaining(sentence),
    ]);
    expect(await listed()).toEqual([]);
  });

  test(`are ${MAX_VIEWS} at most`, async () => {
    for (let at = 0; at < MAX_VIEWS; at++) await keep(`View ${at}`);
    expect((await keep('One more')).status).toBe(422);
    expect((await keep('View 3')).status).toBe(303);
  });

  test("are a person's own", async () => {
    const { projectId, accountId } = cast.bob;
    await server.database.db.savedView.create({
      data: { id: 'bobs', projectId, accountId, name: 'Bobs', query: '' },
    });
    expect(await listed()).toEqual([]);
    for (const _method of ['PATCH', 'DELETE'])
      expect((await server.request('/views/bobs', { form: { _method, name: 'Mine' } })).status).toBe(404);
    expect(await server.database.db.savedView.findMany({ where: { id: 'bobs' } })).toHaveLength(1);
  });
});
