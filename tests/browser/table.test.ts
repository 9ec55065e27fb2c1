import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';

const TEXT = `# The ferry is late

“Nobody told us,” said Ines Okafor. “It was late again,” said Mara Lind. About 1,200 people cross each day.`;

describeInBrowser('the table of annotations', (desk) => {
  let id = '';
  beforeAll(async () => {
    id = await desk.importText(TEXT);
    const source = (await desk.server().request(`/articles/${id}/text`)).text;
    for (const [tag, words] of [
      ['quote', '“Nobody told us,”'],
      ['quote', '“It was late again,”'],
      ['statistic', '1,200 people'],
    ] as const) {
      const start = source.indexOf(words);
      const form = { tag, parts: `${start}-${start + words.length}`, text: words };
      expect((await desk.server().request(`/articles/${id}/annotations`, { form })).status).toBe(303);
    }
  });

  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const cell = (page: Page, row: number, column: string) =>
    page.locator('tbody tr').nth(row).locator(`.cell[value$=".${column}"]`);

  it('is a grid that keys move in, and cells open, save and close where they are', async () => {
    const page = await desk.open('/annotations');
    await cell(page, 0, 'speaker').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('Speaker: Mara Lind. Edit');
    await page.keyboard.press('Enter');
    await page.locator('.cell-form input[name=speaker]:focus').waitFor();
    await page.keyboard.type('Mara Lindqvist');
    await page.keyboard.press('Tab');
    await page.locator('.cell-form select[name=confidence]:focus').waitFor();
    expect(await cell(page, 1, 'speaker').textContent()).toBe('Mara Lindqvist');
    await page.keyboard.press('u');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Confidence: unsure. Edit');
    await page.keyboard.press('Enter');
    await page.locator('.cell-form select:focus').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Confidence: unsure. Edit');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused(page)).toBe('Confidence: empty. Edit');
    expect(await page.locator('table [tabindex="0"]').count()).toBe(1);

    // Nothing moves when the focus goes from the keyboard to the pointer, so a press meets what it was meant for.
    await page.locator('tbody [name=pick]').first().click();
    expect(await page.locator('tbody [name=pick]').first().isChecked()).toBe(true);
  });

  it('keeps a wrong value where it was typed, with the focus and the reason on its field', async () => {
    const page = await desk.open('/annotations?column=value,unit');
    await cell(page, 2, 'value').click();
    const field = page.locator('.cell-form input[name=value]');
    await field.fill('many');
    await page.keyboard.press('Enter');
    await page.locator('input[name=value][aria-invalid=true]:focus').waitFor();
    const described = await field.getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toContain('enter a number in digits');
    await field.fill('1300');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 2, 'value').textContent()).toBe('1,300');
  });

  it('has in its address what it shows, changes ticked rows, and undoes that beside the notice', async () => {
    const page = await desk.open('/annotations');
    await page.selectOption('#tag', 'quote');
    await page.waitForURL(/\/annotations\?tag=quote$/);
    await page.reload();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    expect(await page.locator('#bulk').isVisible()).toBe(false);
    await page.check('#pick-page');
    await expect.poll(() => page.locator('#picked-count').textContent()).toBe('2 selected');
    await page.fill('#bulk-speaker', 'Ada Abara');
    await page.click('text="Set speaker"');
    await page.locator('#notice', { hasText: 'Changed 2 annotations.' }).waitFor();
    expect(await cell(page, 1, 'speaker').textContent()).toBe('Ada Abara');
    await page.click('#notice button');
    await page.locator('#notice', { hasText: 'Undone.' }).waitFor();
    expect(await cell(page, 1, 'speaker').textContent()).toMatch(/^Mara Lind/);
  });

  it('leads from a sentence selected in the text to all its places', async () => {
    const page = await desk.open(`/articles/${id}`);
    await page.locator('#s0').click({ position: { x: 4, y: 8 } });
    await page.locator('#every').waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(/\/occurrences\?words=/);
    expect(await page.locator('.places li').count()).toBe(1);
  });

  for (const [colorScheme, width] of [
    ['light', 1200],
    ['dark', 700],
    ['light', 390],
  ] as const) {
    it(`holds nothing that axe finds: ${colorScheme}, ${width} px wide`, async () => {
      const page = await desk.open('/annotations', { colorScheme, viewport: { width, height: 800 } });
      const paths = [
        '/annotations',
        '/annotations?tag=quote',
        '/speakers',
        `/articles/${id}/occurrences?words=late`,
      ];
      for (const path of paths) {
        await page.goto(desk.server().url + path);
        if (path === '/annotations') await page.locator('[name=pick]').first().check();
        expect(await axeFindings(page), path).toEqual([]);
        expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth), path).toBe(true);
      }
    });
  }
});
