import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import { type Browser, PASSWORD } from '../../support/signed-in.ts';

let post: MailServer;

beforeAll(async () => {
  post = await startMailServer();
});

afterAll(() => post.close());

const settings = () => ({
  MAIL_URL: `smtp://127.0.0.1:${post.port}`,
  MAIL_FROM: 'On Record <desk@desk.example>',
});

eachSignInDesk('a mailed invitation', settings, ({ db, browser }) => {
  let alice: Browser;
  beforeAll(async () => {
    alice = browser();
    await alice.signIn('alice');
  });

  const invite = (form: Readonly<Record<string, string>>) =>
    alice.request('/projects/desk/invitations', { form: { role: 'coder', ...form } });

  /** Mails an invitation, and gives what came and what the page said. */
  async function mailed(email: string, form: Readonly<Record<string, string>> = {}) {
    const coming = post.next();
    const answer = await invite({ email, ...form });
    expect(answer.status).toBe(200);
    const mail = await coming;
    return { answer, mail, link: new URL(/^https?:\S+$/m.exec(mail.text)?.[0] ?? '') };
  }

  test('brings its link to the address alone, the same that the page shows', async () => {
    const { answer, mail, link } = await mailed('una@far.example', { role: 'reader', days: '3' });
    expect(mail.to).toEqual(['una@far.example']);
    expect(mail.headers.get('from')).toContain('desk@desk.example');
    expect(mail.subject).toBe('Invitation to My desk on localhost:3999');
    expect(mail.text).toMatch(/^Me invites you to work on “My desk” at localhost:3999\.$/m);
    expect(link.origin).toBe(DESK);
    expect(answer.html()('.made code').text()).toBe(link.href);
    expect(answer.html()('.made').text()).toContain('It was mailed to una@far.example as well.');
    expect((await logOf(db(), 'invited')).at(-1)).toMatchObject({
      details: { role: 'reader', email: 'una@far.example' },
    });
  });

  test('takes in who follows it, and is good once', async () => {
    const { link } = await mailed('vera@far.example');
    const vera = browser();
    expect((await vera.request(link.pathname)).text).toContain('a coder');
    const form = { name: 'Vera', sign_in: 'vera@far.example', password: PASSWORD };
    const answer = await vera.request(link.pathname, { form });
    expect([answer.status, answer.headers.location]).toEqual([303, '/?project=desk']);
    const { accountId } = await db().credential.findUniqueOrThrow({
      where: { emailKey: 'vera@far.example' },
    });
    expect(await db().membership.count({ where: { accountId, role: 'coder' } })).toBe(1);
    expect((await browser().request(link.pathname)).status).toBe(404);
  });

  test('that was taken back opens nothing, whoever has the mail', async () => {
    const { link } = await mailed('wren@far.example');
    const page = (await alice.request('/projects/desk/people')).html();
    for (const form of page('form[action*="/invitations/"]').toArray())
      await alice.request(form.attribs.action ?? '', { form: { _method: 'DELETE' } });
    expect((await browser().request(link.pathname)).status).toBe(404);
  });

  test.each(['two@far.example, three@far.example', 'x@far.example\r\nBcc: all@far.example', 'no address'])(
    'goes to one address, not to %j',
    async (email) => {
      const before = post.inbox.length;
      const answer = await invite({ email });
      expect(answer.status).toBe(422);
      expect(answer.html()('#f-new_email-error, #f-email-error').text()).not.toBe('');
      expect(post.inbox).toHaveLength(before);
    },
  );

  test('without an address is not mailed', async () => {
    const before = post.inbox.length;
    const answer = await invite({});
    expect(answer.html()('.made').text()).not.toContain('mailed');
    expect(post.inbox).toHaveLength(before);
  });
});

eachSignInDesk(
  'a desk whose mail is away',
  () => ({ MAIL_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'desk@desk.example' }),
  ({ browser }) => {
    test('says that the link must be handed on, and the link works', async () => {
      const alice = browser();
      await alice.signIn('alice');
      const form = { role: 'coder', email: 'una@far.example' };
      const made = (await alice.request('/projects/desk/invitations', { form })).html()('.made');
      expect(made.text()).toContain('It could not be mailed to una@far.example: hand it on yourself.');
      const link = new URL(made.find('code').text());
      expect((await browser().request(link.pathname)).status).toBe(200);
    });
  },
);
