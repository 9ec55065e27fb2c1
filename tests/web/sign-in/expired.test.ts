import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { Browser, letSignIn, PASSWORD, signedIn } from '../../support/signed-in.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const ARTICLE = { title: 'Bridge', text: 'The mayor said that the bridge is safe. It rained.' };

describe.each(databases)('a sign-in that has ended, on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  let alice: Browser;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
    cast = await makeCast(db);
    await letSignIn(db, cast.alice.accountId, 'alice');
    await letSignIn(db, cast.bob.accountId, 'bob');
  });
  afterAll(() => server.close());

  afterEach(async () => {
    await db.article.deleteMany();
  });

  const end = () => db.session.updateMany({ data: { expiresAt: new Date() } });
  beforeEach(async () => {
    alice = await signedIn(server, 'alice');
    await end();
  });

  /** Where the sign-in form that came in place of an answer leads to. */
  async function nextOf(form: Record<string, string>, path = '/articles'): Promise<string> {
    const answer = await alice.request(path, { form });
    expect(answer.status).toBe(401);
    const $ = answer.html();
    expect($('#sign-in-name').val()).toBe('alice');
    expect($('main').text()).toContain('what you have just sent is saved');
    return String($('input[name=next]').val());
  }

  test('keeps a plain form that was typed, and saves it behind the next one', async () => {
    const text = `${ARTICLE.text}\r\n\r\nThe clerk said “naïve & 100 % = ✓” once more.`;
    const next = await nextOf({ title: 'Held', text });
    expect(await db.article.count()).toBe(0);
    const answer = await alice.signIn('alice', PASSWORD, next);
    expect([answer.status, answer.headers.location]).toEqual([303, next]);
    const went = await alice.request(next);
    expect(went.status).toBe(303);
    expect(went.headers.location).toMatch(/^\/articles\/[0-9a-f-]{36}/);
    const id = /[0-9a-f-]{36}/.exec(went.headers.location ?? '')?.[0] ?? '';
    const saved = (await alice.request(`/articles/${id}/text`)).text;
    expect(saved).toContain('The clerk said “naïve & 100 % = ✓” once more.');
  });

  /** A form as browsers send it that may hold a file. */
  function inParts(fields: Record<string, string>, file?: string) {
    const part = (about: string, value: string) =>
      `--edge\r\nContent-Disposition: form-data; ${about}\r\n\r\n${value}\r\n`;
    const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
    const named = file === undefined ? '' : 'ferry.txt';
    parts.push(part(`name="file"; filename="${named}"`, file ?? ''));
    const headers = { 'Content-Type': 'multipart/form-data; boundary=edge' };
    return { method: 'POST', headers, body: `${parts.join('')}--edge--\r\n` };
  }

  test('keeps a form in parts, such as that of an article that was pasted, where it holds no file', async () => {
    const text = 'The clerk said “naïve & 100 % = ✓”.\r\n\r\nIt rained + poured.';
    const asked = await alice.request('/articles', inParts({ title: 'In parts', text }));
    expect(asked.status).toBe(401);
    const next = String(asked.html()('input[name=next]').val());
    expect(next).toMatch(/^\/held-forms\//);
    await alice.signIn('alice', PASSWORD, next);
    const { headers } = await alice.request(next);
    const saved = (await alice.request(`${headers.location?.split('?')[0]}/text`)).text;
    expect(saved).toContain('The clerk said “naïve & 100 % = ✓”.');
    expect(saved).toContain('It rained + poured.');
  });

  test.each([
    ['holds a file', { title: 'With a file' }, 'It rained.'],
    ['is too long', { text: 'x'.repeat(600_000) }, undefined],
    ['is too long once it is written for its address', { text: 'ж'.repeat(100_000) }, undefined],
  ])('says so where a form in parts %s', async (_why, fields, file) => {
    const asked = await alice.request('/articles', inParts(fields, file));
    expect(asked.status).toBe(401);
    expect(asked.html()('main').text()).toContain('holds a file or is too long');
    expect(asked.html()('input[name=next]').val()).toBe('/');
  });

  test('keeps what a form does by another method, and refuses it where it is wrong, with all that was typed', async () => {
    const next = await nextOf({ trim: '0', name: 'a'.repeat(101) }, '/settings');
    await alice.signIn('alice', PASSWORD, next);
    const refused = await alice.request(next);
    expect(refused.status).toBe(422);
    expect(refused.html()('#f-name').val()).toBe('a'.repeat(101));
    const made = await signedIn(server, 'alice');
    const { headers } = await made.request('/articles', { form: ARTICLE });
    await end();
    alice = made;
    const held = await nextOf({ _method: 'DELETE', version: '1' }, headers.location?.split('?')[0]);
    await alice.signIn('alice', PASSWORD, held);
    expect((await alice.request(held)).status).toBe(303);
    expect(await db.article.count({ where: { deletedAt: null } })).toBe(0);
  });

  test('does so through a wrong password, and once', async () => {
    const next = await nextOf(ARTICLE);
    const wrong = await alice.signIn('alice', 'not her password at all', next);
    expect(wrong.html()('input[name=next]').val()).toBe(next);
    await alice.signIn('alice', PASSWORD, next);
    expect((await alice.request(next)).headers.location).toMatch(/^\/articles\//);
    expect((await alice.request(next)).headers.location).toBe('/');
    expect(await db.article.count()).toBe(1);
  });

  test('of many that go on with it at once, one does', async () => {
    const next = await nextOf(ARTICLE);
    await alice.signIn('alice', PASSWORD, next);
    const answers = await Promise.all(Array.from({ length: 5 }, () => alice.request(next)));
    expect(answers.filter(({ headers }) => headers.location?.startsWith('/articles/'))).toHaveLength(1);
    expect(await db.article.count()).toBe(1);
  });

  test('never saves as another account what one has typed', async () => {
    const next = await nextOf(ARTICLE);
    const answer = await alice.signIn('bob', PASSWORD, next);
    expect(answer.status).toBe(303);
    expect((await alice.request(next)).headers.location).toBe('/');
    expect(await db.article.count()).toBe(0);
    await alice.signIn('alice', PASSWORD, next);
    expect((await alice.request(next)).headers.location).toMatch(/^\/articles\//);
  });

  test('keeps nothing of strangers, nor of a browser in which somebody signed out', async () => {
    const before = await db.ticket.count({ where: { kind: 'held-form' } });
    const stranger = await new Browser(server).request('/articles', { form: ARTICLE });
    expect(stranger.status).toBe(401);
    const out = await signedIn(server, 'alice');
    await out.request('/sign-out', { method: 'POST' });
    const answer = await out.request('/articles', { form: ARTICLE });
    for (const $ of [stranger.html(), answer.html()]) {
      expect($('input[name=next]').val()).toBe('/');
      expect($('main').text()).toContain('Sign in in another tab');
    }
    expect(await db.ticket.count({ where: { kind: 'held-form' } })).toBe(before);
  });

  test('says so where a form is too long to be kept', async () => {
    const answer = await alice.request('/articles', { form: { text: 'x'.repeat(600_000) } });
    expect(answer.status).toBe(401);
    expect(answer.html()('main').text()).toContain('too long');
  });

  test('is asked for in place by what scripts send, and goes on there', async () => {
    const person = cast.alice.accountId;
    const save = (headers = {}) =>
      alice.request('/articles', { form: ARTICLE, htmx: true, headers: { 'Of-Person': person, ...headers } });
    expect((await save()).status).toBe(401);
    const dialog = await alice.request(`/sign-in?person=${person}`, { htmx: true });
    const $ = dialog.html();
    expect($('hx-partial').attr('hx-target')).toBe('#sign-in-dialog');
    expect([$('input[name=name]').val(), $('input[name=person]').val()]).toEqual(['alice', person]);
    const typed = { name: 'alice', password: 'wrong wrong wrong', person };
    const wrong = await alice.request('/sign-in', { form: typed, htmx: true });
    expect([wrong.status, wrong.html()('hx-partial').attr('hx-target')]).toEqual([422, '#sign-in-dialog']);
    const right = await alice.request('/sign-in', { form: { ...typed, password: PASSWORD }, htmx: true });
    expect([right.status, right.headers['hx-trigger'], right.text]).toEqual([200, 'signed-in', '']);
    expect((await alice.request(`/sign-in?person=${person}`, { htmx: true })).headers['hx-trigger']).toBe(
      'signed-in',
    );
    expect((await save()).status).not.toBe(401);
  });

  test('in place by somebody else leads to a page of theirs, and what waits stays unsent', async () => {
    const person = cast.alice.accountId;
    const form = { name: 'bob', password: PASSWORD, person };
    const answer = await alice.request('/sign-in', { form, htmx: true });
    expect(answer.headers['hx-redirect']).toBe('/');
    const sent = await alice.request('/articles', {
      form: ARTICLE,
      htmx: true,
      headers: { 'Of-Person': person },
    });
    expect(sent.status).toBe(401);
    expect(await db.article.count()).toBe(0);
  });
});
