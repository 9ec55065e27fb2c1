import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('speakers, on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let first: LoadedArticle;
  let second: LoadedArticle;

  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    const { db } = server.database;
    await db.annotation.deleteMany({});
    [first, second] = [await newArticle(db, cast.alice), await newArticle(db, cast.alice)];
    await said(first, 'Nobody told us', 'Okafor');
    await said(first, 'nobody came', 'Wren');
    await said(second, 'Nobody told us', 'Wren');
    await said(second, 'nobody came', 'Wren');
    await said(await newArticle(db, cast.charlie), 'nobody came', 'Zoe');
  });

  const said = (own: LoadedArticle, words: string, speaker: string) =>
    tag(server.database.db, own, words, { tag: 'quote', attributes: { ...NO_ATTRIBUTES, speaker } });
  const names = async (articleId?: string) => {
    const where = articleId ? { articleId } : { projectId: cast.alice.projectId };
    const rows = await server.database.db.annotation.findMany({ where, orderBy: { id: 'asc' } });
    return rows.map(({ speaker }) => speaker);
  };
  const rename = (fields: Record<string, string>) =>
    server.request('/speakers/renames', { form: { form_key: uuidv7(), ...fields } });
  const page = async (path: string) => (await server.request(path)).html();

  test('are listed most used first, those of the article before those of the project in a field', async () => {
    const $ = await page('/speakers');
    const rows = $('tbody tr').map((_, tr) =>
      $(tr)
        .find('th, td.number')
        .map((__, cell) => $(cell).text())
        .get()
        .join(' '),
    );
    expect(rows.get()).toEqual(['Wren 3 2', 'Okafor 1 1']);
    const address = `/articles/${first.article.id}/speakers`;
    const offered = (await server.request(address, { htmx: true })).text;
    expect(offered).toBe('<option value="Okafor"></option><option value="Wren"></option>');
    const article = await page(`${address}?name=Wren`);
    expect(article('input[name=to][autofocus]').attr('value')).toBe('Wren');
    expect((await server.request(`/articles/${uuidv7()}/speakers`)).status).toBe(404);
  });

  test('are offered by the plain form at once, and by a card when its field is reached', async () => {
    const { db } = server.database;
    const { id } = await db.annotation.findFirstOrThrow({ where: { speaker: 'Okafor' } });
    const $ = await page(`/annotations/${id}`);
    const list = $(`#${$('input[name=speaker]').attr('list')}`);
    expect(
      list
        .find('option')
        .map((_, option) => $(option).attr('value'))
        .get(),
    ).toEqual(['Okafor', 'Wren']);
    const card = (await server.request(`/annotations/${id}`, { htmx: true })).text;
    expect(card).toContain(`hx-get="/articles/${first.article.id}/speakers" hx-trigger="focus once"`);
    expect(card).not.toContain('<option value="Wren">');
  });

  test('are renamed in the project as one step, undone as a whole', async () => {
    const answer = await rename({ name: 'Wren', to: ' Wren Abara ' });
    expect(answer.status).toBe(303);
    expect(await names()).toEqual(['Okafor', 'Wren Abara', 'Wren Abara', 'Wren Abara']);
    const $ = await page(answer.headers.location ?? '');
    expect($('#notice').text()).toContain('Changed 3 annotations in 2 articles.');
    await server.request($('#notice form').attr('action') ?? '', { form: { back: '/speakers' } });
    expect(await names()).toEqual(['Okafor', 'Wren', 'Wren', 'Wren']);
  });

  test('are renamed in one article, and merged where the name is there already', async () => {
    const answer = await rename({ name: 'Wren', to: 'Okafor', article: first.article.id });
    expect(answer.headers.location).toContain(`/articles/${first.article.id}/speakers?step=`);
    expect(await names(first.article.id)).toEqual(['Okafor', 'Okafor']);
    expect(await names(second.article.id)).toEqual(['Wren', 'Wren']);
  });

  test('are not renamed again by the same form', async () => {
    const fields = { name: 'Wren', to: 'Abara', form_key: uuidv7() };
    const answers = [await rename(fields), await rename(fields)];
    expect(answers.map(({ headers }) => headers.location)).toEqual([
      answers[0]?.headers.location,
      answers[0]?.headers.location,
    ]);
    const { db } = server.database;
    expect(await db.annotation.count({ where: { speaker: 'Abara', version: 2 } })).toBe(3);
  });

  test.each([
    ['', 'write the new name'],
    ['Wren', 'is the name already'],
    ['x'.repeat(301), 'at most 300 characters'],
  ])('keep their name where the new one cannot be: %.10s', async (to, sentence) => {
    const answer = await rename({ name: 'Wren', to });
    expect(answer.status).toBe(422);
    const $ = answer.html();
    const field = $('input[aria-invalid=true]');
    expect(field.attr('value')).toBe(to);
    expect($(`#${field.attr('aria-describedby')}`).text()).toContain(sentence);
    expect(await names()).toEqual(['Okafor', 'Wren', 'Wren', 'Wren']);
  });

  test("nobody renames another project's, and a reader none", async () => {
    expect((await rename({ name: 'Zoe', to: 'Zoë' })).status).toBe(422);
    await becomes(server.database.db, 'reader');
    expect((await rename({ name: 'Wren', to: 'Abara' })).status).toBe(403);
    expect((await page('/speakers'))('form')).toHaveLength(0);
    await becomes(server.database.db, 'owner');
  });
});
