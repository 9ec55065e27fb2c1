import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ensureLocalPerson, updatePerson } from '../../src/store/members.ts';
import { type Desk, describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';
import { startSlowProxy } from '../support/slow-proxy.ts';

const TEXT = `The ferry sailed at noon with 212 people aboard, the harbour master said.

Nobody was hurt. The crew of nine waited for the tide.

About 40 percent of all boats were late this year, said Ines Okafor.`;

const picked = (page: Page) => page.locator('#picked').innerText();

/** Changes settings of the person at the desk; the usual ones come back after the test. */
async function choose(desk: Desk, settings: Parameters<typeof updatePerson>[2]): Promise<void> {
  const { db } = desk.server().database;
  await updatePerson(db, (await ensureLocalPerson(db)).person.id, settings);
}

const USUAL = { keys: true, cardFocus: false, theme: 'system', chosenKeys: {} } as const;

/** What has the focus: its tag, and how it is named. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    const name = active?.getAttribute('name') ?? active?.id ?? '';
    return `${active?.localName} ${name || active?.textContent?.trim().slice(0, 20)}`;
  });

describeInBrowser('keys', (desk) => {
  afterEach(() => choose(desk, USUAL));

  describe('in the settings', () => {
    it('are pressed in their fields, saved at once, and act and show from then on', async () => {
      const id = await desk.importText(`${TEXT} Remapped.`, 'Remapped');
      const page = await desk.open('/settings');
      await page.locator('#key-nextSentence-1').focus();
      await page.keyboard.press('y');
      await page.locator('#keys-state', { hasText: 'Saved' }).waitFor();
      await page.locator('#key-tag-claim-1').focus();
      await page.keyboard.press('Shift+Y');
      expect(await page.locator('#key-tag-claim-1').inputValue()).toBe('Shift+Y');
      await page.locator('#key-tag-claim-reset').waitFor();

      await page.goto(new URL(`/articles/${id}`, page.url()).href);
      await page.keyboard.press('j');
      expect(await picked(page)).toBe('');
      await page.keyboard.press('y');
      expect(await picked(page)).toMatch(/^The ferry/);
      await page.keyboard.press('ArrowDown');
      expect(await picked(page)).toMatch(/^Nobody/);
      await page.keyboard.press('c');
      await page.keyboard.press('Shift+Y');
      await saved(page);
      expect(await page.locator('mark').count()).toBe(1);
      expect(await page.locator('#tag-form .claim').getAttribute('aria-keyshortcuts')).toBe('Shift+Y');
      expect(await page.locator('#tag-form .claim kbd').innerText()).toBe('Shift+Y');
    });

    it('that do something else are refused beside the field, until the other one is changed too', async () => {
      const page = await desk.open('/settings');
      await page.locator('#key-accept-1').focus();
      await page.keyboard.press('x');
      await page.locator('#key-accept-error', { hasText: 'X is already used' }).waitFor();
      expect(await page.locator('#key-accept-1').getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('#key-accept-2').getAttribute('aria-invalid')).toBeNull();
      expect(await page.locator('#keys-state').innerText()).toBe('Not saved');
      await page.locator('#key-dismiss-1').focus();
      await page.keyboard.press('a');
      await page.locator('#keys-state', { hasText: /^Saved$/ }).waitFor();
      expect(await page.locator('#key-accept-error').innerText()).toBe('');
      expect(await page.locator('#key-accept-1').getAttribute('aria-invalid')).toBeNull();
      const { chosenKeys } = (await ensureLocalPerson(desk.server().database.db)).person;
      expect(chosenKeys).toEqual({ accept: ['x'], dismiss: ['a'] });
    });

    it('are emptied by Backspace, left by Tab, and reset with the focus in the row', async () => {
      const page = await desk.open('/settings');
      await page.locator('#key-delete-1').focus();
      await page.keyboard.press('Backspace');
      await page.locator('#key-delete-reset').waitFor();
      expect(await page.locator('#key-delete-1').inputValue()).toBe('');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('input delete');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('#key-delete-reset').waitFor({ state: 'detached' });
      expect(await page.locator('#key-delete-1').inputValue()).toBe('Delete');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('key-delete-1');
    });

    it('stand beside a name that is saved when it is left, and a theme that shows at once', async () => {
      const page = await desk.open('/settings', { colorScheme: 'light' });
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.locator('[name=theme][value=dark]').check();
      await page.locator('#appearance-state', { hasText: 'Saved' }).waitFor();
      expect(await paper()).not.toBe(light);
      await page.locator('#f-name').fill('');
      await page.keyboard.press('Tab');
      await page.locator('#f-name-error', { hasText: 'Enter a name.' }).waitFor();
      expect(await page.locator('#f-name').getAttribute('aria-invalid')).toBe('true');
      await page.locator('#f-name').fill('Ines');
      await page.keyboard.press('Enter');
      await page.locator('#you-state', { hasText: /^Saved$/ }).waitFor();
      await page.reload();
      expect(await paper()).not.toBe(light);
      expect(await page.locator('#f-name').inputValue()).toBe('Ines');
    });
  });

  describe('on any keyboard', () => {
    it.each([
      ['Caps Lock', { key: 'J', code: 'KeyJ' }, { key: 'C', code: 'KeyC' }],
      ['a Russian one', { key: 'о', code: 'KeyJ' }, { key: 'с', code: 'KeyC' }],
      ['a Greek one with Caps Lock', { key: 'Ξ', code: 'KeyJ' }, { key: 'Ψ', code: 'KeyC' }],
    ])('go on from sentence to sentence and tag, with %s', async (name, next, claim) => {
      const id = await desk.importText(`${TEXT} With ${name}.`, name);
      const page = await desk.open(`/articles/${id}`);
      const press = (init: { readonly key: string; readonly code: string }) =>
        page.evaluate((keys) => {
          const event = new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true });
          document.activeElement?.dispatchEvent(event);
        }, init);
      await press(next);
      await press(claim);
      await saved(page);
      expect(await page.locator('mark.claim').count()).toBe(1);
    });
  });

  describe('shown over the page', () => {
    it('open with ?, act on nothing else meanwhile, and give the focus back', async () => {
      const id = await desk.importText(`${TEXT} Overlay.`, 'Overlay');
      const page = await desk.open(`/articles/${id}`);
      await page.keyboard.press('j');
      await page.keyboard.press('?');
      const dialog = page.locator('dialog[open]');
      await dialog.waitFor();
      expect(await dialog.innerText()).toContain('Next sentence');
      await page.keyboard.press('c');
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      expect(await dialog.count()).toBe(0);
      expect(await focused(page)).toBe('span s0');
      expect(await picked(page)).toMatch(/^The ferry/);
      expect(await page.locator('mark, .card').count()).toBe(0);

      await page.getByRole('link', { name: 'Help' }).click();
      await dialog.waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
      expect(await dialog.count()).toBe(0);
    });

    it('are a page of their own where fingers work, and no button hints at a key', async () => {
      const id = await desk.importText(`${TEXT} Touched.`, 'Touched');
      const page = await desk.open(`/articles/${id}`, {
        hasTouch: true,
        isMobile: true,
        viewport: { width: 820, height: 1100 },
      });
      expect(await page.locator('button:visible kbd:visible').count()).toBe(0);
      await page.getByRole('link', { name: 'Help' }).tap();
      await page.waitForURL('**/help');
    });
  });

  describe('with the card focused after tagging', () => {
    it.each([0, 3000])(
      'letters go into its first field from the press on, with answers after %i ms',
      async (delay) => {
        await choose(desk, { cardFocus: true });
        const id = await desk.importText(`${TEXT} After ${delay}.`, `After ${delay}`);
        const proxy = await startSlowProxy(desk.server().port, { delay, lost: 0 });
        try {
          const page = await desk.openAt(`${proxy.url}/articles/${id}`);
          await page.keyboard.type('jqSmith');
          await page.keyboard.press('Escape');
          await page.keyboard.type('jqDoe');
          await page.keyboard.press('Escape');
          await saved(page);
          const stored = await desk.server().database.db.annotation.findMany({
            where: { articleId: id },
            orderBy: { start: 'asc' },
          });
          expect(stored.map(({ tag, speaker }) => [tag, speaker])).toEqual([
            ['quote', 'Smith'],
            ['quote', 'Doe'],
          ]);
        } finally {
          await proxy.close();
        }
      },
    );

    it('gives what is typed to the annotation that turns out to stand there already', async () => {
      await choose(desk, { cardFocus: true });
      const id = await desk.importText(`${TEXT} Twice.`, 'Twice');
      const proxy = await startSlowProxy(desk.server().port, { delay: 600, lost: 0 });
      try {
        const page = await desk.openAt(`${proxy.url}/articles/${id}`);
        await page.keyboard.type('jqSmith');
        await page.keyboard.press('Escape');
        await saved(page);
        const answered = page.waitForResponse(
          (response) => response.request().method() === 'POST' && response.url().endsWith('/annotations'),
        );
        await page.keyboard.type('qDo');
        await answered;
        await page.keyboard.type('e');
        await page.keyboard.press('Escape');
        const speakers = async () => {
          const stored = await desk.server().database.db.annotation.findMany({ where: { articleId: id } });
          return stored.map(({ speaker }) => speaker);
        };
        // "Saved" may still be said of what came before.
        await expect.poll(speakers, { timeout: 600_000 }).toEqual(['Doe']);
      } finally {
        await proxy.close();
      }
    });

    it('takes the focus from a button that was clicked, too', async () => {
      await choose(desk, { cardFocus: true });
      const id = await desk.importText(`${TEXT} Clicked.`, 'Clicked');
      const page = await desk.open(`/articles/${id}`);
      await page.locator('#s0').click();
      await page.locator('#tag-form .quote').click();
      await page.keyboard.type('Lund');
      expect(await page.locator('.card [name=speaker]').inputValue()).toBe('Lund');
    });
  });

  describe('switched off', () => {
    const tabTo = async (page: Page, wanted: string) => {
      for (let steps = 0; steps < 60; steps++) {
        if ((await focused(page)) === wanted) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${wanted}; it is at ${await focused(page)}`);
    };

    it('leave letters alone, and all that they do can be done with Tab, Enter and the arrows', async () => {
      await choose(desk, { keys: false });
      const id = await desk.importText(`${TEXT} Switched off.`, 'Switched off');
      const page = await desk.open(`/articles/${id}`);
      await tabTo(page, 'span s0');
      await page.keyboard.type('jcqn');
      expect(await focused(page)).toBe('span s0');
      expect(await picked(page)).toMatch(/^The ferry/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      expect(await picked(page)).toBe('Nobody was hurt. The crew of nine waited for the tide.');
      await page.keyboard.press('ArrowUp');

      // Words of the sentence.
      await page.keyboard.press('Enter');
      await tabTo(page, 'button choose-words');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('span s1');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      expect(await picked(page)).toBe('was hurt');

      // Tag them, and fill the card in.
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('button tag');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await saved(page);
      expect(await page.locator('mark.quote').innerText()).toBe('was hurt');
      await tabTo(page, 'button open-current');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('input speaker');
      await page.keyboard.type('The master');
      await tabTo(page, 'a Close Esc');
      await page.keyboard.press('Enter');
      await page.locator('.card').waitFor({ state: 'detached' });
      await saved(page);
      expect(await page.locator('.entry').innerText()).toContain('The master');
      expect(await focused(page)).toBe('span s1');

      // Take it back.
      await page.keyboard.press('Enter');
      await tabTo(page, 'button Undo');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.locator('mark.quote').waitFor({ state: 'detached' });

      // Suggestions of another sentence.
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('span s1');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await tabTo(page, 'button judge');
      await page.keyboard.press('Enter');
      await page.locator('mark:not(.maybe)').waitFor();
      expect(await focused(page)).not.toContain('body');
    });
  });
});
