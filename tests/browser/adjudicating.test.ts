import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readCases, wholeOf } from '../../src/actions/adjudication/read-cases.ts';
import type { Member } from '../../src/domain/permission.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';
import { codeArticle, loadFinal } from '../support/adjudicating.ts';
import { type ApartDesk, apartDesk } from '../support/apart.ts';
import { axeFindings } from '../support/axe.ts';
import { type Desk, describeInBrowser } from '../support/browser.ts';
import { importText } from '../support/desk.ts';

const [FIRST, SECOND = FIRST] = BUILT_IN_TAGS;
const STORY =
  'The night ferry was late. Nobody told us. The quay has no roof. It rained. The mayor was away.';
const [LATE, TOLD, ROOF, RAINED, MAYOR] = [
  'The night ferry was late.',
  'Nobody told us.',
  'The quay has no roof.',
  'It rained.',
  'The mayor was away.',
];

describeInBrowser('adjudicating', ({ server, open }: Desk) => {
  let desk: ApartDesk;
  let made = 0;
  const db = () => server().database.db;

  beforeAll(async () => {
    desk = await apartDesk(db(), { coders: 2, articles: 0 });
  });

  /** A new article that both have coded: agreed, differing twice, alone, agreed. Gives its id. */
  async function coded(): Promise<string> {
    made += 1;
    const { article } = await importText(db(), desk.owner, `${STORY}\n\nCopy ${made}.`);
    const [a, b] = desk.coders as [Member, Member];
    const of = (tag: typeof FIRST, words = '') => ({ tag, words });
    await codeArticle(
      db(),
      a,
      article.id,
      [LATE, TOLD, ROOF, RAINED, MAYOR].map((words) => of(FIRST, words)),
    );
    await codeArticle(db(), b, article.id, [
      of(FIRST, LATE),
      of(SECOND, TOLD),
      of(SECOND, ROOF),
      of(FIRST, MAYOR),
    ]);
    return article.id;
  }

  const saved = (page: Page, words: string) => page.waitForSelector(`.progress:has-text("${words}")`);

  async function outcome(articleId: string): Promise<string[]> {
    const { annotations } = await wholeOf(db(), await loadFinal(db(), desk.owner, articleId));
    return annotations.map(({ tag, text }) => `${tag}: ${text}`).sort();
  }

  test('by keys alone: each case is decided, the focus goes on, and what comes out is what was decided', async () => {
    const articleId = await coded();
    const page = await open(`/articles/${articleId}/adjudicate`);
    // Typed as fast as it goes: each key is for the case after the one before it.
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await page.keyboard.press('Shift+Digit1');
    await page.keyboard.press('Shift+Digit2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('0');
    await page.keyboard.press('Enter');
    await saved(page, '5 of 5 cases decided');
    const lines = [
      `${FIRST}: ${LATE}`,
      `${SECOND}: ${TOLD}`,
      `${FIRST}: ${ROOF}`,
      `${SECOND}: ${ROOF}`,
      `${FIRST}: ${MAYOR}`,
    ];
    expect(await outcome(articleId)).toEqual(lines.sort());
    const { cases } = await readCases(db(), await loadFinal(db(), desk.owner, articleId), 'done');
    expect(cases.map(({ decisions: [one] }) => one?.kind)).toEqual([
      'agreed',
      'take',
      'several',
      'none',
      'agreed',
    ]);
    await page.keyboard.press('z');
    await saved(page, '4 of 5 cases decided');
  });

  test('where coders differ Enter chooses nothing, and says so', async () => {
    const page = await open(`/articles/${await coded()}/adjudicate`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#said:has-text("Choose which one to take.")', { state: 'attached' });
    expect(await page.locator('[data-case=decided]').count()).toBe(0);
  });

  test('the focus is on the next case after each decision, also once it is drawn anew, and is said', async () => {
    const page = await open(`/articles/${await coded()}/adjudicate`);
    const cases = page.locator('[data-case]');
    await page.keyboard.press('1');
    await saved(page, '1 of 5 cases decided');
    expect(await cases.nth(1).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.waitForSelector('#said:has-text("1 of 5 cases decided")', { state: 'attached' });
    await page.keyboard.press('e');
    await page.waitForURL(/\/decisions\/new/);
    expect(await page.locator('#marked').inputValue()).toBe(TOLD);
  });

  test('is without findings of axe, light and dark, wide and narrow, and nothing hangs over', async () => {
    const articleId = await coded();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        const page = await open(`/articles/${articleId}/adjudicate`, {
          colorScheme,
          viewport: { width, height: 800 },
        });
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  });
});
