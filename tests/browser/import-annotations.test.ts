import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { workOnImports } from '../support/import-files.ts';

const TEXT = 'The ferry 🚢 was late. “Nobody told us,” said Ines Okafor. About 1,200 people cross each day.';
const at = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const file = {
  name: 'work.jsonl',
  mimeType: 'application/jsonl',
  buffer: Buffer.from(
    `${JSON.stringify({
      text: TEXT,
      label: [
        [...at('“Nobody told us,”'), 'QUOTE'],
        [...at('1,200 people'), 'THING'],
      ],
    })}\n{"text`,
  ),
};

const fits = (page: Page) => page.evaluate(() => document.body.scrollWidth <= window.innerWidth);

describeInBrowser('annotations of other tools', (desk) => {
  it.each([
    ['light', 1200, true],
    ['dark', 390, true],
    ['light', 1200, false],
  ] as const)(
    'come in as chosen, and go again: %s, %i px, scripts %s',
    async (colorScheme, width, scripts) => {
      const viewport = { width, height: 800 };
      const page = await desk.open('/imports', { colorScheme, viewport, javaScriptEnabled: scripts });
      const check = async () => {
        if (scripts) expect(await axeFindings(page)).toEqual([]);
        if (scripts) expect(await fits(page)).toBe(true);
      };
      await check();
      await page.getByRole('link', { name: 'Import annotations' }).click();
      await check();
      await page.setInputFiles('input[type=file]', file);
      await page.getByRole('button', { name: 'Continue' }).click();
      const thing = page.getByRole('combobox', { name: 'THING' });
      expect(await thing.inputValue()).toBe('leave');
      await check();
      await thing.selectOption('statistic');
      await page.getByRole('button', { name: 'Import' }).click();
      await page.locator('progress').waitFor();
      await check();
      await workOnImports(desk.server().database);
      if (!scripts) await page.getByRole('link', { name: 'Refresh' }).click();
      const undo = page.getByRole('button', { name: 'Undo this import' });
      await undo.waitFor();
      expect(await page.locator('#import').innerText()).toContain('2 annotations imported');
      await check();
      await undo.click();
      await page.getByRole('button', { name: 'Import again' }).waitFor();
      expect(await desk.server().database.db.annotation.count({ where: { deletedAt: null } })).toBe(0);
      await check();
    },
  );

  it('leave by a dialog that opens and closes with the keys, and gives the focus back', async () => {
    const id = await desk.importText(`${TEXT} Dialog.`, 'Dialog');
    const page = await desk.open(`/articles/${id}`);
    const dialog = page.locator('dialog[open]');
    await page.locator('a.export').focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: 'TEI', exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('export');
    await page.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: 'JSON Lines', exact: false }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('dialog.annotations.jsonl');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('a.export').click();
    await dialog.getByText('Cancel').click();
    await dialog.waitFor({ state: 'detached' });
    expect(page.url()).toContain(`/articles/${id}`);
  });

  it('leave without scripts by a page with the same form', async () => {
    const id = await desk.importText(`${TEXT} Page.`, 'Page');
    const page = await desk.open(`/articles/${id}`, { javaScriptEnabled: false });
    await page.locator('a.export').click();
    await page.getByRole('radio', { name: 'Markdown', exact: false }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('page.annotations.md');
  });
});
