import { beforeEach, expect, test } from 'vitest';
import { authenticator } from '../../support/authenticator.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import { type Browser, PASSWORD } from '../../support/signed-in.ts';

const WHAT_ASKS = [
  ['GET', '/account/codes'],
  ['POST', '/account/codes'],
  ['DELETE', '/account/codes'],
  ['GET', '/account/codes/picture'],
  ['POST', '/account/recovery-codes'],
  ['GET', '/account/passkeys'],
  ['POST', '/account/passkeys'],
  ['POST', '/account/passkeys/challenge'],
  ['PATCH', '/account/passkeys/x'],
  ['DELETE', '/account/passkeys/x'],
  ['GET', '/account/provider'],
  ['GET', '/account/provider/new'],
  ['DELETE', '/account/provider'],
] as const;

eachSignInDesk(
  'what changes how people get in',
  () => ({}),
  ({ db, cast, browser }) => {
    let rita: Browser;

    beforeEach(async () => {
      await db().signInLimit.deleteMany();
      rita = browser();
      await rita.signIn('rita');
    });

    const longAgo = () =>
      db().session.updateMany({ data: { confirmedAt: new Date(Date.now() - 16 * 60_000) } });

    test.each(WHAT_ASKS)('asks again who it is: %s %s', async (method, path) => {
      await longAgo();
      const answer = await rita.request(path, { method });
      if (method === 'GET') {
        expect(answer.status).toBe(303);
        expect(answer.headers.location).toBe(`/confirmation?next=${encodeURIComponent(path)}`);
      } else {
        expect(answer.html()('form[action="/confirmation"] input[name=password]')).toHaveLength(1);
        expect(answer.text).not.toContain('challenge"');
      }
    });

    test('goes on after the password, for a quarter of an hour', async () => {
      await longAgo();
      const page = (await rita.request('/confirmation?next=%2Faccount%2Fcodes')).html();
      expect(page('input[name=password]').attr('autocomplete')).toBe('current-password');
      expect(page('form[data-passkey], a[href^="/confirmation/provider"]')).toHaveLength(0);
      const form = { password: PASSWORD, next: '/account/codes' };
      const answer = await rita.request('/confirmation', { form });
      expect([answer.status, answer.headers.location]).toEqual([303, '/account/codes']);
      expect((await rita.request('/account/codes')).status).toBe(200);
    });

    test('does not go on after a wrong one, nor to another site', async () => {
      await longAgo();
      const form = { password: 'wrong', next: '//evil.example' };
      const answer = await rita.request('/confirmation', { form });
      expect(answer.status).toBe(422);
      expect(answer.html()('.wrong').text()).toMatch(/password/);
      expect(answer.html()('input[name=next]').first().val()).toBe('/');
      expect((await rita.request('/account/codes')).status).toBe(303);
      expect((await logOf(db(), 'sign-in-refused')).at(-1)).toMatchObject({
        accountId: cast.rita.accountId,
      });
    });

    test('waits after too many wrong ones, and signs nobody else out of trying', async () => {
      await longAgo();
      const statuses = [];
      for (let tries = 0; tries < 8; tries += 1)
        statuses.push((await rita.request('/confirmation', { form: { password: 'wrong' } })).status);
      expect(statuses).toContain(429);
      const bob = browser();
      await bob.signIn('bob@desk.example');
      expect((await bob.request('/confirmation', { form: { password: PASSWORD } })).status).toBe(303);
    });

    test('goes on after a passkey of one’s own, and of nobody else', async () => {
      const device = authenticator({ origin: DESK });
      const options = JSON.parse(
        (await rita.request('/account/passkeys/challenge', { method: 'POST' })).text,
      );
      await rita.request('/account/passkeys', { form: { credential: device.make(options), name: 'Key' } });
      await longAgo();
      const page = (await rita.request('/confirmation')).html();
      expect(page('form[data-passkey=get]').attr('action')).toBe('/confirmation/passkey');
      const prove = async (asked: Browser) => {
        const path = '/confirmation/passkey';
        const challenge = await asked.request(`${path}/challenge`, { method: 'POST' });
        const credential = device.prove(JSON.parse(challenge.text));
        return asked.request(path, { form: { credential, next: '/account/passkeys' } });
      };
      const bob = browser();
      await bob.signIn('bob@desk.example');
      await longAgo();
      expect((await prove(bob)).status).toBe(422);
      expect((await bob.request('/account/passkeys')).status).toBe(303);
      expect((await prove(rita)).headers.location).toBe('/account/passkeys');
      expect((await rita.request('/account/passkeys')).status).toBe(200);
    });

    test('is nothing for who is not signed in', async () => {
      expect((await browser().request('/confirmation')).headers.location).toMatch(/^\/sign-in/);
      const form = { password: PASSWORD };
      expect((await browser().request('/confirmation', { form })).status).toBe(401);
    });
  },
);
