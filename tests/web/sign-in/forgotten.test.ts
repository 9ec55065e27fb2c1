import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';

let post: MailServer;

beforeAll(async () => {
  post = await startMailServer();
});

afterAll(() => post.close());

const settings = () => ({
  MAIL_URL: `smtp://127.0.0.1:${post.port}`,
  MAIL_FROM: 'On Record <desk@desk.example>',
});

eachSignInDesk('a forgotten password', settings, ({ db, cast, browser, server }) => {
  beforeEach(() => db().signInLimit.deleteMany());

  test('is mended by a link that is mailed, which opens once', async () => {
    const asked = browser();
    const link = (await asked.request('/sign-in')).html()('a[href="/sign-in/forgotten"]');
    expect(link).toHaveLength(1);
    expect((await asked.request('/sign-in/forgotten')).html()('input[name=name]')).toHaveLength(1);
    const coming = post.next();
    const answer = await asked.request('/sign-in/forgotten', { form: { name: ' Bob@Desk.example ' } });
    expect(answer.status).toBe(200);
    const mail = await coming;
    expect(mail.to).toEqual(['bob@desk.example']);
    const address = new URL(/^https?:\S+$/m.exec(mail.text)?.[0] ?? '');
    expect(address.origin).toBe(DESK);
    expect(answer.text).not.toContain(address.pathname);
    const password = 'gravel lantern orbit nineteen';
    expect((await asked.request(address.pathname)).html()('form')).toHaveLength(1);
    expect((await asked.request(address.pathname, { form: { password } })).status).toBe(303);
    expect((await browser().request(address.pathname, { form: { password } })).status).toBe(404);
    expect((await browser().signIn('bob@desk.example', password)).status).toBe(303);
    expect((await logOf(db(), 'reset-mailed')).at(-1)).toMatchObject({ subject: cast.bob.accountId });
  });

  test('is answered in the same way for whoever is not here, has no address, or is closed', async () => {
    const answers = [];
    for (const name of ['nobody@desk.example', 'rita', 'x'.repeat(300), ''])
      answers.push(await browser().request('/sign-in/forgotten', { form: { name } }));
    const coming = post.next();
    const known = await browser().request('/sign-in/forgotten', { form: { name: 'bob@desk.example' } });
    await coming;
    for (const { status, text } of answers) expect([status, text]).toEqual([known.status, known.text]);
    const where = { accountId: cast.bob.accountId };
    await db().credential.update({ where, data: { closedAt: new Date() } });
    const closed = await browser().request('/sign-in/forgotten', { form: { name: 'bob@desk.example' } });
    expect(closed.text).toBe(known.text);
    await db().credential.update({ where, data: { closedAt: null } });
    expect(post.inbox.every(({ to }) => to.join() === 'bob@desk.example')).toBe(true);
  });

  test('buries nobody in mails', async () => {
    const answers = [];
    for (let tries = 0; tries < 8; tries += 1)
      answers.push(await browser().request('/sign-in/forgotten', { form: { name: 'nobody@desk.example' } }));
    expect(answers.map(({ status }) => status)).toContain(429);
    const refused = answers.find(({ status }) => status === 429)?.html();
    expect(refused?.('input[name=name]').val()).toBe('nobody@desk.example');
  });

  test('whose mail is not taken is logged without a name', async () => {
    const { port } = post;
    await post.close();
    const answer = await browser().request('/sign-in/forgotten', { form: { name: 'bob@desk.example' } });
    expect(answer.status).toBe(200);
    await expect
      .poll(() => server.logged().some(({ message }) => message === 'mail was not sent'))
      .toBe(true);
    expect(JSON.stringify(server.logged())).not.toContain('bob@');
    post = await startMailServer({ port });
  });
});

eachSignInDesk(
  'a desk without mail',
  () => ({}),
  ({ browser }) => {
    test('says whom to ask', async () => {
      const page = (await browser().request('/sign-in')).html();
      expect(page('a[href="/sign-in/forgotten"]')).toHaveLength(0);
      expect(page('main').text()).toContain('Ask whoever looks after this desk');
      expect((await browser().request('/sign-in/forgotten')).status).toBe(404);
      expect((await browser().request('/sign-in/forgotten', { form: { name: 'x' } })).status).toBe(404);
    });
  },
);
