import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../../src/accounts/audit.ts';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { databases } from '../support/databases.ts';
import { fileOf, filesForm, workOnImports } from '../support/import-files.ts';
import { chosenLabels } from '../support/secret-work.ts';
import { Browser, letSignIn, PASSWORD, signedIn } from '../support/signed-in.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  let alice: Browser;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on', TRUST_PROXY: '1' } });
    cast = await makeCast(db);
    await letSignIn(db, cast.alice.accountId, 'alice', true);
    await letSignIn(db, cast.bob.accountId, 'bob');
    await letSignIn(db, cast.charlie.accountId, 'charlie');
    alice = await signedIn(server, 'alice');
  });
  afterAll(() => server.close());

  describe('the log', () => {
    test('tells who, what, when and from where, and nothing of texts', async () => {
      const form = { title: 'Secret bridge', text: 'The mayor said that the bridge is unsafe. It rained.' };
      const { headers } = await alice.request('/articles', { form });
      const article = (headers.location ?? '').split('?')[0] ?? '';
      await alice.request('/annotations.csv?project=desk');
      await alice.request(article, { form: { _method: 'DELETE', version: '1' } });
      const thief = new Browser(server, { 'X-Forwarded-For': '203.0.113.9' });
      await thief.signIn('alice', 'a wrong guess of theirs');
      const page = await alice.request('/audit');
      const rows = page
        .html()('tbody tr')
        .get()
        .map((row) =>
          page
            .html()(row)
            .find('td')
            .get()
            .map((cell) => page.html()(cell).text()),
        );
      const said = rows.map(([, who, what, whom, from]) => [who, what, whom, from]);
      expect(said).toContainEqual(['', 'Was not let in', 'Me', '203.0.113.9']);
      expect(said).toContainEqual(['Me', 'Signed in', 'way: password', '127.0.0.1']);
      expect(said).toContainEqual(['Me', 'Exported', 'format: csv', '127.0.0.1']);
      expect(said.map(([, what]) => what)).toContain('Article deleted');
      expect(JSON.stringify(await db.auditEvent.findMany())).not.toMatch(/bridge|mayor|guess/i);
    });

    test('tells of what is deleted, undone and brought back in numbers', async () => {
      const since = new Date();
      const ids = [];
      for (const text of ['The ferry was late.', 'The quay has no roof.']) {
        const { headers } = await alice.request('/articles', { form: { text } });
        ids.push(/[0-9a-f-]{36}/.exec(headers.location ?? '')?.[0] ?? '');
      }
      const step = '01a00000-0000-7000-8000-000000000001';
      const ticked = [['_method', 'DELETE'], ['request_key', step], ...ids.map((id) => ['article', id])];
      expect((await alice.request('/articles', { form: new URLSearchParams(ticked) })).status).toBe(303);
      expect((await alice.request('/articles/undo', { form: { step } })).status).toBe(303);
      const line = { text: 'The mayor left.', label: [[4, 9, 'CLAIM']] };
      const sent = await alice.request('/imports', {
        method: 'POST',
        ...(await filesForm([fileOf('a.jsonl', JSON.stringify(line))])),
      });
      const address = sent.headers.location ?? '';
      await alice.request(address, { method: 'PATCH', form: chosenLabels({ CLAIM: 'claim' }) });
      await workOnImports(server.database);
      for (const deed of ['undo', 'redo']) {
        expect((await alice.request(`${address}/${deed}`, { form: {} })).status).toBe(303);
      }
      const rows = await db.auditEvent.findMany({
        where: { createdAt: { gte: since }, action: { notIn: ['exported', 'signed-in'] } },
        orderBy: { id: 'asc' },
      });
      expect(rows.map(({ action, subject, details }) => [action, subject, details])).toEqual([
        ['articles-deleted', step, { count: 2 }],
        ['deletion-undone', step, { count: 2 }],
        ['import-undone', address.split('/').at(-1), null],
        ['import-redone', address.split('/').at(-1), null],
      ]);
    });

    test('of a project is its owners’, of the desk its admins’', async () => {
      const bob = await signedIn(server, 'bob');
      const charlie = await signedIn(server, 'charlie');
      for (const path of ['/audit', '/audit.csv']) {
        expect((await bob.request(path)).status).toBe(404);
        expect((await bob.request(`${path}?project=desk`)).status).toBe(404);
        expect((await charlie.request(`${path}?project=desk`)).status).toBe(404);
        const own = await charlie.request(`${path}?project=${cast.charlie.projectId}`);
        expect(own.status).toBe(200);
        expect(own.text).not.toMatch(/127\.0\.0\.1/);
        expect((await alice.request(`${path}?project=desk`)).status).toBe(200);
      }
    });

    test('is exported whole, and no spreadsheet takes a name for a formula', async () => {
      await db.account.update({ where: { id: cast.bob.accountId }, data: { name: '=1+2' } });
      for (let at = 0; at < 1100; at++)
        await audit(db, {
          action: 'exported',
          projectId: cast.alice.projectId,
          accountId: cast.bob.accountId,
        });
      const { text, headers } = await alice.request('/audit.csv?project=desk&action=exported');
      expect(headers['content-disposition']).toContain('desk-log.csv');
      const [header, ...lines] = text.trim().split('\r\n');
      expect(header).toBe('at,action,account_id,account,subject_id,subject,details,address');
      expect(lines).toHaveLength(1101);
      expect(lines[0]).toContain(`"'=1+2"`);
      expect(lines[0]).not.toContain('"=1+2"');
      const ids = new Set(lines.map((line) => line.slice(0, 200)));
      expect(ids.size).toBeGreaterThan(1);
    });

    test('is paged without losing a line', async () => {
      let address: string | undefined = '/audit?project=desk&action=exported';
      let count = 0;
      while (address !== undefined) {
        const $: ReturnType<Awaited<ReturnType<Browser['request']>>['html']> = (
          await alice.request(address)
        ).html();
        count += $('tbody tr').length;
        address = $('a[href*="before="]').attr('href');
      }
      expect(count).toBe(1101);
    });
  });

  describe('the accounts of the desk', () => {
    test('are for whoever looks after it', async () => {
      const bob = await signedIn(server, 'bob');
      expect((await bob.request('/accounts')).status).toBe(404);
      expect((await bob.request('/accounts', { form: { name: 'X', sign_in: 'x' } })).status).toBe(404);
      const path = `/accounts/${cast.alice.accountId}`;
      expect((await bob.request(`${path}/resets`, { method: 'POST' })).status).toBe(404);
      expect((await bob.request(path, { form: { _method: 'DELETE' } })).status).toBe(404);
      expect((await new Browser(server).signIn('alice')).status).toBe(303);
    });

    test('are added with a link that is shown once', async () => {
      const refused = await alice.request('/accounts', { form: { name: 'Dora', sign_in: 'bob' } });
      expect([refused.status, refused.html()('#f-sign_in').val()]).toEqual([422, 'bob']);
      const answer = await alice.request('/accounts', { form: { name: 'Dora', sign_in: 'dora' } });
      const link = new URL(answer.html()('code.ticket').text());
      expect((await alice.request('/accounts')).text).not.toContain(link.pathname);
      const dora = new Browser(server);
      expect((await dora.request(link.pathname, { form: { password: PASSWORD } })).status).toBe(303);
      expect((await new Browser(server).signIn('dora')).status).toBe(303);
    });

    test('are closed, but for the last who looks after the desk', async () => {
      const bob = await signedIn(server, 'bob');
      const closed = await alice.request(`/accounts/${cast.bob.accountId}`, { form: { _method: 'DELETE' } });
      expect(closed.status).toBe(303);
      expect((await bob.request('/account')).status).toBe(303);
      const last = await alice.request(`/accounts/${cast.alice.accountId}`, { form: { _method: 'DELETE' } });
      expect([last.status, last.html()('.wrong').text()]).toEqual([
        422,
        expect.stringContaining('Nobody else looks after this desk'),
      ]);
    });
  });
});

test('what others say of an address counts for nothing without a proxy that is trusted', async () => {
  const server = await startTestServer({ settings: { ACCOUNTS: 'on' } });
  const cast = await makeCast(server.database.db);
  await letSignIn(server.database.db, cast.alice.accountId, 'alice');
  const headers = {
    'X-Forwarded-For': '203.0.113.9',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    Forwarded: 'for=203.0.113.9;host=evil.example',
  };
  const answer = await new Browser(server, headers).signIn('alice');
  expect(answer.headers.location).toBe('/');
  expect(answer.headers['set-cookie']?.join()).not.toContain('Secure');
  expect((await server.database.db.session.findFirst())?.address).toBe('127.0.0.1');
  for (let tries = 0; tries < 5; tries++)
    await new Browser(server, { 'X-Forwarded-For': `198.51.100.${tries}` }).signIn(
      'alice',
      'wrong wrong wrong',
    );
  const refused = await new Browser(server, { 'X-Forwarded-For': '198.51.100.9' }).signIn(
    'alice',
    'wrong again',
  );
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
  await server.close();
});

test('two desks on one database count tries together', async () => {
  const database = await openDatabase((await databases[1]?.url()) ?? '');
  const first = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
  const second = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
  const cast = await makeCast(database.db);
  await letSignIn(database.db, cast.alice.accountId, 'alice');
  for (let tries = 0; tries < 5; tries++)
    await new Browser(tries % 2 ? first : second).signIn('alice', 'wrong wrong wrong');
  expect((await new Browser(first).signIn('alice', 'wrong wrong wrong')).status).toBe(429);
  expect((await new Browser(second).signIn('alice')).status).toBe(429);
  const nobody = await new Browser(first).signIn('nobody', 'wrong wrong wrong');
  expect(nobody.status).toBe(422);
  await second.close();
  first.close().catch(() => {});
});
