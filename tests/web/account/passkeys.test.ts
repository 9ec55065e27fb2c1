import { expect, test } from 'vitest';
import { authenticator } from '../../support/authenticator.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import type { Browser } from '../../support/signed-in.ts';

eachSignInDesk(
  'passkeys of one’s own',
  () => ({}),
  ({ db, cast, browser }) => {
    async function as(name: string): Promise<Browser> {
      const asked = browser();
      await asked.signIn(name);
      return asked;
    }

    async function add(asked: Browser, device = authenticator({ origin: DESK }), name = 'Laptop') {
      const challenge = await asked.request('/account/passkeys/challenge', { method: 'POST' });
      expect(challenge.status).toBe(200);
      const options = JSON.parse(challenge.text);
      const form = { credential: device.make(options), name };
      return { device, options, form, answer: await asked.request('/account/passkeys', { form }) };
    }

    test('are added under a name, and sign in from then on', async () => {
      const bob = await as('bob@desk.example');
      const { device, options, answer } = await add(bob, undefined, ' Blue key ');
      expect(options.user).toMatchObject({ name: 'bob@desk.example' });
      expect([answer.status, answer.headers.location]).toEqual([303, '/account/passkeys']);
      const page = (await bob.request('/account/passkeys')).html();
      expect(page('.passkeys input[name=name]').val()).toBe('Blue key');
      expect(page('.passkeys .hint').text()).toMatch(/Not used yet/);
      const next = browser();
      const challenge = await next.request('/sign-in/passkey/challenge', { method: 'POST' });
      const form = { credential: device.prove(JSON.parse(challenge.text)) };
      expect((await next.request('/sign-in/passkey', { form })).status).toBe(303);
      expect((await bob.request('/account/passkeys')).html()('.passkeys .hint').text()).toMatch(/Last used/);
      expect((await logOf(db(), 'passkey-added')).at(-1)).toMatchObject({ subject: cast.bob.accountId });
    });

    test('are not added twice, nor by the challenge of somebody else', async () => {
      const [alice, rita] = [await as('alice'), await as('rita')];
      const { form, device } = await add(alice);
      const again = await alice.request('/account/passkeys', { form });
      expect(again.status).toBe(422);
      expect(again.html()('[role=alert]').first().text()).toMatch(/not added/);
      const excluded = await alice.request('/account/passkeys/challenge', { method: 'POST' });
      expect(JSON.parse(excluded.text).excludeCredentials).toHaveLength(1);
      const hers = JSON.parse((await alice.request('/account/passkeys/challenge', { method: 'POST' })).text);
      for (const [name, value] of alice.cookies) if (name.includes('passkey')) rita.cookies.set(name, value);
      const stolen = authenticator({ origin: DESK }).make(hers);
      expect((await rita.request('/account/passkeys', { form: { credential: stolen } })).status).toBe(422);
      // A passkey of one account is not taken over by another, whoever holds the device.
      expect((await add(rita, device)).answer.status).toBe(422);
      expect(await db().passkey.count({ where: { accountId: cast.rita.accountId } })).toBe(0);
    });

    test.each(['', '{}', 'x'])('are none where nothing of the kind is sent: %s', async (credential) => {
      const alice = await as('alice');
      await alice.request('/account/passkeys/challenge', { method: 'POST' });
      expect((await alice.request('/account/passkeys', { form: { credential } })).status).toBe(422);
    });

    test('are renamed and removed by their owner alone; a removed one opens nothing', async () => {
      const [alice, rita] = [await as('alice'), await as('rita')];
      const { device } = await add(alice, undefined, 'Phone');
      const { id } = await db().passkey.findFirstOrThrow({
        where: { accountId: cast.alice.accountId, name: 'Phone' },
      });
      const address = `/account/passkeys/${id}`;
      for (const form of [{ _method: 'PATCH', name: 'Mine' }, { _method: 'DELETE' }] as Record<
        string,
        string
      >[])
        expect((await rita.request(address, { form })).status).toBe(404);
      expect((await alice.request(address, { form: { _method: 'PATCH', name: 'Tablet' } })).status).toBe(303);
      expect((await db().passkey.findUniqueOrThrow({ where: { id } })).name).toBe('Tablet');
      expect((await alice.request(address, { form: { _method: 'DELETE' } })).status).toBe(303);
      const next = browser();
      const challenge = await next.request('/sign-in/passkey/challenge', { method: 'POST' });
      const form = { credential: device.prove(JSON.parse(challenge.text)) };
      expect((await next.request('/sign-in/passkey', { form })).status).toBe(422);
      expect((await logOf(db(), 'passkey-removed')).at(-1)).toMatchObject({
        accountId: cast.alice.accountId,
      });
    });

    test('stay where there is no other way in', async () => {
      const rita = await as('rita');
      await add(rita, undefined, 'Only');
      const where = { accountId: cast.rita.accountId };
      const { passwordHash } = await db().credential.findUniqueOrThrow({ where });
      await db().credential.update({ where, data: { passwordHash: null } });
      const { id } = await db().passkey.findFirstOrThrow({ where });
      const form = { _method: 'DELETE' };
      const answer = await rita.request(`/account/passkeys/${id}`, { form });
      expect(answer.status).toBe(422);
      expect(answer.html()('[role=alert]').first().text()).toMatch(/only way to sign in/);
      await add(rita, undefined, 'Second');
      expect((await rita.request(`/account/passkeys/${id}`, { form })).status).toBe(303);
      await db().credential.update({ where, data: { passwordHash } });
    });
  },
);
