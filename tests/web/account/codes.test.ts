import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import type { Browser } from '../../support/signed-in.ts';

eachSignInDesk(
  'one-time codes of one’s own',
  () => ({}),
  ({ db, cast, browser }) => {
    let alice: Browser;

    beforeEach(async () => {
      const where = { accountId: cast.alice.accountId };
      await db().credential.update({ where, data: { totpSecret: null, totpStep: null } });
      await db().recoveryCode.deleteMany();
      await db().signInLimit.deleteMany();
      alice = browser();
      await alice.signIn('alice');
    });

    async function setup() {
      const page = (await alice.request('/account/codes')).html();
      const secret = page('code.secret').text().replaceAll(' ', '');
      const sealed = String(page('input[name=setup]').val());
      return { page, secret, sealed };
    }

    const codeOf = (secret: string, late = 0) =>
      TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + late * 1000 });

    async function turnOn() {
      const { secret, sealed } = await setup();
      const code = codeOf(secret);
      const answer = await alice.request('/account/codes', { form: { setup: sealed, code } });
      expect(answer.status).toBe(200);
      const codes = answer.html()('.recovery-codes code');
      return { secret, code, answer, codes: codes.toArray().map((one) => answer.html()(one).text()) };
    }

    test('are turned on by a first code; recovery codes are shown once', async () => {
      const { codes, answer } = await turnOn();
      expect(codes).toHaveLength(10);
      expect(answer.headers['cache-control']).toBe('no-store');
      const page = (await alice.request('/account/codes')).html();
      expect(page('main').text()).toContain('10 recovery codes are left.');
      expect(page('main').text()).not.toContain(codes[0]);
      const next = browser();
      expect((await next.signIn('alice')).headers.location).toBe('/sign-in/code');
      const recovery = codes[3] ?? '';
      expect((await next.request('/sign-in/code', { form: { recovery } })).status).toBe(303);
      expect((await logOf(db(), 'codes-on')).at(-1)).toMatchObject({ subject: cast.alice.accountId });
    });

    test('are stored where nobody can read them', async () => {
      const { secret, codes } = await turnOn();
      const stored = JSON.stringify([
        await db().credential.findMany(),
        await db().recoveryCode.findMany(),
        await db().auditEvent.findMany(),
      ]);
      for (const word of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
        expect(stored).not.toContain(word);
    });

    test('the code that turned them on does not sign in as well', async () => {
      const { secret, code } = await turnOn();
      const next = browser();
      await next.signIn('alice');
      expect((await next.request('/sign-in/code', { form: { code } })).status).toBe(422);
      const later = { code: codeOf(secret, 30) };
      expect((await next.request('/sign-in/code', { form: later })).status).toBe(303);
    });

    test('a wrong code turns nothing on, and the same secret is shown again', async () => {
      const { secret, sealed } = await setup();
      const answer = await alice.request('/account/codes', { form: { setup: sealed, code: '000000' } });
      expect(answer.status).toBe(422);
      const page = answer.html();
      expect(page('code.secret').text().replaceAll(' ', '')).toBe(secret);
      expect(page('.wrong').text()).toMatch(/not the code of this secret/);
      expect((await browser().signIn('alice')).headers.location).toBe('/');
    });

    test('a secret that was made for somebody else, or made up, turns nothing on', async () => {
      const { secret, sealed } = await setup();
      const rita = browser();
      await rita.signIn('rita');
      for (const [asked, given] of [
        [rita, sealed],
        [alice, 'x'],
        [alice, ''],
      ] as const) {
        const form = { setup: given, code: codeOf(secret) };
        const answer = await asked.request('/account/codes', { form });
        expect([answer.status, answer.headers.location]).toEqual([303, '/account/codes']);
      }
      expect((await browser().signIn('rita')).headers.location).toBe('/');
    });

    test('the picture is a file of its own, for the owner alone, and is not kept', async () => {
      const { page, sealed } = await setup();
      const image = page('img.code-picture');
      expect(image.attr('src')).toBe(`/account/codes/picture?setup=${sealed}`);
      expect(image.attr('alt')).toMatch(/secret stands below as text/);
      const picture = await alice.request(image.attr('src') ?? '');
      expect(picture.headers['content-type']).toMatch(/^image\/svg\+xml/);
      expect(picture.headers['cache-control']).toBe('no-store');
      expect(picture.text).toMatch(/^<svg /);
      const rita = browser();
      await rita.signIn('rita');
      expect((await rita.request(image.attr('src') ?? '')).status).toBe(422);
      expect(page('[style]')).toHaveLength(0);
    });

    test('new recovery codes take the place of the old ones', async () => {
      const { codes } = await turnOn();
      const answer = await alice.request('/account/recovery-codes', { method: 'POST' });
      expect(answer.html()('.recovery-codes code')).toHaveLength(10);
      const next = browser();
      await next.signIn('alice');
      const form = { recovery: codes[0] ?? '' };
      expect((await next.request('/sign-in/code', { form })).status).toBe(422);
    });

    test('are turned off again, with their recovery codes', async () => {
      await turnOn();
      const form = { _method: 'DELETE' };
      expect((await alice.request('/account/codes', { form })).headers.location).toBe('/account');
      expect((await browser().signIn('alice')).headers.location).toBe('/');
      expect(await db().recoveryCode.count()).toBe(0);
      const asked = await alice.request('/account/recovery-codes', { method: 'POST' });
      expect(asked.headers.location).toBe('/account/codes');
      expect((await logOf(db(), 'codes-off')).at(-1)).toMatchObject({ subject: cast.alice.accountId });
    });

    test('are not turned on twice: an old page does not bring its own secret in', async () => {
      const old = await setup();
      const { secret } = await turnOn();
      const form = { setup: old.sealed, code: codeOf(old.secret, 30) };
      expect((await alice.request('/account/codes', { form })).status).toBe(303);
      const next = browser();
      await next.signIn('alice');
      expect((await next.request('/sign-in/code', { form: { code: codeOf(secret, 30) } })).status).toBe(303);
    });
  },
);
