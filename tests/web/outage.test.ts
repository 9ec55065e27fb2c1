import { rename } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { sqlitePath } from '../../src/store/database-url.ts';
import { atHosts, type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { newDatabase } from '../support/databases.ts';
import { importText, localMember } from '../support/desk.ts';
import { isPglite } from '../support/pglite.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

const WORDS = 'The ferry was late, and nobody told us.';
const CLAIM = { tag: 'claim', parts: '10-18', text: 'was late' };

async function articleIn({ db }: Database): Promise<string> {
  return (await importText(db, await localMember(db), WORDS)).article.id;
}

describe('a file that is gone', () => {
  let server: TestServer;
  let path: string;
  let id: string;
  beforeAll(async () => {
    const url = await newDatabase('sqlite', 'migrated');
    path = sqlitePath(url);
    server = await startTestServer({ database: await openDatabase(url) });
    id = await articleIn(server.database);
    await rename(path, `${path}.moved`);
  });
  afterAll(() => server.close());

  test('makes the desk unready, while the process answers', async () => {
    expect(await server.request('/readyz')).toMatchObject({
      status: 503,
      text: 'the database file is gone\n',
    });
    expect((await server.request('/healthz')).status).toBe(200);
  });

  test('takes no changes, and says so to scripts and to people', async () => {
    const path = `/articles/${id}/annotations`;
    for (const htmx of [true, false]) {
      const answer = await server.request(path, { form: CLAIM, htmx });
      expect(answer.status).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.html()('p').first().text()).toMatch(/no longer where it was.*Nothing was saved/);
    }
  });

  test('is read on', async () => {
    const page = await server.request(`/articles/${id}`);
    expect([page.status, page.text.includes('was late')]).toEqual([200, true]);
  });
});

describe('a PostgreSQL server', () => {
  async function desk(hosts: (proxy: DatabaseProxy) => readonly string[] = ({ host }) => [host]) {
    const url = await newDatabase('postgresql', 'migrated');
    const proxy = await startDatabaseProxy(url);
    const database = await openDatabase(atHosts(url, hosts(proxy)), { statementLimit: 200 });
    const server = await startTestServer({ database });
    return { proxy, server, url, id: await articleIn(database) };
  }

  const isServer = async () => !isPglite(await newDatabase('postgresql', 'empty'));

  test('that is away is told of, and found again when it is back', async ({ skip }) => {
    skip(!(await isServer()), 'PGlite has one session');
    const { proxy, server, id } = await desk();
    proxy.become('away');
    const page = await server.request(`/articles/${id}`);
    expect([page.status, page.headers['retry-after']]).toEqual([503, '2']);
    expect(page.html()('h1').text()).toBe('Not available right now');
    expect(page.html()('main a.button').attr('href')).toBe(`/articles/${id}`);
    const saved = await server.request(`/articles/${id}/annotations`, { form: CLAIM, htmx: true });
    expect([saved.status, saved.headers['hx-retarget']]).toEqual([503, '#notice']);
    expect((await server.request('/readyz')).status).toBe(503);
    proxy.become('there');
    expect((await server.request(`/articles/${id}/annotations`, { form: CLAIM, htmx: true })).status).toBe(
      201,
    );
    expect((await server.request('/readyz')).status).toBe(200);
    await server.close();
  });

  test('that is frozen holds nobody for longer than the limit', async ({ skip }) => {
    skip(!(await isServer()), 'PGlite has one session');
    const { proxy, server, id } = await desk();
    proxy.become('frozen');
    const answers = await Promise.all([
      server.request(`/articles/${id}`),
      server.request(`/articles/${id}/annotations`, { form: CLAIM, htmx: true }),
      server.request('/readyz'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    proxy.become('there');
    expect((await server.request(`/articles/${id}/annotations`, { form: CLAIM, htmx: true })).status).toBe(
      201,
    );
    await server.close();
  });

  test('that is lost in the middle of a transaction leaves nothing half done', async ({ skip }) => {
    skip(!(await isServer()), 'PGlite has one session');
    const { proxy, server } = await desk();
    const { db } = server.database;
    const lost = db.$transaction(async (tx) => {
      await tx.project.create({ data: { id: 'lost', slug: 'lost', name: 'Lost' } });
      proxy.become('away');
      await tx.project.count();
    });
    await expect(lost).rejects.toThrow();
    proxy.become('there');
    expect(await db.project.count({ where: { id: 'lost' } })).toBe(0);
    await server.close();
  });

  test('is looked for at every host of the address', async ({ skip }) => {
    skip(!(await isServer()), 'PGlite has one session');
    const { proxy, server, url } = await desk(({ host }) => ['127.0.0.1:1', host]);
    expect((await server.request('/readyz')).status).toBe(200);
    await server.close();
    const second = await startDatabaseProxy(url);
    const database = await openDatabase(atHosts(url, [proxy.host, second.host]));
    const both = await startTestServer({ database });
    expect([(await both.request('/readyz')).status, second.count()]).toEqual([200, 0]);
    proxy.become('away');
    expect((await both.request('/')).status).toBe(200);
    expect(second.count()).toBeGreaterThan(0);
    await both.close();
  });
});
