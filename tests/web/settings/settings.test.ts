import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureLocalPerson } from '../../../src/store/members.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const BOXES = 'form[action="/settings"] [type=checkbox]:checked';

const person = async () => (await ensureLocalPerson(server.database.db)).person;

test('are shown and saved; what is not set is off', async () => {
  const $ = (await server.request('/settings')).html();
  expect($('[name=name]').val()).toBe('Me');
  expect($(BOXES)).toHaveLength(3);
  const answer = await server.request('/settings', { form: { name: '  Ines \t Okafor ', keys: '1' } });
  expect(answer.status).toBe(303);
  expect(await person()).toMatchObject({
    name: 'Ines Okafor',
    keys: true,
    trimSelections: false,
    suggestions: false,
  });
  const saved = (await server.request(answer.headers.location ?? '')).html();
  expect(saved('#notice').text()).toBe('Saved.');
  expect(saved(BOXES).attr('name')).toBe('keys');
});

test.each([
  ['', /Enter a name/],
  ['x'.repeat(101), /at most 100/],
])('a name of “%s” is refused, with the rest of the form kept', async (name, reason) => {
  const before = await person();
  const answer = await server.request('/settings', { form: { name, suggestions: '1' } });
  expect(answer.status).toBe(422);
  const $ = answer.html();
  expect($('#f-name-error').text()).toMatch(reason);
  expect($('[name=name]').val()).toBe(name);
  expect($(BOXES).attr('name')).toBe('suggestions');
  expect(await person()).toEqual(before);
});

test('other methods are refused', async () => {
  expect((await server.request('/settings', { method: 'DELETE', form: {} })).status).toBe(405);
});
