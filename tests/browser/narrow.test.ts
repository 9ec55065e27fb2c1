import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';

const TEXT = `Rain fell on 19 of the 30 days of June, the weather service said.

“I have not seen a wetter one,” said Prof. Edda Lund. She has kept records since 1988.

The word ${'Hafenverwaltungsgebühren'.repeat(9)} was said once.

${'The harbour flooded twice, the town said, and nobody could say why or for how long it would be shut. '.repeat(12)}`;

/** What WCAG 1.4.12 wants a page to stand. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

const PHONE: BrowserContextOptions = {
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 844 },
};

/** By how many pixels a page is wider than its window, and what reaches furthest. */
function overflow(page: Page): Promise<{ by: number; what: string[] }> {
  return page.evaluate(() => {
    const by = document.documentElement.scrollWidth - window.innerWidth;
    const isOut = (element: Element) => element.getBoundingClientRect().right > window.innerWidth + 0.5;
    const out = by > 0 ? [...document.querySelectorAll('body *')].filter(isOut) : [];
    return {
      by: Math.max(0, by),
      what: out.slice(0, 6).map((one) => `${one.tagName}.${one.className}#${one.id}`),
    };
  });
}

describeInBrowser('narrow windows', (desk) => {
  it.each([
    ['320 px and spaced text', 320, TEXT_SPACING],
    ['683 px', 683, ''],
  ])('no page is wider than %s', async (_name, width, css) => {
    const id = await desk.importText(`${TEXT} Wide ${width}.`, `As wide as ${width}`);
    const page = await desk.open(`/articles/${id}`, { viewport: { width, height: 640 } });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.locator('#entries .entry[data-version="1"]').waitFor();
    const annotation = await page.locator('#entries .entry').getAttribute('data-annotation');
    const paths = [
      ...['', '/sheet', '/edit', '/annotations/new?sentence=1'].map((rest) => `/articles/${id}${rest}`),
      ...[
        `/annotations/${annotation}`,
        '/',
        '/articles/new',
        '/annotations',
        '/imports',
        '/settings',
        '/help',
        '/no-page',
      ],
    ];
    for (const path of paths) {
      await page.goto(new URL(path, page.url()).href);
      // As a person's own style sheet would be: not bound by the page's policy.
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, css);
      expect({ path, ...(await overflow(page)) }).toEqual({ path, by: 0, what: [] });
    }
  });

  it.each([
    ['upright', PHONE.viewport],
    ['on its side', { width: 844, height: 390 }],
    ['at 400 %', { width: 320, height: 256 }],
  ])('an open card leaves its words in view, %s', async (name, viewport) => {
    const id = await desk.importText(`${TEXT} Card ${name}.`, `Card ${name}`);
    const page = await desk.open(`/articles/${id}`, { ...PHONE, viewport: viewport ?? null });
    const sentence = page.locator('.s').nth(8);
    await sentence.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const place = await sentence.evaluate((one) => {
      const [line] = one.getClientRects();
      return line ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : { x: 0, y: 0 };
    });
    await page.touchscreen.tap(place.x, place.y);
    await page.locator('#tag-form button.claim').tap();
    await page.locator('#entries .card[data-version="1"]').waitFor();
    const seen = () =>
      page.evaluate(() => {
        const mark = document.querySelector('mark')?.getClientRects()[0];
        const at = mark && document.elementFromPoint(mark.x + mark.width / 2, mark.y + mark.height / 2);
        return at?.closest('mark') !== null && at !== undefined;
      });
    await expect.poll(seen).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.matches('input, textarea, select'))).toBe(false);
    expect(await page.locator('#tag-form button.quote').isVisible()).toBe(true);
  });

  it('a phone has undo and the list in reach, no hints of keys, and fields it need not zoom to', async () => {
    const id = await desk.importText(`${TEXT} In reach.`, 'In reach');
    const page = await desk.open(`/articles/${id}`, PHONE);
    const inReach = async (selector: string) =>
      ((await page.locator(selector).boundingBox())?.y ?? 0) > 844 / 2;
    expect(await inReach('#undo')).toBe(true);
    expect(
      await page.locator('kbd').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
    ).toBe(0);
    await page.locator('.to-list').tap();
    await expect
      .poll(() =>
        page.evaluate(() => document.getElementById('annotations-heading')?.getBoundingClientRect().y ?? 999),
      )
      .toBeLessThan(844);
    const sizes = await page
      .locator('input:not([type=hidden]), select, textarea')
      .evaluateAll((all) => all.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  });

  it.each([
    ['a phone', PHONE.viewport],
    ['a small phone', { width: 320, height: 640 }],
    ['400 %', { width: 320, height: 256 }],
  ])('nothing in the bar at the bottom stands over something else, on %s', async (name, viewport) => {
    const id = await desk.importText(`${TEXT} Bar ${name}.`, `Bar ${name}`);
    const page = await desk.open(`/articles/${id}`, { ...PHONE, viewport: viewport ?? null });
    const expectApart = async () => expect(await standingOver(page)).toEqual([]);
    await expectApart();
    await page.locator('#s0').tap({ position: { x: 8, y: 8 } });
    await expectApart();
    await page.locator('#tag-form .claim').click();
    await saved(page);
    await expectApart();
    await page.locator('.card .close').evaluate((close) => (close as HTMLElement).click());
    await page.locator('.card').waitFor({ state: 'detached' });
    await expectApart();
    await page.context().setOffline(true);
    await page.locator('#s1').evaluate((sentence) => sentence.scrollIntoView({ block: 'center' }));
    await page.locator('#s1').tap({ position: { x: 8, y: 8 } });
    await page.locator('#tag-form .claim').click();
    await page.locator('#try-again').waitFor();
    await expectApart();
    await page.context().setOffline(false);
    await saved(page);
  });
});

/** What can be pressed or read at the bottom and is covered, where it should be seen, by something beside it. */
function standingOver(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll('.palette :is(button, a), .palette > p, .history button');
    const seen = [...all].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 4);
    const isCovered = (one: Element) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const row = one.closest('#tag-form')?.getBoundingClientRect();
      // Buttons that are scrolled out of the row of tags are covered by what it ends at.
      const isOut = row !== undefined && (x + width / 2 < row.left || x + width / 2 > row.right);
      const at = document.elementFromPoint(x + width / 2, y + height / 2);
      return !isOut && at !== null && at !== one && !one.contains(at) && !at.contains(one);
    };
    return seen.filter(isCovered).map((one) => one.id || (one.textContent ?? ''));
  });
}
