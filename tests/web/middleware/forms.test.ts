import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCast } from '../../support/cast.ts';
import { fileOf, filesForm } from '../../support/import-files.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await makeCast(server.database.db);
});
afterAll(() => server.close());

test('the labels of a large codebook are all chosen for', async () => {
  const label = Array.from({ length: 3000 }, (_, at) => [
    at % 20,
    (at % 20) + 1,
    `${at}: ${'ş'.repeat(190)}`,
  ]);
  const words = JSON.stringify({ text: 'abcdefghijklmnopqrstu', label });
  const { headers } = await server.request('/imports', await filesForm([fileOf('work.jsonl', words)]));
  const path = headers.location ?? '';
  const $ = (await server.request(path)).html();
  const form = new URLSearchParams({ _method: 'patch' });
  for (const input of $('input[name=label]').get()) {
    form.append('label', $(input).attr('value') ?? '');
    form.append('choice', 'claim');
  }
  expect((await server.request(path, { form })).status).toBe(303);
  const { choices } = await server.database.db.import.findUniqueOrThrow({
    where: { id: path.split('/').at(-1) ?? '' },
  });
  const { mapping } = { mapping: {}, ...(typeof choices === 'object' ? choices : {}) };
  expect(Object.keys(mapping ?? {})).toHaveLength(3000);
});

test('other forms stay short', async () => {
  const many = new URLSearchParams(Array.from({ length: 1100 }, () => ['name', 'a']));
  expect((await server.request('/settings', { form: many })).status).toBe(413);
  expect((await server.request('/settings', { form: { name: 'a'.repeat(300_000) } })).status).toBe(413);
});

test('words over the limit: a page says that they still stand in the form', async () => {
  const page = await server.request('/settings', { form: { name: 'ऊ'.repeat(100_000) } });
  expect(page.status).toBe(413);
  expect(page.html()('h1').text()).toBe('Too large');
  expect(page.html()('main').text()).toContain('Your text is still in the form');
});

test('words over the limit that a script sends: the page stays, with a sentence in its notice', async () => {
  const headers = { 'HX-Request': 'true' };
  const answer = await server.request('/settings', { form: { name: 'a'.repeat(300_000) }, headers });
  expect(answer.status).toBe(413);
  expect(answer.headers).toMatchObject({ 'hx-retarget': '#notice', 'hx-reswap': 'innerHTML' });
  expect(answer.html()('p').text()).toContain('nothing was saved');
  expect(answer.text).not.toContain('<html');
});
