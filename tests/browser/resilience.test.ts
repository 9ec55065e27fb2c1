import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';

const TEXT = `The council voted on Tuesday to close two of its nine libraries.

“We have run out of road,” said Cllr. Amal Deen. “Nobody came here to do this.”`;

/** Fields of a quote that are filled one right after another. */
const FIELDS = [
  ['speaker', 'Amal Deen'],
  ['cue', 'said'],
  ['note', 'typed while saving'],
] as const;

/** Shows the fields that stand behind "More". */
const openMore = (page: Page) => page.locator('.card .more > summary').click();

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
    await openMore(second);
    await second.locator('[name=note]').fill('from the second tab');
    await second.keyboard.press('Tab');
    await saved(second);
    await openMore(first);
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
    await openMore(page);
    for (const [field, words] of FIELDS) await page.locator(`[name=${field}]`).fill(words);
    await page.keyboard.press('Tab');
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
    await page.locator('#try-again').waitFor();
    isLost = false;
    // The page tries by itself as well, and then takes the button away: a pointer might come too late.
    await page.locator('#try-again').dispatchEvent('click');
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
    await page.locator('.field .wrong', { hasText: '“about nine” is not a number' }).waitFor();
    expect(await page.locator('[name=value]').inputValue()).toBe('about nine');
    expect(await page.locator('[name=unit]').inputValue()).toBe('library');
    await page.locator('[name=value]').fill('9');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await page.locator('.entry small').innerText()).toContain('9 libraries');
  });

  it.each(['on the page itself', 'on another page'])(
    'Back never shows a page without the work done %s',
    async (where) => {
      const id = await desk.importText(`${TEXT} Back ${where}.`, `Back ${where}`);
      const page = await desk.open(`/articles/${id}`);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      if (where === 'on the page itself') {
        await page.keyboard.press('c');
        await saved(page);
        await page.locator('.brand').click();
        await page.waitForURL((url) => url.pathname === '/');
        await page.goBack();
      } else {
        await page.goto(new URL(`/articles/${id}/sheet`, page.url()).href);
        const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
        await page.locator('input[type=checkbox]').nth(4).check();
        await answered;
        await page.locator('#progress', { hasText: '1 of' }).waitFor();
        await page.goBack();
      }
      await page.locator('.entry').waitFor();
      expect(await page.locator('#picked').innerText()).toContain('run out of road');
      expect(await page.locator('#progress').innerText()).toContain('1 of');
    },
  );

  it('opens where the tab was, in a fresh browser at the last step, and goes on from there', async () => {
    const id = await desk.importText(`${TEXT} Open.`, 'Open');
    const page = await desk.open(`/articles/${id}`);
    for (const key of ['j', 'j', 'n', 'j', 'j']) await page.keyboard.press(key);
    await saved(page);
    const here = await page.locator('#picked').innerText();
    await page.reload();
    await page.locator('#picked', { hasText: here }).waitFor();
    const fresh = await desk.open(`/articles/${id}`);
    await fresh.locator('#picked', { hasText: 'run out of road' }).waitFor();
    await fresh.locator('#progress a').click();
    await fresh.locator('#picked', { hasText: 'Nobody came here' }).waitFor();
    const plain = await desk.open(`/articles/${id}`, { javaScriptEnabled: false });
    await plain.locator('#progress a').click();
    expect(new URL(plain.url()).hash).toBe('#s2');
  });

  it('closes the card of what was left behind, though answers draw it again', async () => {
    const id = await desk.importText(`${TEXT} Behind.`, 'Behind');
    const page = await desk.open(`/articles/${id}`);
    let isSlow = true;
    await page.route('**/annotations**', async (route) => {
      while (isSlow) await page.waitForTimeout(20);
      await route.continue();
    });
    for (const key of ['j', 'c', 'Alt+ArrowLeft', 'Alt+ArrowLeft', 'j', 'q']) await page.keyboard.press(key);
    expect(await page.locator('.card').count()).toBe(1);
    expect(await page.locator('.entry').count()).toBe(2);
    isSlow = false;
    await saved(page);
    await page.locator('.entry.claim > a').waitFor();
    expect(await page.locator('.card').count()).toBe(1);
    expect(await page.locator('.card').getAttribute('class')).toContain('quote');
  });

  it('opens again, with what is typed in it, a card that was closed before it was saved', async () => {
    const id = await desk.importText(`${TEXT} Again.`, 'Again');
    const page = await desk.open(`/articles/${id}`);
    let isSlow = true;
    await page.route('**/annotations**', async (route) => {
      while (isSlow) await page.waitForTimeout(20);
      await route.continue();
    });
    for (const key of ['j', 'q', 'Escape', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.type('Smith');
    isSlow = false;
    await page.keyboard.press('Tab');
    await saved(page);
    expect(await page.locator('.entry').count()).toBe(1);
    expect(await page.locator('[name=speaker]').inputValue()).toBe('Smith');
    expect(await page.locator('.s.nothing, mark.statistic').count()).toBe(0);
  });

  it('keeps a refused value through Escape, says where it is, and leads back to it', async () => {
    const id = await desk.importText(`${TEXT} Kept.`, 'Kept');
    const page = await desk.open(`/articles/${id}`);
    for (const key of ['j', 's', 'Enter']) await page.keyboard.press(key);
    await page.locator('[name=value]').fill('about nine');
    await page.keyboard.press('Escape');
    await page.locator('#save-state', { hasText: 'not saved' }).waitFor();
    await page.locator('[name=value][aria-invalid=true]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s0');
    await page.reload();
    await page.locator('#show-refused').click();
    await page.locator('[name=value]:focus').waitFor();
    expect(await page.locator('[name=value]').inputValue()).toBe('about nine');
    expect(await page.locator('.is-number .wrong').first().innerText()).toContain('about nine');
    await page.locator('[name=value]').fill('9');
    await page.keyboard.press('Tab');
    await saved(page);
    expect(await page.locator('[aria-invalid=true]').count()).toBe(0);
    expect(await page.locator('#show-refused').isVisible()).toBe(false);
  });

  it('does not take an answer that was cut off for saved', async () => {
    const id = await desk.importText(`${TEXT} Cut.`, 'Cut');
    const page = await desk.open(`/articles/${id}`);
    let isCut = true;
    await page.route('**/annotations', async (route) => {
      if (!isCut) return route.continue();
      const answer = await route.fetch();
      const body = (await answer.text()).slice(0, -40);
      await route.fulfill({ response: answer, body });
    });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.locator('#save-state', { hasText: 'Not saved yet' }).waitFor();
    isCut = false;
    await saved(page);
    expect(await page.locator('.entry').count()).toBe(1);
  });
});
