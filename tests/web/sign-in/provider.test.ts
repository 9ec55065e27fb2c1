import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProvider, type TestProvider } from '../../support/oidc-provider.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';

let there: TestProvider;

beforeAll(async () => {
  there = await startProvider([`${DESK}/sign-in/provider/return`]);
});

afterAll(() => there.stop());

const settings = () => ({
  OIDC_ISSUER: there.issuer,
  OIDC_CLIENT_ID: there.client.clientId,
  OIDC_CLIENT_SECRET: there.client.clientSecret,
  OIDC_NAME: 'the newsroom',
  OIDC_DOMAINS: 'news.example',
});

describe('by a provider', () => {
  eachSignInDesk('signing in', settings, ({ db, cast, browser }) => {
    async function linked(subject: string, accountId: string) {
      await db().identity.create({ data: { issuer: there.issuer, subject, accountId, name: subject } });
    }

    /** Goes there and comes back as somebody. */
    async function through(who: string, next = '/help', asked = browser()) {
      const begun = await asked.request(`/sign-in/provider?next=${encodeURIComponent(next)}`);
      expect(begun.status).toBe(303);
      const back = await there.signIn(begun.headers.location ?? '', who);
      expect(back.origin).toBe(DESK);
      return { asked, back, answer: await asked.request(`${back.pathname}${back.search}`) };
    }

    test('is offered by a link, since browsers redirect no form to another site', async () => {
      const page = (await browser().request('/sign-in?next=%2Fhelp')).html();
      const link = page('a[href^="/sign-in/provider"]');
      expect(link.attr('href')).toBe('/sign-in/provider?next=%2Fhelp');
      expect(link.text()).toBe('Continue with the newsroom');
    });

    test('lets in who is linked, without a code, and leads to the page that was wanted', async () => {
      await linked('bob-there', cast.bob.accountId);
      await db().credential.update({ where: { accountId: cast.bob.accountId }, data: { totpSecret: 'x' } });
      const { asked, answer } = await through('bob-there');
      expect([answer.status, answer.headers.location]).toEqual([303, '/help']);
      expect((await asked.request('/help')).status).toBe(200);
      expect((await logOf(db(), 'sign-in')).at(-1)).toMatchObject({
        accountId: cast.bob.accountId,
        details: { way: 'provider' },
      });
      await db().credential.update({ where: { accountId: cast.bob.accountId }, data: { totpSecret: null } });
    });

    test('leads nowhere else', async () => {
      await linked('bob-again', cast.bob.accountId);
      const { answer } = await through('bob-again', '//evil.example/x');
      expect(answer.headers.location).toBe('/');
    });

    test('lets nobody in twice by one answer, nor another browser', async () => {
      await linked('rita-there', cast.rita.accountId);
      const { asked, back } = await through('rita-there');
      const again = await asked.request(`${back.pathname}${back.search}`);
      expect(again.status).toBe(403);
      expect(again.html()('[role=alert]').first().text()).toMatch(/^That took too long/);
      expect((await browser().request(`${back.pathname}${back.search}`)).status).toBe(403);
    });

    test('lets nobody in with the answer to another browser’s question', async () => {
      const mine = browser();
      await mine.request('/sign-in/provider');
      const theirs = await browser().request('/sign-in/provider');
      const back = await there.signIn(theirs.headers.location ?? '', 'rita-there');
      const answer = await mine.request(`${back.pathname}${back.search}`);
      expect(answer.status).toBe(403);
      expect(mine.token).toBeUndefined();
    });

    test('opens an account for a verified address of the domain, once', async () => {
      there.claims.set('ann', { email: 'Ann@News.example', email_verified: true, name: 'Ann' });
      const before = await db().credential.count();
      const { answer } = await through('ann');
      expect(answer.status).toBe(303);
      expect(await db().credential.count()).toBe(before + 1);
      const credential = await db().credential.findUniqueOrThrow({ where: { emailKey: 'ann@news.example' } });
      expect(credential).toMatchObject({ email: 'Ann@News.example', passwordHash: null, isAdmin: false });
      expect((await logOf(db(), 'account-opened')).at(-1)).toMatchObject({ details: { way: 'provider' } });
      await through('ann');
      expect(await db().credential.count()).toBe(before + 1);
    });

    test.each([
      ['unverified', { email: 'x@news.example', email_verified: false }],
      ['of another domain', { email: 'x@other.example', email_verified: true }],
      ['none', {}],
    ])('lets no stranger in whose address is %s', async (who, claims) => {
      there.claims.set(who, claims);
      const { asked, answer } = await through(who);
      expect(answer.status).toBe(403);
      expect(answer.html()('[role=alert]').first().text()).toMatch(/nobody has invited you/);
      expect(asked.token).toBeUndefined();
      expect((await logOf(db(), 'sign-in-refused')).at(-1)).toMatchObject({
        details: { way: 'provider', why: 'stranger' },
      });
    });

    describe('with an invitation', () => {
      /** A link into Alice's project. */
      async function invitation(): Promise<string> {
        const alice = browser();
        await alice.signIn('alice');
        const made = await alice.request('/projects/desk/invitations', { form: { role: 'coder' } });
        return new URL(made.html()('.made code').text()).pathname;
      }
      const memberOf = async (emailKey: string) => {
        const { accountId } = await db().credential.findUniqueOrThrow({ where: { emailKey } });
        return db().membership.findFirst({ where: { accountId, projectId: cast.alice.projectId } });
      };

      test('makes a stranger an account and takes them into the project, once', async () => {
        there.claims.set('ines', { email: 'ines@far.example', email_verified: true, name: 'Ines Okafor' });
        const link = await invitation();
        const asked = browser();
        const page = (await asked.request(link)).html();
        const address = page('a[href^="/sign-in/provider"]').attr('href') ?? '';
        expect(new URL(address, DESK).searchParams.get('next')).toBe(link);
        const { answer } = await through('ines', link, asked);
        expect([answer.status, answer.headers.location]).toEqual([303, '/?project=desk']);
        expect((await asked.request('/?project=desk')).status).toBe(200);
        expect(await memberOf('ines@far.example')).toMatchObject({ role: 'coder' });
        expect((await logOf(db(), 'joined')).at(-1)).toMatchObject({ details: { role: 'coder' } });
        there.claims.set('omar', { email: 'omar@far.example', email_verified: true });
        const late = await through('omar', link);
        expect(late.answer.status).toBe(403);
        expect(await db().credential.count({ where: { emailKey: 'omar@far.example' } })).toBe(0);
        // She comes in by herself from now on.
        expect((await through('ines')).answer.headers.location).toBe('/help');
      });

      test('leads somebody who has an account back to it, to accept it there', async () => {
        await linked('rita-invited', cast.rita.accountId);
        const link = await invitation();
        const { asked, answer } = await through('rita-invited', link);
        expect(answer.headers.location).toBe(link);
        expect((await asked.request(link)).status).toBe(200);
      });

      test('lets two strangers in by one link at the same moment only once', async () => {
        const link = await invitation();
        const names = ['una', 'vera'];
        for (const who of names)
          there.claims.set(who, { email: `${who}@far.example`, email_verified: true, name: who });
        const answers = await Promise.all(names.map((who) => through(who, link)));
        const inside = answers.filter(({ answer }) => answer.headers.location === '/?project=desk');
        expect(inside).toHaveLength(1);
        const emailKey = { in: names.map((who) => `${who}@far.example`) };
        expect(await db().credential.count({ where: { emailKey } })).toBe(1);
      });

      test('asks for a password of who has no confirmed address there', async () => {
        there.claims.set('shy', { email: 'shy@far.example', email_verified: false });
        const { answer, asked } = await through('shy', await invitation());
        expect(answer.status).toBe(403);
        expect(answer.html()('[role=alert]').first().text()).toMatch(/confirms no e-mail address of yours/);
        expect(asked.token).toBeUndefined();
      });

      test('is not begun by a link of another site', async () => {
        const link = await invitation();
        for (const site of ['cross-site', 'same-site', 'none']) {
          const headers = { 'Sec-Fetch-Site': site };
          const address = `/sign-in/provider?next=${encodeURIComponent(link)}`;
          expect((await browser().request(address, { headers })).headers.location).toBe(link);
        }
      });
    });

    test('joins nobody to an account because the addresses are alike', async () => {
      await db().credential.update({
        where: { accountId: cast.rita.accountId },
        data: { email: 'boss@news.example', emailKey: 'boss@news.example' },
      });
      there.claims.set('boss', { email: 'boss@news.example', email_verified: true });
      const { asked, answer } = await through('boss');
      expect(answer.status).toBe(403);
      expect(answer.html()('[role=alert]').first().text()).toMatch(/not linked with the newsroom/);
      expect(asked.token).toBeUndefined();
    });

    test('lets nobody into a closed account', async () => {
      await linked('closed', cast.rita.accountId);
      const where = { accountId: cast.rita.accountId };
      await db().credential.update({ where, data: { closedAt: new Date() } });
      expect((await through('closed')).answer.status).toBe(403);
      await db().credential.update({ where, data: { closedAt: null } });
    });

    test('says so where somebody refuses there, or the provider is away', async () => {
      const asked = browser();
      const begun = await asked.request('/sign-in/provider');
      const back = await there.refuse(begun.headers.location ?? '');
      const refused = await asked.request(`${back.pathname}${back.search}`);
      expect(refused.status).toBe(403);
      expect(refused.html()('[role=alert]').first().text()).toMatch(/^the newsroom did not confirm/);
      const later = await asked.request('/sign-in/provider');
      const arrived = await there.signIn(later.headers.location ?? '', 'bob-there');
      await there.stop();
      const away = await asked.request(`${arrived.pathname}${arrived.search}`);
      await there.start();
      expect(away.status).toBe(503);
      expect(away.html()('[role=alert]').first().text()).toMatch(/^the newsroom does not answer/);
      expect((await through('bob-there')).answer.status).toBe(303);
    });
  });
});

eachSignInDesk(
  'a desk without a provider',
  () => ({}),
  ({ browser }) => {
    test('offers none', async () => {
      expect((await browser().request('/sign-in')).html()('a[href^="/sign-in/provider"]')).toHaveLength(0);
      expect((await browser().request('/sign-in/provider')).status).toBe(404);
      expect((await browser().request('/sign-in/provider/return?code=x')).status).toBe(404);
    });
  },
);
