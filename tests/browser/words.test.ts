import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { describeInBrowser } from '../support/browser.ts';
import { localMember } from '../support/desk.ts';
import { PSEUDO } from '../support/pseudo.ts';

/** By how much a page is wider than its window, and what sticks out of it. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return [
      `${scrollWidth - clientWidth} px`,
      ...wide.slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 100)),
    ];
  });
}

for (const [direction, language] of Object.entries(PSEUDO)) {
  describeInBrowser(
    `words half as long again, ${direction}`,
    (desk) => {
      it.each([390, 1280])('no page is wider than its window, %i px', async (width) => {
        const { db } = desk.server().database;
        const article = await newArticle(db, await localMember(db));
        const { annotation } = await tag(db, article, 'About 1,200 people', { tag: 'statistic' });
        const at = `/articles/${article.article.id}`;
        const page = await desk.open('/', { viewport: { width, height: 844 } });
        expect(await page.locator('html').getAttribute('dir')).toBe(direction);
        const paths = [
          '/',
          '/articles/new',
          at,
          `${at}/edit`,
          `${at}/sheet?saved=2`,
          `${at}/annotations/new?sentence=1`,
          '/annotations',
          `/annotations/${annotation.id}`,
          '/imports',
          '/imports/new',
          '/settings',
          '/help',
          '/nowhere',
        ];
        const wide: Record<string, string[]> = {};
        for (const path of paths) {
          await page.goto(new URL(path, page.url()).href);
          const found = await overflow(page);
          if (found.length > 0) wide[path] = found;
        }
        expect(wide).toEqual({});
      });
    },
    {},
    language,
  );
}
