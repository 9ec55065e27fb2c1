import { expect, it } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { tag } from '../support/annotating.ts';
import { FERRY, HOSTILE } from '../support/articles.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { localMember } from '../support/desk.ts';

describeInBrowser('the exported page', (desk) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'is for everybody, runs nothing, and leads from mark to entry and back: %s, %i px',
    async (colorScheme, width) => {
      const { db } = desk.server().database;
      const { accountId } = await localMember(db);
      const id = await desk.importText(`${FERRY} ${colorScheme} ${width}`);
      await tag(db, await loadArticle(db, accountId, id), 'The ferry 🚢 to Skarvik', { tag: 'claim' });
      await tag(db, await loadArticle(db, accountId, id), '1,200 people', { tag: 'statistic' });
      await desk.importText(`${HOSTILE} ${colorScheme} ${width}`);
      const written = await desk.server().request('/annotations.html');
      const page = await desk.open('/help', { colorScheme, viewport: { width, height: 800 } });
      // Away from the desk, whose own policy forbids the page's style sheet.
      await page.goto('about:blank');
      await page.setContent(written.text);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true);
      expect(await page.locator('script, img, svg').count()).toBe(0);
      const targets = await page
        .locator('a[href^="#"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
      expect(targets.length).toBeGreaterThan(4);
      for (const target of targets) expect(await page.locator(`[id="${target}"]`).count(), target).toBe(1);
    },
  );
});
