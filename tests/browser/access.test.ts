import { expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';

const TEXT = `Rain fell on 19 of the 30 days of June, the weather service said.

Along the coast

“I have not seen a wetter one,” said Prof. Edda Lund. She has kept records since 1988.

- the harbour flooded twice
- the school did not`;

describeInBrowser('access for everybody', (desk) => {
  it.each(['light', 'dark'] as const)('axe finds nothing on any page in %s', async (colorScheme) => {
    const id = await desk.importText(`${TEXT}\n\nSeen in ${colorScheme}.`, `Seen in ${colorScheme}`);
    const page = await desk.open(`/articles/${id}`, { colorScheme });
    for (const key of ['s', 'q']) {
      await page.keyboard.press('j');
      await page.keyboard.press(key);
      await page.locator('.card').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.card').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.locator('.s.nothing').waitFor();
    await page.locator('.entry a').first().click();
    await page.locator('.card').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const annotation = await page.locator('.entry a').first().getAttribute('href');
    const pages = [
      `/articles/${id}/sheet`,
      `/articles/${id}/annotations/new?sentence=1`,
      `${annotation}`,
      `${annotation}/history`,
      `/articles/${id}/deletions`,
      `/articles/${id}/comments?sentence=1`,
      `/articles/${id}/edit`,
      '/',
      '/articles/new',
      '/articles/new?way=upload',
      '/articles/new?way=fetch',
      '/exports/new',
      '/annotations',
      '/settings',
      '/help',
      '/nothing-here',
    ];
    for (const path of pages) {
      await page.goto(new URL(path, page.url()).href);
      expect({ path, found: await axeFindings(page) }).toEqual({ path, found: [] });
    }
  });

  it('narrows a tapped sentence to its first and last word, on a phone', async () => {
    const id = await desk.importText(`${TEXT} Tapped.`, 'Tapped');
    const page = await desk.open(`/articles/${id}`, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    const tapOn = async (word: string) => {
      const place = await page.evaluate((wanted) => {
        const walker = document.createTreeWalker(
          document.querySelector('.section') as Node,
          NodeFilter.SHOW_TEXT,
        );
        while (walker.nextNode()) {
          const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at + 1);
          range.setEnd(walker.currentNode, at + 2);
          const { x, y, height } = range.getBoundingClientRect();
          return { x: x + 1, y: y + height / 2 };
        }
        throw new Error(`“${wanted}” is not in the text`);
      }, word);
      await page.touchscreen.tap(place.x, place.y);
    };
    await tapOn('weather');
    expect(await page.locator('#picked').innerText()).toContain('Rain fell on 19');
    await tapOn('19');
    await tapOn('days');
    expect(await page.locator('#picked').innerText()).toBe('19 of the 30 days');
    await page.locator('#tag-form button.statistic').tap();
    await page.locator('mark.statistic').waitFor();
    expect(await page.locator('mark.statistic').innerText()).toBe('19 of the 30 days');
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);
  });

  it('leaves keys alone in fields, with Ctrl held, and where the person has switched them off', async () => {
    const id = await desk.importText(`${TEXT} Keys.`, 'Keys');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('/');
    await page.keyboard.type('cqsnjk');
    expect(await page.locator('#find').inputValue()).toBe('cqsnjk');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+j');
    expect(await page.locator('#picked').innerText()).toBe('');
  });

  it('finds words, speakers and notes, and leads to them', async () => {
    const id = await desk.importText(`${TEXT} Found.`, 'Found');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('/');
    await page.keyboard.type('wetter');
    await page.locator('.found a').first().waitFor();
    await page.locator('.found a').first().click();
    expect(await page.locator('#picked').innerText()).toContain('wetter one');
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe('s1');
    await page.keyboard.press('j');
    expect(await focused()).toBe('s2');
  });

  it('goes from one place found to the next by Enter, and on from there by key', async () => {
    const id = await desk.importText(`${TEXT} Gone through.`, 'Gone through');
    const page = await desk.open(`/articles/${id}`);
    const picked = page.locator('#picked');
    await page.keyboard.press('/');
    await page.keyboard.type('the');
    await page.keyboard.press('Enter');
    await picked.filter({ hasText: 'Rain fell' }).waitFor();
    await page.keyboard.press('Enter');
    await picked.filter({ hasText: 'the harbour flooded twice' }).waitFor();
    await page.keyboard.press('Shift+Enter');
    await picked.filter({ hasText: 'Rain fell' }).waitFor();
    await page.locator('#said', { hasText: 'of ' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('s0');
    await page.keyboard.press('c');
    await page.locator('mark.claim').first().waitFor();
    expect(await page.locator('#find').inputValue()).toBe('the');
  });
});
