// A study from its first tag to its file: two coders code an article blind, the lead reads how far they agree, decides
// every case, and exports what was decided.

import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type ApartDesk, apartDesk } from '../support/apart.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { importText } from '../support/desk.ts';
import { saved } from '../support/saved.ts';
import { DESK_KEY } from '../support/sign-in-desk.ts';
import { letSignIn, PASSWORD, signedIn } from '../support/signed-in.ts';

const SENTENCES = ['The ferry was late.', 'It rained all day.', 'The quay has no roof.', 'Nobody was hurt.'];

describeInBrowser(
  'a study',
  (desk) => {
    const db = () => desk.server().database.db;
    let people: ApartDesk;
    let articleId = '';

    beforeAll(async () => {
      people = await apartDesk(db(), { coders: 2, articles: 0 });
      await letSignIn(db(), people.owner.accountId, 'lead', true);
      for (const [at, { accountId }] of people.coders.entries())
        await letSignIn(db(), accountId, `coder${at}`);
      const text = `title: A night at the quay\n\n${SENTENCES.join(' ')}`;
      articleId = (await importText(db(), people.owner, text)).article.id;
    });

    async function signedInAs(name: string, path: string, options: Parameters<typeof desk.open>[1] = {}) {
      const page = await desk.open(`/sign-in?next=${encodeURIComponent(path)}`, options);
      await page.getByLabel('E-mail address or name').fill(name);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL((url) => url.pathname === new URL(path, url).pathname);
      return page;
    }

    /** Codes the article by keys, as somebody who sees nothing of the other, and says that it is done. */
    async function codes(name: string, keys: string): Promise<void> {
      const page = await signedInAs(name, `/articles/${articleId}`);
      expect(await page.locator('mark').count()).toBe(0);
      for (const key of keys) await page.keyboard.press(key);
      await saved(page);
      const coder = await signedIn(desk.server(), name);
      const path = `/articles/${articleId}/completion`;
      expect((await coder.request(path, { form: { rest: 'nothing' } })).status).toBe(303);
      await page.context().close();
    }

    const shown = async (page: Page) => {
      await page.locator('.summary').waitFor();
      return page.locator('.summary').innerText();
    };

    test('goes from two blind codings over their agreement to the decisions in the file', async () => {
      await codes('coder0', 'jcjc');
      await codes('coder1', 'jcjjc');
      const page = await signedInAs('lead', '/projects/desk/agreement');
      expect(await shown(page)).toContain('On 4 sentences');
      expect(await shown(page)).toContain('agree on whether there is a claim in 50 %');
      await page.getByRole('link', { name: '2 sentences on which coders differ' }).click();
      const differing = page.locator('.found-sentences .words');
      await differing.first().waitFor();
      expect(await differing.allInnerTexts()).toEqual([SENTENCES[1], SENTENCES[2]]);
      await page.getByRole('link', { name: 'Adjudicate this article' }).click();
      await page.waitForURL('**/adjudicate');
      for (const key of ['Enter', '1', '0']) await page.keyboard.press(key);
      await page.locator('.progress', { hasText: '3 of 3 cases decided' }).waitFor();
      await page.getByRole('button', { name: 'Finish the final coding' }).click();
      await expect
        .poll(async () => (await db().coding.findFirst({ where: { articleId, lane: 'final' } }))?.state, {
          timeout: 600_000,
        })
        .toBe('done');
      const lead = await signedIn(desk.server(), 'lead');
      const file = await lead.request(`/annotations.csv?coding=final&raw=1`);
      const rows = parse(file.text, { columns: true }) as Record<string, string>[];
      expect(rows.map((row) => [row.tag, row.text])).toEqual([
        ['claim', SENTENCES[0]],
        ['claim', SENTENCES[1]],
      ]);
    });

    test.each([
      ['light', 1280],
      ['dark', 390],
    ] as const)('reads without findings of axe in %s, %s px wide', async (colorScheme, width) => {
      const page = await signedInAs('lead', '/projects/desk/agreement', {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await shown(page);
      const lead = await signedIn(desk.server(), 'lead');
      const comments = `/articles/${articleId}/comments`;
      for (const body of ['Is it one?', 'See above.'])
        expect((await lead.request(comments, { form: { sentence: '1', body } })).status).toBe(303);
      for (const path of [
        comments,
        `${comments}?sentence=1&lane=cases`,
        `/articles/${articleId}/adjudicate`,
        '/projects/desk/comments',
        '/projects/desk/agreement',
        '/projects/desk/agreement/sentences?tag=claim',
        '/projects/desk/adjudication',
        '/projects/desk/codebook',
        '/projects/desk/codebook/edit',
        '/projects/desk/codebook/versions',
        '/projects/desk/split',
      ]) {
        await page.goto(new URL(path, page.url()).href);
        expect({ path, found: await axeFindings(page) }).toEqual({ path, found: [] });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  },
  { ACCOUNTS: 'on', DESK_KEY },
);
