import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';

const TEXT = `The council voted on Tuesday to close two of its nine libraries.

“We have run out of road,” said Cllr. Amal Deen. “Nobody came here to do this.”`;

const saved = (page: Page) => page.locator('#save-state', { hasText: /^Saved$/ }).waitFor();

describeInBrowser('what must not be lost', (desk) => {
  it('shows both versions when two tabs change the same annotation, and loses neither', async () => {
    const id = await desk.importText(TEXT, 'Two tabs');
    const first = await desk.open(`/articles/${id}`);
    await first.keyboard.press('j');
    await first.keyboard.press('c');
    await saved(first);
    const second = await first.context().newPage();
    await second.goto(first.url());
    await second.locator('.entry a').click();
    await second.locator('.card').waitFor();
    await second.locator('[name=note]').fill('from the second tab');
    await second.keyboard.press('Tab');
    await saved(second);
    await first.locator('[name=note]').fill('from the first tab');
    await first.keyboard.press('Tab');
    await first.locator('.conflict').waitFor();
    expect(await first.locator('.theirs').innerText()).toContain('from the second tab');
    expect(await first.locator('[name=note]').inputValue()).toBe('from the first tab');
    expect(await first.locator('#save-state').innerText()).toContain('Not saved');
    await first.locator('[name=over]').click();
    await first.locator('.conflict').waitFor({ state: 'detached' });
    await saved(first);
    await second.reload();
    await second.locator('.entry a').click();
    await second.locator('.card:not([aria-busy])').waitFor();
    expect(await second.locator('[name=note]').inputValue()).toBe('from the first tab');
  });

  it('does not conflict with itself when fields are filled faster than they are saved', async () => {
    const id = await desk.importText(`${TEXT} Fast.`, 'Fast');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('q');
    await page.locator('.card').waitFor();
    await page.route('**/annotations/*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await page.keyboard.type('Amal Deen');
    await page.keyboard.press('Tab');
    await page.keyboard.type('said');
    for (let field = 0; field < 4; field++) await page.keyboard.press('Tab');
    await page.keyboard.type('typed while saving');
    await page.keyboard.press('Shift+Tab');
    await saved(page);
    expect(await page.locator('.conflict').count()).toBe(0);
    await page.reload();
    await page.locator('.entry a').click();
    await page.locator('.card:not([aria-busy])').waitFor();
    expect(await page.locator('[name=speaker]').inputValue()).toBe('Amal Deen');
    expect(await page.locator('[name=cue]').inputValue()).toBe('said');
    expect(await page.locator('[name=note]').inputValue()).toBe('typed while saving');
  });

  it('keeps what the server did not answer, says so, and sends it again once', async () => {
    const id = await desk.importText(`${TEXT} Dropped.`, 'Dropped');
    const page = await desk.open(`/articles/${id}`, {});
    let isLost = true;
    await page.route('**/annotations', async (route) => {
      // The request reaches the server, but its answer is lost on the way back.
      if (isLost) await route.fetch();
      await (isLost ? route.abort() : route.continue());
    });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.locator('#save-state', { hasText: 'no answer from the server' }).waitFor();
    isLost = false;
    await page.locator('#try-again').click();
    await saved(page);
    expect(await page.locator('mark.claim').count()).toBe(1);
    await page.reload();
    expect(await page.locator('.entry').count()).toBe(1);
  });

  it('keeps what was typed when a field is refused', async () => {
    const id = await desk.importText(`${TEXT} Refused.`, 'Refused');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.locator('.card').waitFor();
    await page.locator('[name=value]').fill('about nine');
    await page.locator('[name=unit]').fill('library');
    await page.keyboard.press('Enter');
    await page.locator('.wrong', { hasText: '“about nine” is not one' }).waitFor();
    expect(await page.locator('[name=value]').inputValue()).toBe('about nine');
    expect(await page.locator('[name=unit]').inputValue()).toBe('library');
    await page.locator('[name=value]').fill('9');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await page.locator('.entry small').innerText()).toContain('9 library');
  });
});
