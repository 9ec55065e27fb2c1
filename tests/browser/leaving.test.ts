import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';

/** Tries to leave the page, and says whether it asked before. */
async function asksBeforeLeaving(page: Page, leave: () => Promise<unknown>): Promise<boolean> {
  let isAsked = false;
  page.once('dialog', (dialog) => {
    isAsked = true;
    void dialog.accept();
  });
  await leave();
  page.removeAllListeners('dialog');
  return isAsked;
}

describeInBrowser('leaving a page', (desk) => {
  it('asks where words were typed and not sent, and not where they are sent', async () => {
    const page = await desk.open('/articles/new');
    const away = () => page.goto(`${desk.server().url}/help`);
    expect(await asksBeforeLeaving(page, away)).toBe(false);
    await page.goBack();
    await page.locator('textarea[name=text]').fill('The mayor said that the bridge is safe.');
    expect(await asksBeforeLeaving(page, away)).toBe(true);
    await page.goto(`${desk.server().url}/articles/new`);
    await page.locator('textarea[name=text]').fill('The mayor said that the bridge is safe.');
    const send = async () => {
      await page.locator('button.primary').first().click();
      await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
    };
    expect(await asksBeforeLeaving(page, send)).toBe(false);
  });

  it('asks where a cell of the table holds a change', async () => {
    const id = await desk.importText('The mayor said that the bridge is safe. It rained.', 'Bridge');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('q');
    await saved(page);
    const reload = () => page.reload();
    await page.goto(`${desk.server().url}/annotations`);
    await page.locator('button[value$=".speaker"]').first().click();
    await page.locator('.cell-form [name=speaker]').waitFor();
    expect(await asksBeforeLeaving(page, reload)).toBe(false);
    await page.locator('button[value$=".speaker"]').first().click();
    await page.locator('.cell-form [name=speaker]').fill('Amal Deen');
    expect(await asksBeforeLeaving(page, reload)).toBe(true);
  });
});
