import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';
import { startSlowProxy } from '../support/slow-proxy.ts';

const TEXT = `The port handled more than 3,900 containers in March, harbour master Ines Okafor said.

“We moved them by hand,” Okafor said, “and nobody was hurt.”

It was a quiet week.`;

describeInBrowser('suggestions', (desk) => {
  it('are drawn hollow, never counted, accepted and dismissed by key, and undone', async () => {
    const id = await desk.importText(TEXT, 'Suggested');
    const page = await desk.open(`/articles/${id}`);
    const open = page.locator('[data-suggestion^="quote"][data-says]', { hasText: 'We moved' });
    expect(await open.count()).toBe(1);
    expect((await page.locator('#counts').innerText()).replace(/\s+/g, ' ')).toBe(
      'C Claims: 0 Q Quotes: 0 S Statistics: 0',
    );
    await open.click();
    await page.locator('#suggestion-form', { hasText: 'Ines Okafor' }).waitFor();
    await page.keyboard.press('a');
    await page.locator('.entry.quote', { hasText: '2 parts' }).waitFor();
    expect(await page.locator('mark.quote').count()).toBe(2);
    expect(await open.count()).toBe(0);

    const figure = page.locator('[data-suggestion^="statistic"]');
    await figure.click();
    await page.locator('#suggestion-says', { hasText: 'more than 3,900' }).waitFor();
    await page.keyboard.press('x');
    await figure.waitFor({ state: 'detached' });
    await page.reload();
    expect(await figure.count()).toBe(0);
    await page.keyboard.press('z');
    await figure.waitFor();
    await page.keyboard.press('z');
    await page.locator('mark').first().waitFor({ state: 'detached' });
    expect(await open.count()).toBe(1);
  });

  it('are accepted in one step, and carry where they came from into the CSV', async () => {
    const id = await desk.importText(`${TEXT} All.`, 'All at once');
    const page = await desk.open(`/articles/${id}`);
    await page.locator('#suggestions-list-link').click();
    await page.locator('.accept-all [value=statistic]', { hasText: 'Accept 1 statistic' }).click();
    await page.locator('.entry.statistic').first().waitFor();
    await page.locator('#notice', { hasText: 'Accepted 1 statistic' }).locator('button').waitFor();
    await page.locator('.entry.statistic a').first().click();
    await page.locator('.card .more > summary').click();
    await page.locator('[name=note]').fill('seen');
    await page.keyboard.press('Tab');
    await saved(page);
    const csv = await desk.server().request(`/articles/${id}/annotations.csv?raw=1`);
    expect(csv.text).toContain('"suggestion-edited"');
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await page.keyboard.press('z');
    await page.locator('.entry').waitFor({ state: 'detached' });
  });

  it('are accepted one after another at the speed of typing, over sentences, until none is left', async () => {
    const id = await desk.importText(`${TEXT} Three in a row.`, 'One after another');
    const page = await desk.open(`/articles/${id}`);
    const all = await page.locator('[data-suggestion][data-says]').count();
    expect(all).toBeGreaterThanOrEqual(3);
    await page.keyboard.press('f');
    await page.locator('#suggestion-says', { hasText: `Suggestion 1 of ${all}: ` }).waitFor();
    for (let at = 0; at < all; at++) await page.keyboard.press('a', { delay: 0 });
    await page.locator('#suggestion-says', { hasText: 'No suggestions left in this article.' }).waitFor();
    await saved(page);
    expect(await page.locator('.entry').count()).toBe(all);
    await page.keyboard.press('a');
    await page
      .locator('#said', { hasText: 'No suggestions left in this article.' })
      .waitFor({ state: 'attached' });
  });

  it('are judged by the next key when an undo that is on its way brings them back', async () => {
    const id = await desk.importText(`${TEXT} Brought back.`, 'Brought back');
    const proxy = await startSlowProxy(desk.server().port, { delay: 500, lost: 0 });
    try {
      const page = await desk.openAt(`${proxy.url}/articles/${id}`);
      const none = { hasText: 'No suggestions left in this article.' };
      const all = await page.locator('[data-suggestion][data-says]').count();
      await page.keyboard.press('f');
      for (let at = 0; at < all; at++) await page.keyboard.press('x', { delay: 0 });
      await page.locator('#suggestion-says', none).waitFor();
      await saved(page);
      // The first a goes to what is back, the second accepts it.
      for (const key of ['z', 'a', 'a', 'k', 'c']) await page.keyboard.press(key, { delay: 0 });
      await page.locator('.entry.claim[data-version="1"]').waitFor();
      expect(await page.locator('#entries .entry.quote').count()).toBe(1);
      expect(await page.locator('#entries .entry').count()).toBe(2);
    } finally {
      await proxy.close();
    }
  });

  it('are judged in the list by keyboard, which keeps the focus there', async () => {
    const id = await desk.importText(`${TEXT} In the list.`, 'In the list');
    const page = await desk.open(`/articles/${id}?suggestions=place`);
    const lines = page.locator('[data-listed]:not([data-gone])');
    const keys = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-listed')));
    await lines.first().locator('button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.entry').first().waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-listed]')?.getAttribute('data-listed'));
    expect(await focused()).toBe(keys[1]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator(`#text [data-suggestion="${keys[1]}"]`).first().waitFor({ state: 'detached' });
    expect(await focused()).toBe(keys[2]);
  });

  it('are said once, and not again when answers are drawn', async () => {
    const id = await desk.importText(`${TEXT} Said once.`, 'Said once');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('f');
    await page.locator('#said', { hasText: 'Suggestion 1 of' }).waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const watch = new MutationObserver(() =>
        said.push(document.querySelector('#suggestion-form')?.textContent ?? ''),
      );
      for (const one of document.querySelectorAll('#suggestion-form'))
        watch.observe(one, { childList: true, subtree: true, characterData: true, attributes: true });
    });
    await page.keyboard.press('n');
    await page.locator('.nothing').waitFor();
    await saved(page);
    expect(await page.evaluate(() => Reflect.get(window, 'said'))).toEqual([]);
  });

  it('are said behind the deed that led to them', async () => {
    const id = await desk.importText(`${TEXT} Behind the deed.`, 'Behind the deed');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('f');
    await page.locator('#said', { hasText: /^Suggestion 1 of/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('a');
    await page.locator('#said', { hasText: /^Accepted: .*Suggestion 1 of/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('x');
    await page.locator('#said', { hasText: /^Dismissed: .*Suggestion 1 of/ }).waitFor({ state: 'attached' });
  });

  it('are judged on the sheet without scripts, and shown to nobody who switched them off', async () => {
    const id = await desk.importText(`${TEXT} Sheet.`, 'On the sheet');
    const page = await desk.open(`/articles/${id}/sheet`, { javaScriptEnabled: false });
    await page.locator('#r3 label', { hasText: 'Nothing here' }).click();
    await page.locator('#r1 [name=accept][value^=statistic]').click();
    expect(await page.locator('mark.statistic').innerText()).toBe('more than 3,900 containers');
    expect(await page.locator('#r3 [name=tick][value="2:nothing"]').isChecked()).toBe(true);
    await page.goto(new URL('/settings', page.url()).href);
    await page.locator('#suggestions').uncheck();
    await page.locator('form[action="/settings"]:has(#suggestions) button').click();
    await page.goto(new URL(`/articles/${id}`, page.url()).href);
    expect(await page.locator('[data-suggestion]').count()).toBe(0);
    await page.goto(new URL('/settings', page.url()).href);
    await page.locator('#suggestions').check();
    await page.locator('form[action="/settings"]:has(#suggestions) button').click();
  });
});
