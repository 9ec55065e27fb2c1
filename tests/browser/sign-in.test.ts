import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { deskKeyOf } from '../../src/accounts/desk-key.ts';
import { newCodeSecret } from '../../src/accounts/one-time-code.ts';
import { seal } from '../../src/accounts/seal.ts';
import { describeInBrowser } from '../support/browser.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { saved } from '../support/saved.ts';
import { DESK_KEY } from '../support/sign-in-desk.ts';
import { letSignIn, PASSWORD, signedIn } from '../support/signed-in.ts';

const COUNT = 24;
const TEXT = Array.from({ length: COUNT }, (_, at) => `The board spent ${at + 2} million there.`).join(' ');

describeInBrowser(
  'signing in',
  (desk) => {
    let cast: Cast;
    const db = () => desk.server().database.db;

    beforeAll(async () => {
      cast = await makeCast(db());
    });
    beforeEach(async () => {
      await db().article.deleteMany();
      await db().ticket.deleteMany();
      await db().session.deleteMany();
      await db().signInLimit.deleteMany();
      await db().credential.deleteMany();
      await letSignIn(db(), cast.alice.accountId, 'ann', true);
      await letSignIn(db(), cast.bob.accountId, 'bob');
    });

    /** No test waits for a time: as for all of them, this only ends one that hangs. */
    const PATIENCE = { timeout: 600_000 };

    const endSignIns = () => db().session.deleteMany();

    async function importText(title: string): Promise<string> {
      const ann = await signedIn(desk.server(), 'ann');
      const { headers } = await ann.request('/articles', { form: { title, text: `${TEXT} ${title}.` } });
      return /[0-9a-f-]{36}/.exec(headers.location ?? '')?.[0] ?? '';
    }

    async function signInOn(place: Page | Locator, name: string, password = PASSWORD): Promise<void> {
      await place.getByLabel('E-mail address or name').fill(name);
      await place.getByLabel('Password').fill(password);
      await place.getByRole('button', { name: 'Sign in', exact: true }).click();
    }

    /** A page of Ann's. */
    async function openAs(path: string, options?: { readonly javaScriptEnabled: boolean }): Promise<Page> {
      const page = await desk.open(`/sign-in?next=${encodeURIComponent(path)}`, options);
      await signInOn(page, 'ann');
      await page.waitForURL((url) => url.pathname === new URL(path, url).pathname);
      return page;
    }

    async function openDesk(title: string) {
      const id = await importText(title);
      const page = await openAs(`/articles/${id}`);
      await page.locator('[data-scripts=on]').waitFor();
      return { id, page, dialog: page.locator('#sign-in-dialog') };
    }

    /**
     * Tags sentences one by one at full speed; after some the sign-in ends, while keys go on. No key waits until the one
     * before it is dealt with: on a busy machine that would be the pause after which the form to sign in comes up.
     */
    async function typeThroughTheEnd(page: Page, sentences: number): Promise<void> {
      const keyboard = await page.context().newCDPSession(page);
      const press = (key: string) => {
        const code = `Key${key.toUpperCase()}`;
        const event = { key, code, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
        return Promise.all([
          keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...event }),
          keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
        ]);
      };
      const pressed: Promise<unknown>[] = [];
      for (let at = 0; at < sentences; at += 1) {
        if (at === 5) void endSignIns().catch(() => undefined);
        for (const key of ['j', 'c']) {
          pressed.push(press(key));
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      }
      await Promise.all(pressed);
    }

    const savedBy = async (articleId: string) =>
      (
        await db().annotation.findMany({ where: { articleId, deletedAt: null }, orderBy: { start: 'asc' } })
      ).map(({ start, annotatorId }) => ({ start, annotatorId }));

    async function expectEachOnce(articleId: string, page: Page): Promise<void> {
      await expect.poll(async () => (await savedBy(articleId)).length, PATIENCE).toBe(COUNT);
      await expect.poll(() => page.locator('#entries .entry').count(), PATIENCE).toBe(COUNT);
      const saved = await savedBy(articleId);
      expect(new Set(saved.map(({ start }) => start)).size).toBe(COUNT);
      expect(saved).toHaveLength(COUNT);
      expect(new Set(saved.map(({ annotatorId }) => annotatorId))).toEqual(new Set([cast.alice.annotatorId]));
    }

    it.each([true, false])(
      'by password leads to the page that was wanted, scripts %s',
      async (javaScriptEnabled) => {
        const page = await desk.open('/annotations?tag=quote', { javaScriptEnabled });
        expect(new URL(page.url()).pathname).toBe('/sign-in');
        await signInOn(page, 'ann', 'no password of hers');
        const field = page.getByLabel('Password');
        await page.locator('[aria-invalid=true]').waitFor();
        expect(await page.getByLabel('E-mail address or name').inputValue()).toBe('ann');
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        const said = await field.getAttribute('aria-describedby');
        expect(await page.locator(`#${said?.split(' ')[0]}`).innerText()).toContain('password');
        expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
        await signInOn(page, 'ann');
        await page.waitForURL((url) => url.pathname === '/annotations');
        expect(new URL(page.url()).searchParams.get('tag')).toBe('quote');

        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.waitForURL((url) => url.pathname === '/sign-in');
        await page.goto(`${desk.server().url}/annotations`);
        expect(new URL(page.url()).pathname).toBe('/sign-in');
        expect(await db().session.count()).toBe(0);
      },
    );

    it('again in place loses nothing that was typed at full speed, and saves it once', async () => {
      const { id, page, dialog } = await openDesk('Full speed');
      await typeThroughTheEnd(page, COUNT);
      await dialog.getByLabel('Password').waitFor();
      expect(await dialog.getByLabel('E-mail address or name').inputValue()).toBe('ann');
      expect(await dialog.getByLabel('Password').inputValue()).toBe('');
      await signInOn(dialog, 'ann', 'no password of hers');
      await dialog.locator('[aria-invalid=true]').waitFor();
      await signInOn(dialog, 'ann');
      await dialog.waitFor({ state: 'hidden' });
      await expectEachOnce(id, page);
      // Keys go on from where they were.
      await page.keyboard.press('j');
      await page.keyboard.press('c');
      await expect.poll(async () => (await savedBy(id)).length, PATIENCE).toBe(COUNT + 1);
    });

    it('again in place as somebody else saves nothing under their name, and keeps it for its owner', async () => {
      const { id, page, dialog } = await openDesk('Somebody else');
      await typeThroughTheEnd(page, COUNT);
      const before = await savedBy(id);
      await dialog.getByLabel('Password').waitFor();
      await signInOn(dialog, 'bob');
      await page.waitForURL((url) => url.pathname === '/');
      await page.goto(`${desk.server().url}/articles/${id}`);
      await page.locator('[data-scripts=on]').waitFor();
      expect(await page.locator('#entries .entry').count()).toBe(before.length);
      expect(await savedBy(id)).toEqual(before);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await signInOn(page, 'ann');
      await page.waitForURL((url) => url.pathname === '/');
      // Her next page goes on with what waited.
      await expect.poll(async () => (await savedBy(id)).length, PATIENCE).toBe(COUNT);
      await page.goto(`${desk.server().url}/articles/${id}`);
      await expectEachOnce(id, page);
    });

    it('again in place asks for a one-time code there', async () => {
      const secret = newCodeSecret();
      const { id, page, dialog } = await openDesk('With codes');
      const { accountId } = cast.alice;
      const key = await deskKeyOf({ deskKey: DESK_KEY, dataDir: '' });
      const totpSecret = seal(key('one-time codes'), Buffer.from(secret), accountId).toString('base64url');
      await db().credential.update({ where: { accountId }, data: { totpSecret } });
      await typeThroughTheEnd(page, COUNT);
      await dialog.getByLabel('Password').waitFor();
      await signInOn(dialog, 'ann');
      await dialog.locator('[name=code]').fill('000000');
      await page.keyboard.press('Enter');
      await dialog.locator('[name=code][aria-invalid=true]').waitFor();
      await dialog.locator('[name=code]').fill(TOTP.generate({ secret: new TOTP({ secret }).secret }));
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await expectEachOnce(id, page);
    });

    it('ends only after a question while something is not saved', async () => {
      const { id, page } = await openDesk('Signing out');
      await page.context().setOffline(true);
      await page.keyboard.press('j');
      await page.keyboard.press('c');
      await page.locator('#try-again').waitFor();
      const asked = page.waitForEvent('dialog');
      const pressed = page.getByRole('button', { name: 'Sign out' }).click();
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await pressed;
      await page.context().setOffline(false);
      await expect.poll(async () => (await savedBy(id)).length, PATIENCE).toBe(1);
      await saved(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL((url) => url.pathname === '/sign-in');
    });

    it('again in another tab is enough', async () => {
      const { id, page, dialog } = await openDesk('Another tab');
      await typeThroughTheEnd(page, COUNT);
      await dialog.getByLabel('Password').waitFor();
      const [tab] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('link').click()]);
      await signInOn(tab, 'ann');
      await tab.waitForURL((url) => url.pathname === '/');
      await tab.close();
      await dialog.waitFor({ state: 'hidden' });
      await expectEachOnce(id, page);
    });

    it('again over the table saves the cell that was typed in', async () => {
      const { id, page } = await openDesk('The table');
      await page.keyboard.press('j');
      await page.keyboard.press('q');
      await saved(page);
      await page.goto(`${desk.server().url}/annotations`);
      await page.locator('[data-scripts=on]').waitFor();
      const dialog = page.locator('#sign-in-dialog');
      const cell = page.locator('tbody .cell[value$=".speaker"]').first();

      await endSignIns();
      await cell.click();
      await signInOn(dialog, 'ann');
      await dialog.waitFor({ state: 'hidden' });
      const field = page.locator('.cell-form input[name=speaker]');
      await field.waitFor();

      await endSignIns();
      await field.fill('Ines Okafor');
      await page.keyboard.press('Enter');
      await dialog.getByLabel('Password').waitFor();
      expect(await field.inputValue()).toBe('Ines Okafor');
      await signInOn(dialog, 'ann');
      await expect.poll(() => cell.textContent(), PATIENCE).toBe('Ines Okafor');
      const { speaker } = await db().annotation.findFirstOrThrow({ where: { articleId: id } });
      expect(speaker).toBe('Ines Okafor');
    });

    it.each([true, false])(
      'again keeps an article that was pasted, scripts %s',
      async (javaScriptEnabled) => {
        const page = await openAs('/articles/new', { javaScriptEnabled });
        await page.locator('textarea[name=text]').fill('A long day at the harbour. It rained.');
        await page.locator('[name=title]').first().fill('Pasted');
        await endSignIns();
        await page.locator('main form button.primary').click();
        await page.getByText('what you have just sent is saved').waitFor();
        await signInOn(page, 'ann');
        await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
        expect(await page.locator('main').innerText()).toContain('A long day at the harbour.');
        expect(await db().article.count()).toBe(1);
      },
    );
  },
  { ACCOUNTS: 'on', DESK_KEY },
);
