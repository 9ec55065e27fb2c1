import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { routes } from '../../../src/web/routes.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { Browser, letSignIn, PASSWORD, signedIn } from '../../support/signed-in.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
    cast = await makeCast(db);
    await letSignIn(db, cast.alice.accountId, 'alice', true);
    await letSignIn(db, cast.bob.accountId, 'bob@desk.example');
    await letSignIn(db, cast.charlie.accountId, 'charlie');
  });
  afterAll(() => server.close());

  test('nothing is shown to somebody who has not signed in', async () => {
    const closed = routes.filter(({ isOpen }) => !isOpen);
    expect(closed.length).toBeGreaterThan(50);
    for (const { method, path } of closed) {
      const address = path.replaceAll(/:\w+/g, 'x');
      const answer = await new Browser(server).request(address, { method: method.toUpperCase() });
      expect([answer.status, answer.headers['cache-control']], `${method} ${path}`).toEqual([
        method === 'get' ? 303 : 401,
        'no-store',
      ]);
      if (method === 'get')
        expect(answer.headers.location, path).toBe(
          address === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(address)}`,
        );
    }
  });

  test('fragments and addresses that are not there are refused as well', async () => {
    expect((await new Browser(server).request('/', { htmx: true })).status).toBe(401);
    expect((await new Browser(server).request('/nowhere')).status).toBe(303);
  });

  test('the form leads to the page that was wanted', async () => {
    const browser = new Browser(server);
    const form = await browser.request('/sign-in?next=%2Fhelp');
    expect(form.status).toBe(200);
    const $ = form.html();
    expect($('form').attr('action')).toBe('/sign-in');
    expect($('input[name=next]').val()).toBe('/help');
    expect($('input[name=password]').attr('autocomplete')).toBe('current-password');
    const answer = await browser.signIn('Alice ', PASSWORD, '/help');
    expect([answer.status, answer.headers.location]).toEqual([303, '/help']);
    expect((await browser.request('/help')).status).toBe(200);
    expect((await browser.request('/sign-in?next=%2Fhelp')).headers.location).toBe('/help');
  });

  test('people see their own projects and no other', async () => {
    const bob = await signedIn(server, 'BOB@desk.example');
    expect((await bob.request('/?project=desk')).status).toBe(200);
    const charlie = await signedIn(server, 'charlie');
    expect((await charlie.request('/?project=desk')).status).toBe(404);
  });

  test.each([
    ['a wrong password', 'alice', 'gravel lantern orbit eighteen'],
    ['somebody else’s name', 'bob@desk.example', 'another password of theirs'],
    ['a name that nobody has', 'nobody', PASSWORD],
    ['no name', '', PASSWORD],
    ['no password', 'alice', ''],
  ])('whatever is wrong, the answer is the same: %s', async (_what, name, password) => {
    const browser = new Browser(server);
    const answer = await browser.signIn(name, password, '/help');
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#sign-in-password-error').text()).toBe('The name or the password is wrong. Check both.');
    expect([$('input[name=name]').val(), $('input[name=next]').val()]).toEqual([name, '/help']);
    expect($('input[name=password]').val()).toBeUndefined();
    expect(browser.cookies.size).toBe(0);
  });

  test('a sign-in ends where it is ended, and its token is good for nothing from then on', async () => {
    const browser = await signedIn(server, 'alice');
    const stolen = new Map(browser.cookies);
    const answer = await browser.request('/sign-out', { method: 'POST' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
    expect(browser.token).toBeUndefined();
    const thief = new Browser(server);
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect((await thief.request('/')).status).toBe(303);
  });

  test('the token is a new one each time, and not stored', async () => {
    const browser = await signedIn(server, 'alice');
    const first = browser.token ?? '';
    await browser.signIn('alice');
    expect(browser.token).not.toBe(first);
    expect(first).toMatch(/^[\w-]{43}$/);
    const rows = JSON.stringify(await db.session.findMany());
    expect(rows).not.toContain(first);
    expect(rows).not.toContain(browser.token);
    const before = new Browser(server);
    before.cookies.set([...browser.cookies.keys()].find((name) => name.includes('session')) ?? '', first);
    expect((await before.request('/')).status).toBe(303);
  });

  test('a token that somebody put into the browser is not taken over', async () => {
    const browser = new Browser(server);
    const name = `on-record-session-${server.config.port}`;
    browser.cookies.set(name, 'a'.repeat(43));
    await browser.signIn('alice');
    expect(browser.token).not.toBe('a'.repeat(43));
    expect(browser.cookies.has(name)).toBe(true);
  });

  test('a sign-in ends when it was not used for long, and some time after it began', async () => {
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    for (const data of [{ lastSeenAt: days(8) }, { expiresAt: days(0) }]) {
      await db.session.deleteMany({ where: { accountId: cast.charlie.accountId } });
      const browser = await signedIn(server, 'charlie');
      await db.session.updateMany({ where: { accountId: cast.charlie.accountId }, data });
      expect((await browser.request('/')).status).toBe(303);
      expect(await db.session.count({ where: { accountId: cast.charlie.accountId } })).toBe(0);
    }
  });

  test('that it is in use is written down every five minutes at most', async () => {
    const where = { accountId: cast.charlie.accountId };
    await db.session.deleteMany({ where });
    const browser = await signedIn(server, 'charlie');
    const seen = async () => (await db.session.findFirstOrThrow({ where })).lastSeenAt.getTime();
    const before = await seen();
    await browser.request('/');
    expect(await seen()).toBe(before);
    const earlier = new Date(Date.now() - 6 * 60_000);
    await db.session.updateMany({ where, data: { lastSeenAt: earlier } });
    await browser.request('/');
    expect(await seen()).toBeGreaterThan(earlier.getTime());
  });

  test('changes need to say that they come from here', async () => {
    const browser = await signedIn(server, 'alice');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const send = (headers: Record<string, string>) =>
      server.request('/settings', { form: { trim: '1' }, headers: { Cookie: cookie, ...headers } });
    expect((await send({})).status).toBe(403);
    expect((await send({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await send({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await send({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ Origin: server.url })).status).toBe(303);
    expect((await send({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303);
  });

  test('signed-in pages are kept nowhere', async () => {
    const browser = await signedIn(server, 'alice');
    for (const page of ['/', '/settings', '/annotations.csv'])
      expect((await browser.request(page)).headers['cache-control'], page).toMatch(/^private, no-store/);
  });
});

describe('cookies', () => {
  async function cookiesOf(settings: Record<string, string>, headers: Record<string, string> = {}) {
    const server = await startTestServer({ settings: { ACCOUNTS: 'on', ...settings } });
    const cast = await makeCast(server.database.db);
    await letSignIn(server.database.db, cast.alice.accountId, 'alice');
    const answer = await new Browser(server, headers).signIn('alice');
    server.close();
    return { lines: answer.headers['set-cookie'] ?? [], answer };
  }

  test('behind a certificate are for this host alone, and sent encrypted alone', async () => {
    const { lines, answer } = await cookiesOf(
      { PUBLIC_ADDRESS: 'https://desk.example' },
      { Host: 'desk.example' },
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-on-record-(session|device)=[\w-]{43}; /);
      expect(line.split('; ').slice(1)).toEqual(
        expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']),
      );
      expect(line).not.toContain('Domain');
    }
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('on this machine are plain, and tell desks on several ports apart', async () => {
    const { lines } = await cookiesOf(
      { PUBLIC_ADDRESS: 'http://localhost:4711' },
      { Host: 'localhost:4711' },
    );
    for (const line of lines) {
      expect(line).toMatch(/^on-record-(session|device)-4711=/);
      expect(line).toContain('HttpOnly; SameSite=Lax');
      expect(line).not.toContain('Secure');
    }
  });
});

describe('the public address', () => {
  test('is the only name that the desk answers to, but for its health', async () => {
    const settings = { ACCOUNTS: 'on', PUBLIC_ADDRESS: 'https://desk.example' };
    const server = await startTestServer({ settings });
    const ask = async (path: string, host: string) =>
      (await server.request(path, { headers: { Host: host } })).status;
    const here = `127.0.0.1:${server.port}`;
    expect(await ask('/sign-in', 'desk.example')).toBe(200);
    expect(await ask('/sign-in', here)).toBe(421);
    expect(await ask('/sign-in', 'desk.example:3000')).toBe(421);
    expect(await ask('/sign-in', 'evil.example')).toBe(421);
    expect(await ask('/healthz', here)).toBe(200);
    expect(await ask('/readyz', 'desk.example')).toBe(200);
    expect(await ask('/healthz', 'evil.example')).toBe(421);
    server.close();
  });
});
