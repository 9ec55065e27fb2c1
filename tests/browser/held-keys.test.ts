import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';
import { startSlowProxy } from '../support/slow-proxy.ts';

const TEXT = `The council voted on Tuesday to close two of its nine libraries in the old town by the river.

“We have run out of road,” said Cllr. Amal Deen. “Nobody came here to do this.”`;

/** Holds a key down for so many repeats of it. */
async function hold(page: Page, key: string, repeats: number): Promise<void> {
  for (let at = 0; at <= repeats; at++) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

const mark = (page: Page) => page.locator('mark.claim').innerText();

describeInBrowser('a key that is held', (desk) => {
  it('tags once and fills no field; one that moves goes on', async () => {
    const id = await desk.importText(`${TEXT} Held.`, 'Held');
    const page = await desk.open(`/articles/${id}`);
    const events = () => desk.server().database.db.event.count({ where: { articleId: id } });
    const before = await events();
    await hold(page, 'j', 1);
    expect(await page.locator('#picked').innerText()).toMatch(/^“We have run/);
    await hold(page, 'c', 12);
    await saved(page);
    expect(await page.locator('.entry').count()).toBe(1);
    expect(await page.locator('.card [name=speaker]').inputValue()).not.toMatch(/c{2}/);
    await hold(page, 'z', 5);
    await saved(page);
    expect(await page.locator('.entry').count()).toBe(0);
    await page.locator('#redo:not([disabled])').waitFor();
    expect((await events()) - before).toBe(2);
  });

  it('moves an end at every press, 30 ms apart and answered late, a step each', async () => {
    const id = await desk.importText(`${TEXT} Ten times.`, 'Ten times');
    const proxy = await startSlowProxy(desk.server().port, { delay: 150, lost: 4 });
    try {
      const page = await desk.openAt(`${proxy.url}/articles/${id}`);
      await page.keyboard.press('j');
      await page.keyboard.press('c');
      for (let at = 0; at < 10; at++) {
        await page.keyboard.press('Alt+ArrowLeft');
        await page.waitForTimeout(30);
      }
      await saved(page);
      expect(await mark(page)).toBe('The council voted on Tuesday to close two of its');
      await page.keyboard.press('z');
      await saved(page);
      expect(await mark(page)).toBe('The council voted on Tuesday to close two of its nine');
    } finally {
      await proxy.close();
    }
  });

  it('shows both places where somebody else moved an end meanwhile, and goes on from the chosen one', async () => {
    const id = await desk.importText(`${TEXT} Elsewhere.`, 'Elsewhere');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await saved(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('mark').click({ position: { x: 20, y: 8 } });
    await other.keyboard.press('Alt+Shift+ArrowRight');
    await saved(other);
    await page.bringToFront();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.locator('.card .conflict').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.locator('.card .conflict a').click();
    await page.locator('.conflict').waitFor({ state: 'detached' });
    await saved(page);
    expect(await mark(page)).toMatch(/^council voted .* river\.$/);
    await page.keyboard.press('Alt+ArrowLeft');
    await saved(page);
    expect(await mark(page)).toMatch(/^council voted .* river$/);
  });
});
