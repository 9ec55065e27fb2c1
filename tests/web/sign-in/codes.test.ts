import { TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { deskKeyOf } from '../../../src/accounts/desk-key.ts';
import { newCodeSecret } from '../../../src/accounts/one-time-code.ts';
import { newRecoveryCodes } from '../../../src/accounts/one-time-codes.ts';
import { issueReset } from '../../../src/accounts/passwords.ts';
import { seal } from '../../../src/accounts/seal.ts';
import { DESK_KEY, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';

eachSignInDesk(
  'a code after the password',
  () => ({}),
  ({ db, cast, browser, server }) => {
    let secret: string;
    const code = (late = 0) =>
      TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: Date.now() + late * 1000 });

    beforeEach(async () => {
      secret = newCodeSecret();
      await keep(cast.alice.accountId, DESK_KEY);
      await db().signInLimit.deleteMany();
    });

    async function keep(accountId: string, deskKey: string) {
      const key = await deskKeyOf({ deskKey, dataDir: '' });
      const totpSecret = seal(key('one-time codes'), Buffer.from(secret), accountId).toString('base64url');
      await db().credential.update({ where: { accountId }, data: { totpSecret, totpStep: null } });
    }

    async function withPassword(next = '/help') {
      const asked = browser();
      const answer = await asked.signIn('alice', undefined, next);
      expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in/code']);
      return asked;
    }

    test('is asked for before anything is shown, and leads to the page that was wanted', async () => {
      const asked = await withPassword();
      expect(asked.token).toBeUndefined();
      expect((await asked.request('/help')).status).toBe(303);
      const form = (await asked.request('/sign-in/code')).html();
      expect(form('input[name=code]').attr('autocomplete')).toBe('one-time-code');
      const answer = await asked.request('/sign-in/code', { form: { code: code() } });
      expect([answer.status, answer.headers.location]).toEqual([303, '/help']);
      expect((await asked.request('/help')).status).toBe(200);
      expect((await logOf(db(), 'sign-in')).at(-1)).toMatchObject({
        accountId: cast.alice.accountId,
        details: { way: 'password, code' },
      });
    });

    test('is not asked for where the account has none', async () => {
      const answer = await browser().signIn('rita', undefined, '/help');
      expect(answer.headers.location).toBe('/help');
    });

    test('that is wrong is asked for again, and nothing else counts', async () => {
      const asked = await withPassword();
      for (const form of [{ code: '000000' }, { code: '' }, { recovery: '' }, {}] as Record<
        string,
        string
      >[]) {
        const answer = await asked.request('/sign-in/code', { form });
        expect(answer.status).toBe(422);
        expect(answer.html()('.wrong').text()).toMatch(/wrong|not one of your/);
      }
      expect(asked.token).toBeUndefined();
      expect((await asked.request('/sign-in/code', { form: { code: code() } })).status).toBe(303);
    });

    test('counts once, in whatever browser', async () => {
      const [one, other] = [await withPassword(), await withPassword()];
      const form = { code: code() };
      const answers = await Promise.all(
        [one, other].map((asked) => asked.request('/sign-in/code', { form })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
      expect([one, other].filter(({ token }) => token !== undefined)).toHaveLength(1);
    });

    test('is good for the browser alone that knows the password, once', async () => {
      const asked = await withPassword();
      const step = new Map(asked.cookies);
      expect((await browser().request('/sign-in/code', { form: { code: code() } })).status).toBe(403);
      expect((await asked.request('/sign-in/code', { form: { code: code() } })).status).toBe(303);
      const copied = browser();
      for (const [name, value] of step) copied.cookies.set(name, value);
      const again = await copied.request('/sign-in/code', { form: { code: code(30) } });
      expect(again.status).toBe(403);
      expect(copied.token).toBeUndefined();
    });

    test('is over where the account is closed meanwhile, or the password changes', async () => {
      const asked = await withPassword();
      await db().credential.update({
        where: { accountId: cast.alice.accountId },
        data: { closedAt: new Date() },
      });
      expect((await asked.request('/sign-in/code', { form: { code: code() } })).status).toBe(403);
      await db().credential.update({ where: { accountId: cast.alice.accountId }, data: { closedAt: null } });
    });

    test('is guessed in no time that anybody has', async () => {
      const asked = await withPassword();
      const answers = [];
      for (let tries = 0; tries < 8; tries += 1)
        answers.push(await asked.request('/sign-in/code', { form: { code: '000000' } }));
      expect(answers.map(({ status }) => status)).toContain(429);
      const waiting = answers.at(-1);
      expect(Number(waiting?.headers['retry-after'])).toBeGreaterThan(0);
      // Even the right one has to wait.
      expect((await asked.request('/sign-in/code', { form: { code: code() } })).status).toBe(429);
    });

    test('has recovery codes beside it, each for once', async () => {
      const [first = '', second = ''] = await newRecoveryCodes(db(), {
        accountId: cast.alice.accountId,
        address: undefined,
      });
      const asked = await withPassword();
      const typed = first.toLowerCase().replaceAll('-', ' ');
      expect((await asked.request('/sign-in/code', { form: { recovery: typed } })).status).toBe(303);
      expect((await logOf(db(), 'sign-in')).at(-1)?.details).toEqual({ way: 'password, recovery' });
      const again = await withPassword();
      const refused = await again.request('/sign-in/code', { form: { recovery: first } });
      expect(refused.status).toBe(422);
      expect(refused.html()('details').attr('open')).toBeDefined();
      expect((await again.request('/sign-in/code', { form: { recovery: second } })).status).toBe(303);
    });

    test('is asked for after a link to a new password too', async () => {
      const token = await issueReset(db(), cast.alice.accountId, {});
      const asked = browser();
      const password = 'gravel lantern orbit eighteen';
      const answer = await asked.request(`/tickets/${token}`, { form: { password } });
      expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in/code']);
      expect(asked.token).toBeUndefined();
      expect((await asked.request('/sign-in/code', { form: { code: code() } })).status).toBe(303);
      await db().credential.update({
        where: { accountId: cast.alice.accountId },
        data: {
          passwordHash: (
            await db().credential.findFirstOrThrow({ where: { accountId: cast.rita.accountId } })
          ).passwordHash,
        },
      });
    });

    test('cannot be checked with another key, which is said and logged; recovery codes still open', async () => {
      await keep(cast.alice.accountId, 'another key, with which this was sealed');
      const [first = ''] = await newRecoveryCodes(db(), {
        accountId: cast.alice.accountId,
        address: undefined,
      });
      const asked = await withPassword();
      const answer = await asked.request('/sign-in/code', { form: { code: code() } });
      expect(answer.status).toBe(503);
      expect(answer.html()('.wrong').text()).toContain('Use a recovery code');
      expect(
        server.logged().some(({ message }) => String(message).startsWith('one-time codes cannot be checked')),
      ).toBe(true);
      expect((await asked.request('/sign-in/code', { form: { recovery: first } })).status).toBe(303);
    });
  },
);
