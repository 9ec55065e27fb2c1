import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';

const TEXT = `“Rain fell on 19 of the 30 days of June,” said Prof. Edda Lund of the weather service. She has kept records
since 1988, and has not seen a wetter month; nobody else in the harbour has either.

The school flooded twice. It will stay shut until the end of May, the town said on Friday.`;

/** Where every letter of the text stands. */
function placesOf(page: Page): Promise<{ x: number; y: number }[]> {
  return page.evaluate(() => {
    const places: { x: number; y: number }[] = [];
    for (const block of document.querySelectorAll('#text .block')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (const { index } of node.data.matchAll(/\p{L}/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { x, y } = range.getBoundingClientRect();
          places.push({ x, y });
        }
      }
    }
    return places;
  });
}

/** Selects words as a drag would, from inside a word if it is said. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#text') as Node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`“${wanted}” is not in one piece`);
  }, words);
  await page.waitForFunction((wanted) => document.getElementById('picked')?.textContent === wanted, words);
}

async function tag(page: Page, words: string, name: 'claim' | 'quote' | 'statistic'): Promise<void> {
  const before = await page.locator('#entries .entry').count();
  await selectWords(page, words);
  await page.locator(`#tag-form button.${name}`).click();
  await page.locator('#entries .entry[data-version="1"]').nth(before).waitFor();
  await page.locator(`mark.${name}`).first().waitFor();
}

describeInBrowser('the look of the reading page', (desk) => {
  it.each([1280, 390])('no tag moves a letter, %i px wide', async (width) => {
    const id = await desk.importText(`${TEXT} Seen at ${width}.`, `Still at ${width}`);
    const page = await desk.open(`/articles/${id}`, { viewport: { width, height: 900 } });
    await page.evaluate(() => document.fonts.ready);
    const before = await placesOf(page);
    await tag(page, 'The school flooded twice.', 'claim');
    await tag(page, 'ool floo', 'statistic');
    await tag(page, 'ay shut until the end of M', 'quote');
    await page
      .locator('.s')
      .first()
      .click({ position: { x: 4, y: 6 } });
    await page.keyboard.press('n');
    await page.locator('.s.nothing').waitFor();
    expect(before.length).toBeGreaterThan(200);
    const after = await placesOf(page);
    expect(after).toHaveLength(before.length);
    const moved = after.map(({ x, y }, at) => Math.hypot(x - (before[at]?.x ?? 0), y - (before[at]?.y ?? 0)));
    // Browsers kern no two letters between which a mark begins: less than half a pixel.
    expect(Math.max(...moved)).toBeLessThan(0.5);
  });

  it('tints the innermost mark, and says where each begins and ends', async () => {
    const id = await desk.importText(`${TEXT} Nested.`, 'Nested');
    const page = await desk.open(`/articles/${id}`);
    await tag(page, 'The school flooded twice.', 'claim');
    await tag(page, 'flooded twice', 'statistic');
    const tint = (name: string) =>
      page.locator(`mark.${name}`).evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(await tint('claim')).toBe('rgba(0, 0, 0, 0)');
    expect(await tint('statistic')).not.toBe('rgba(0, 0, 0, 0)');
    expect(await page.locator('mark.claim').getAttribute('data-begins')).toBe('claim: ');
    expect(await page.locator('mark.statistic').getAttribute('data-ends')).toBe('(end of statistic)');
    expect(
      await page.locator('#entries .entry').evaluateAll((all) => all.map((one) => one.className)),
    ).toEqual([expect.stringContaining('begins'), expect.not.stringContaining('begins')]);
  });

  it('moves an end that is dragged: to words, with Alt to letters; a step each', async () => {
    const id = await desk.importText(`${TEXT} Dragged.`, 'Dragged');
    const page = await desk.open(`/articles/${id}`);
    await tag(page, 'school flooded', 'claim');
    const handle = page.locator('.handle');
    await handle.nth(1).waitFor();
    const letter = (words: string) =>
      page.evaluate((wanted) => {
        const walker = document.createTreeWalker(
          document.querySelector('#text') as Node,
          NodeFilter.SHOW_TEXT,
        );
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { right, y, height } = range.getBoundingClientRect();
          return { x: right, y: y + height / 2 };
        }
        throw new Error(wanted);
      }, words);
    const drag = async (which: 0 | 1, to: { x: number; y: number }, version: number) => {
      const box = await handle.nth(which).boundingBox();
      if (!box) throw new Error('no handle');
      const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
      await page
        .locator(`#entries .entry[data-version="${version}"], input[name=version][value="${version}"]`)
        .first()
        .waitFor({ state: 'attached' });
    };
    await drag(1, await letter(' twic'), 2);
    await page.waitForFunction(() => document.querySelector('mark')?.textContent === 'school flooded twice');
    await page.keyboard.down('Alt');
    await drag(0, await letter('sch'), 3);
    await page.keyboard.up('Alt');
    await page.waitForFunction(() => document.querySelector('mark')?.textContent === 'ool flooded twice');
    await page.locator('#undo').click();
    await page.waitForFunction(() => document.querySelector('mark')?.textContent === 'school flooded twice');
  });

  it('has handles that leave every letter to the pointer', async () => {
    const id = await desk.importText(`${TEXT} Left alone.`, 'Left alone');
    const page = await desk.open(`/articles/${id}`);
    await tag(page, 'The school flooded twice.', 'claim');
    await page.locator('.handle').nth(1).waitFor();
    const covered = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('#text') as Node, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      let letters = 0;
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (const { index } of node.data.matchAll(/\p{L}/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { left, right, top, height } = range.getBoundingClientRect();
          letters += 1;
          for (const x of [left + 1, (left + right) / 2, right - 1]) {
            const hit = document.elementFromPoint(x, top + height / 2);
            if (hit?.closest('.handle')) found.push(node.data.slice(index, index + 10));
          }
        }
      }
      return { letters, found };
    });
    expect(covered.letters).toBeGreaterThan(150);
    expect(covered.found).toEqual([]);
  });

  it('folds empty fields away; what is unfolded stays so while it is saved', async () => {
    const id = await desk.importText(`${TEXT} Folded.`, 'Folded');
    const page = await desk.open(`/articles/${id}`);
    await tag(page, 'The school flooded twice.', 'claim');
    const card = page.locator('#entries .card');
    const shown = () =>
      card
        .locator('.field label')
        .evaluateAll((all) =>
          all
            .filter((one) => (one as HTMLElement).checkVisibility({ contentVisibilityAuto: false }))
            .map((one) => one.textContent),
        );
    expect(await shown()).toEqual(['Speaker', 'Worth checking', 'Tag']);
    await card.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await shown()).toContain('Note');
    await card.locator('[name=note]').fill('ask the town');
    await card.locator('[name=speaker]').focus();
    await page.locator('input[name=version][value="2"]').waitFor({ state: 'attached' });
    expect(await card.locator('[name=note]').isVisible()).toBe(true);
    await card.locator('button.primary').click();
    await page.locator('.entry:not(.card) > a').click();
    await card.locator('input[name=version][value="2"]').waitFor({ state: 'attached' });
    expect(await shown()).toEqual(['Speaker', 'Worth checking', 'Tag', 'Note']);
  });

  it('shows where one is in colours of the person’s own', async () => {
    const id = await desk.importText(`${TEXT} Forced.`, 'Forced');
    const page = await desk.open(`/articles/${id}`, { forcedColors: 'active' });
    const line = (selector: string) =>
      page.locator(selector).evaluate((one) => getComputedStyle(one).textDecorationLine);
    expect(await line('.views a[aria-current]')).toBe('underline');
    expect(await line('.views a:not([aria-current]) >> nth=0')).toBe('none');
    await page.goto(new URL('/', page.url()).href);
    expect(await line('.states a[aria-current]')).toBe('underline');
    expect(await line('.bar nav a[aria-current] >> nth=0')).toBe('underline');
  });
});
