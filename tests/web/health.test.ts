import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/client.ts';
import { newDatabase } from '../support/databases.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('the process and its database answer', async () => {
  expect(await server.request('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  expect(await server.request('/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
});

test('health is never answered from a cache', async () => {
  expect((await server.request('/readyz')).headers['cache-control']).toBe('no-store');
});

test('a database without tables is told of, while the process still answers', async () => {
  const database = await openDatabase(await newDatabase('sqlite', 'empty'));
  const broken = await startTestServer({ database });
  try {
    expect((await broken.request('/readyz')).status).toBe(503);
    expect((await broken.request('/healthz')).status).toBe(200);
    expect(broken.logged()).toContainEqual(expect.objectContaining({ level: 'warn' }));
  } finally {
    await broken.close();
  }
});
