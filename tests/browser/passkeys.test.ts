import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { localMember } from '../support/desk.ts';
import { DESK_KEY } from '../support/sign-in-desk.ts';
import { letSignIn, PASSWORD } from '../support/signed-in.ts';

describeInBrowser(
  'passkeys',
  (desk) => {
    beforeEach(async () => {
      const { db } = desk.server().database;
      await db.passkey.deleteMany();
      await db.credential.deleteMany();
      await letSignIn(db, (await localMember(db)).accountId, 'ann', true);
    });

    /** By its name: an IP address has no passkeys. */
    const at = (path: string) => `http://localhost:${desk.server().port}${path}`;

    /** Has the browser act as if a security key were there, which its owner touches at once. */
    async function plugIn(page: Page) {
      const session = await page.context().newCDPSession(page);
      await session.send('WebAuthn.enable');
      const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      return {
        /** Whoever uses it from now on does not show who they are. */
        forgetOwner: () =>
          session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
      };
    }

    async function signInByPassword(page: Page) {
      await page.getByLabel('E-mail address or name').fill('ann');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    }

    test('are added, sign in, show again who it is, and are refused to strangers', async () => {
      const page = await desk.openAt(at('/sign-in?next=%2Faccount%2Fpasskeys'));
      const key = await plugIn(page);
      await signInByPassword(page);
      await page.getByLabel('What to call it').fill('Blue key');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByLabel('Name of “Blue key”').waitFor();

      // The same device is not added twice.
      await page.getByLabel('What to call it').fill('Again');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByText('This device has a passkey for your account already.').waitFor();

      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.waitForURL(at('/'));

      await desk.server().database.db.session.updateMany({ data: { confirmedAt: new Date(0) } });
      await page.goto(at('/account/passkeys'));
      await page.getByRole('button', { name: 'Use a passkey' }).click();
      await page.getByLabel('Name of “Blue key”').waitFor();
      expect(new URL(page.url()).pathname).toBe('/account/passkeys');

      await key.forgetOwner();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.getByText('No passkey was used.').waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in');
    });

    test('are offered nowhere without scripts, and the password still leads in', async () => {
      const page = await desk.openAt(at('/sign-in'), { javaScriptEnabled: false });
      expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
      await signInByPassword(page);
      await page.waitForURL(at('/'));
      await page.goto(at('/account/passkeys'));
      expect(await page.getByText('Adding a passkey needs scripts').isVisible()).toBe(true);
    });
  },
  { ACCOUNTS: 'on', DESK_KEY },
);
