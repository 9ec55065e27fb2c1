import { expect, test } from 'vitest';
import { askForNewPasskey, readNewPasskey } from '../../../src/accounts/passkey.ts';
import { insertPasskey } from '../../../src/store/passkeys.ts';
import { type Authenticator, authenticator } from '../../support/authenticator.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import type { Browser } from '../../support/signed-in.ts';

const place = { rpId: 'localhost', origin: DESK };

eachSignInDesk(
  'a passkey',
  () => ({}),
  ({ db, cast, browser, server }) => {
    async function keyOf(accountId: string): Promise<Authenticator> {
      const device = authenticator({ origin: DESK });
      const asked = await askForNewPasskey(place, { accountId, name: 'x', passkeys: [] });
      const passkey = await readNewPasskey(place, asked.challenge, device.make(asked));
      if (!passkey) throw new Error('no passkey was made');
      await insertPasskey(db(), { ...passkey, accountId, name: 'Laptop' });
      return device;
    }

    async function challenge(asked: Browser) {
      const answer = await asked.request('/sign-in/passkey/challenge', { method: 'POST' });
      expect(answer.headers['cache-control']).toBe('no-store');
      return JSON.parse(answer.text);
    }

    test('signs in without a name and without a code, and leads to the page that was wanted', async () => {
      const device = await keyOf(cast.bob.accountId);
      await db().credential.update({ where: { accountId: cast.bob.accountId }, data: { totpSecret: 'x' } });
      const asked = browser();
      const options = await challenge(asked);
      expect(options).toMatchObject({
        rpId: 'localhost',
        userVerification: 'required',
        allowCredentials: [],
      });
      const form = { credential: device.prove(options), next: '/help' };
      const answer = await asked.request('/sign-in/passkey', { form });
      expect([answer.status, answer.headers.location]).toEqual([303, '/help']);
      expect((await asked.request('/help')).status).toBe(200);
      expect((await logOf(db(), 'sign-in')).at(-1)).toMatchObject({
        accountId: cast.bob.accountId,
        details: { way: 'passkey' },
      });
      await db().credential.update({ where: { accountId: cast.bob.accountId }, data: { totpSecret: null } });
    });

    test('answers a challenge once, in the browser that was asked', async () => {
      const device = await keyOf(cast.bob.accountId);
      const asked = browser();
      const form = { credential: device.prove(await challenge(asked)) };
      const copied = browser();
      for (const [name, value] of asked.cookies) copied.cookies.set(name, value);
      expect((await browser().request('/sign-in/passkey', { form })).status).toBe(422);
      expect((await asked.request('/sign-in/passkey', { form })).status).toBe(303);
      const replayed = await copied.request('/sign-in/passkey', { form });
      expect(replayed.status).toBe(422);
      expect(copied.token).toBeUndefined();
      expect((await asked.request('/sign-in/passkey', { form })).status).toBe(422);
    });

    test('that nobody has here, or that was made elsewhere, opens nothing', async () => {
      for (const device of [
        authenticator({ origin: DESK }),
        authenticator({ origin: 'https://evil.example' }),
      ]) {
        const asked = browser();
        const answer = await asked.request('/sign-in/passkey', {
          form: { credential: device.prove(await challenge(asked)), next: '//evil.example' },
        });
        expect(answer.status).toBe(422);
        expect(answer.html()('[role=alert]').first().text()).toBe(
          'This passkey is not known here. Sign in another way.',
        );
        expect(answer.html()('input[name=next]').first().val()).toBe('/');
      }
      expect((await logOf(db(), 'sign-in-refused')).at(-1)).toMatchObject({ details: { way: 'passkey' } });
    });

    test.each(['', 'x', '{}', '[]'])('that is none opens nothing: %s', async (credential) => {
      const asked = browser();
      await challenge(asked);
      expect((await asked.request('/sign-in/passkey', { form: { credential } })).status).toBe(422);
    });

    test('of an account that was closed opens nothing', async () => {
      const device = await keyOf(cast.rita.accountId);
      const where = { accountId: cast.rita.accountId };
      await db().credential.update({ where, data: { closedAt: new Date() } });
      const asked = browser();
      const form = { credential: device.prove(await challenge(asked)) };
      expect((await asked.request('/sign-in/passkey', { form })).status).toBe(422);
      await db().credential.update({ where, data: { closedAt: null } });
    });

    test('is offered where there can be one', async () => {
      const page = (await browser().request('/sign-in?next=%2Fhelp')).html();
      const form = page('form[data-passkey=get]');
      expect(form.attr('hidden')).toBeDefined();
      expect(form.find('input[name=next]').val()).toBe('/help');
      expect(page('script[src]').attr('src')).toBe('/built/sign-in.js');
      expect(page('script:not([src])')).toHaveLength(0);
    });

    test('is asked for from pages of the desk alone', async () => {
      const answer = await server.request('/sign-in/passkey/challenge', {
        method: 'POST',
        headers: { Host: new URL(DESK).host, 'Sec-Fetch-Site': 'cross-site' },
      });
      expect(answer.status).toBe(403);
    });
  },
);

eachSignInDesk(
  'at an address without passkeys',
  () => ({ PUBLIC_ADDRESS: 'http://127.0.0.1:3999' }),
  ({ server }) => {
    test('none is offered or asked for', async () => {
      const headers = { Host: '127.0.0.1:3999', 'Sec-Fetch-Site': 'same-origin' };
      const page = (await server.request('/sign-in', { headers })).html();
      expect(page('form[data-passkey]')).toHaveLength(0);
      const asked = await server.request('/sign-in/passkey/challenge', { method: 'POST', headers });
      expect(asked.status).toBe(404);
    });
  },
);
