import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { databases } from '../support/databases.ts';
import { Browser, letSignIn, PASSWORD, signedIn } from '../support/signed-in.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

const NEW_PASSWORD = 'walnut trapeze under glass';

describe.each(databases)('the account, on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
    cast = await makeCast(db);
    await letSignIn(db, cast.alice.accountId, 'alice', true);
    await letSignIn(db, cast.bob.accountId, 'bob');
  });
  afterAll(() => server.close());

  const letConfirmationPass = () => db.session.updateMany({ data: { confirmedAt: new Date(0) } });

  test('lists where one is signed in, and signs out there', async () => {
    const here = await signedIn(server, 'alice');
    const there = new Browser(server, {
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko Firefox/140.0',
    });
    await there.signIn('alice');
    const $ = (await here.request('/account')).html();
    expect($('.sign-ins li')).toHaveLength(2);
    expect($('.sign-ins').text()).toContain('Firefox, Linux');
    const action = $('.sign-ins form').attr('action') ?? '';
    const bob = await signedIn(server, 'bob');
    expect((await bob.request(action, { form: { _method: 'DELETE' } })).status).toBe(404);
    expect((await there.request('/account')).status).toBe(200);
    expect((await here.request(action, { form: { _method: 'DELETE' } })).status).toBe(303);
    expect((await there.request('/account')).status).toBe(303);
    expect((await here.request('/account')).status).toBe(200);
  });

  test('signs out everywhere else', async () => {
    const [here, there, elsewhere] = [
      await signedIn(server, 'alice'),
      await signedIn(server, 'alice'),
      await signedIn(server, 'alice'),
    ];
    await here.request('/account/sign-ins', { form: { _method: 'DELETE' } });
    expect((await there.request('/')).status).toBe(303);
    expect((await elsewhere.request('/')).status).toBe(303);
    expect((await here.request('/account')).status).toBe(200);
  });

  test('changes its password for the one that is known, and signs out everywhere else', async () => {
    const [here, there] = [await signedIn(server, 'bob'), await signedIn(server, 'bob')];
    const change = (current: string, password: string) =>
      here.request('/account/password', { form: { current, password } });
    const wrong = await change('not his password', NEW_PASSWORD);
    expect([wrong.status, wrong.html()('#f-current-error').text()]).toEqual([
      422,
      'This is not your password.',
    ]);
    const short = await change(PASSWORD, 'short');
    expect([short.status, short.html()('#f-password-error').text()]).toEqual([
      422,
      expect.stringContaining('at least 12'),
    ]);
    const before = here.token;
    expect((await change(PASSWORD, NEW_PASSWORD)).headers.location).toBe('/account?saved=1');
    expect(here.token).not.toBe(before);
    expect((await here.request('/account')).status).toBe(200);
    expect((await there.request('/account')).status).toBe(303);
    expect((await new Browser(server).signIn('bob')).status).toBe(422);
    expect((await new Browser(server).signIn('bob', NEW_PASSWORD)).status).toBe(303);
  });

  test('asks for the password again before what others must not do, and then goes on with it', async () => {
    const here = await signedIn(server, 'alice');
    await letConfirmationPass();
    const form = { sign_in: 'alice@desk.example' };
    const asked = await here.request('/account/sign-in-name', {
      form,
      headers: { Referer: `${server.url}/account` },
    });
    const $ = asked.html();
    expect($('form[action="/confirmation"]')).toHaveLength(1);
    expect($('input[name=back]').val()).toBe('/account');
    const next = String($('input[name=next]').val());
    const confirm = (password: string) =>
      here.request('/confirmation', { form: { password, next, back: '/account' } });
    const wrong = await confirm('not her password');
    expect([wrong.status, wrong.html()('input[name=next]').val()]).toEqual([422, next]);
    const before = here.token;
    expect((await confirm(PASSWORD)).headers.location).toBe(next);
    expect(here.token).not.toBe(before);
    expect((await here.request(next)).headers.location).toBe('/account?saved=1');
    expect((await new Browser(server).signIn('alice@desk.example')).status).toBe(303);
    expect((await new Browser(server).signIn('alice')).status).toBe(422);
  });

  test('takes no name that somebody has', async () => {
    const here = await signedIn(server, 'alice@desk.example');
    const answer = await here.request('/account/sign-in-name', { form: { sign_in: ' BOB ' } });
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-sign_in-error').text()).toContain('Somebody already signs in with this');
  });

  test('is shown with the way out on every page', async () => {
    const here = await signedIn(server, 'alice@desk.example');
    const $ = (await here.request('/')).html();
    expect($('.signed a').attr('href')).toBe('/account');
    expect($('.signed form').attr('action')).toBe('/sign-out');
    expect($('dialog#sign-in-dialog')).toHaveLength(1);
  });
});

test('without accounts there is none, and no way out', async () => {
  const server = await startTestServer();
  expect((await server.request('/account')).headers.location).toBe('/settings');
  const $ = (await server.request('/')).html();
  expect($('.signed, #sign-in-dialog')).toHaveLength(0);
  await server.close();
});
