import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY_USES } from '../../../src/domain/keys.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('explains every key, each in a row', async () => {
  const $ = (await server.request('/help')).html();
  const rows = $('table.keys tbody tr')
    .map((_, row) => $(row).find('td').first().text())
    .get();
  expect(rows).toEqual(KEY_USES.map(({ keys }) => keys.join(' or ')));
  expect($('table.keys kbd').filter((_, key) => $(key).text() === '')).toHaveLength(0);
});
