import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAccount } from '../../../src/accounts/close-account.ts';
import { issueReset } from '../../../src/accounts/passwords.ts';
import { issueTicket } from '../../../src/accounts/tickets.ts';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { Browser, letSignIn, PASSWORD, signedIn } from '../../support/signed-in.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const NEW_PASSWORD = 'walnut trapeze under glass';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
    cast = await makeCast(db);
  });
  afterAll(() => server.close());

  const open = (token: string, form?: Record<string, string>) =>
    new Browser(server).request(`/tickets/${token}`, form ? { form } : {});
  const firstOwner = { name: 'Alice Weber', sign_in: 'alice@desk.example', password: PASSWORD };

  test('the first owner’s link says what is wrong beside each field, and is not used up by it', async () => {
    const { token } = await issueTicket(db, 'first-owner', {});
    expect((await open(token)).status).toBe(200);
    const form = { name: ' ', sign_in: 'alice@', password: 'password1234' };
    const answer = await open(token, form);
    expect(answer.status).toBe(422);
    const $ = answer.html();
    for (const field of ['name', 'sign_in', 'password'])
      expect($(`#f-${field}-error`).text(), field).not.toBe('');
    expect($('input[name=sign_in]').val()).toBe('alice@');
    expect($('input[name=password]').val()).toBeUndefined();
    expect((await open(token)).status).toBe(200);
  });

  test('of many that open it at once, one becomes the owner of what is here', async () => {
    const tokens = [
      (await issueTicket(db, 'first-owner', {})).token,
      (await issueTicket(db, 'first-owner', {})).token,
    ];
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        open(tokens[at % 2] ?? '', { ...firstOwner, sign_in: `a${at}@desk.example` }),
      ),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    expect(answers.every(({ status }) => [303, 404, 422].includes(status))).toBe(true);
    const credentials = await db.credential.findMany();
    expect(credentials).toMatchObject([{ accountId: cast.alice.accountId, isAdmin: true }]);
    const winner = new Browser(server);
    expect((await winner.signIn(credentials[0]?.email ?? '')).status).toBe(303);
    expect((await winner.request('/?project=desk')).status).toBe(200);
    for (const token of tokens) expect((await open(token, firstOwner)).status).toBe(404);
    await db.credential.deleteMany();
  });

  test('a reset sets the password, signs in here and out everywhere else', async () => {
    await letSignIn(db, cast.bob.accountId, 'bob');
    const elsewhere = await signedIn(server, 'bob');
    const token = await issueReset(db, cast.bob.accountId, {});
    const page = await open(token);
    expect(page.html()('main').text()).toContain('For Bob.');
    expect((await open(token, { password: 'short' })).status).toBe(422);
    const browser = new Browser(server);
    expect((await browser.request(`/tickets/${token}`, { form: { password: NEW_PASSWORD } })).status).toBe(
      303,
    );
    expect((await browser.request('/')).status).toBe(200);
    expect((await elsewhere.request('/')).status).toBe(303);
    expect((await new Browser(server).signIn('bob')).status).toBe(422);
    expect((await new Browser(server).signIn('bob', NEW_PASSWORD)).status).toBe(303);
  });

  test('of many that use a reset at once, one does', async () => {
    const token = await issueReset(db, cast.bob.accountId, {});
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) => open(token, { password: `${NEW_PASSWORD} ${at}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404, 404]);
    const winner = answers.findIndex(({ status }) => status === 303);
    expect((await new Browser(server).signIn('bob', `${NEW_PASSWORD} ${winner}`)).status).toBe(303);
  });

  test('a link is good for nothing once it is used, old, replaced, of another kind or of a closed account', async () => {
    const first = await issueReset(db, cast.bob.accountId, {});
    const second = await issueReset(db, cast.bob.accountId, {});
    expect((await open(first)).status).toBe(404);
    await db.ticket.updateMany({ where: { kind: 'reset' }, data: { expiresAt: new Date() } });
    expect((await open(second)).status).toBe(404);
    const { token } = await issueTicket(db, 'invitation', {});
    expect((await open(token)).status).toBe(404);
    expect((await open('a'.repeat(43))).status).toBe(404);
    await letSignIn(db, cast.rita.accountId, 'rita');
    const hers = await issueReset(db, cast.rita.accountId, {});
    await closeAccount(db, cast.rita.accountId, {});
    expect((await open(hers)).status).toBe(404);
  });

  test('what is stored of a link does not open it', async () => {
    const token = await issueReset(db, cast.bob.accountId, {});
    const rows = await db.ticket.findMany({ where: { kind: 'reset', usedAt: null } });
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const { tokenHash } of rows) expect((await open(tokenHash)).status).toBe(404);
  });

  test('a closed account is out at once, and not let in again', async () => {
    await letSignIn(db, cast.charlie.accountId, 'charlie');
    const browser = await signedIn(server, 'charlie');
    expect(await closeAccount(db, cast.charlie.accountId, {})).toBe(true);
    expect((await browser.request('/')).status).toBe(303);
    expect((await new Browser(server).signIn('charlie')).status).toBe(422);
    expect(await closeAccount(db, cast.charlie.accountId, {})).toBe(false);
  });
});
