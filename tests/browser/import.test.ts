import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { startSite, type WebSite } from '../support/web-site.ts';

const page = (number: string) => `<!doctype html><html lang="en"><head><title>Ferry is late</title>
<meta name="author" content="Edda Lund"></head><body><article><h1>Ferry is late</h1>
<p>The ferry ${number} was late again on Monday, the harbour office said. Forty people waited on the pier in the rain.</p>
<h2>What comes next</h2>
<p>A second boat is to sail from June, and the old one is to be overhauled in the yard at Lower Callan over the winter.</p>
</article></body></html>`;

const answer: RequestListener = (request, response) => {
  const number = /^\/ferry\/(\d+)$/.exec(request.url ?? '')?.[1];
  if (number) response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(number));
  else response.writeHead(404).end();
};

let site: WebSite;
beforeAll(async () => {
  site = await startSite(answer);
});
afterAll(() => site.close());

const address = (on: Page) => on.locator('[name=address]');
const textOf = (on: Page) => on.locator('[name=text]');

describeInBrowser(
  'importing an article',
  (desk) => {
    it('fetches a page by Enter, shows it for correction, and stores it on Import', async () => {
      const on = await desk.open('/articles/new?way=fetch');
      await address(on).fill(`${site.url}/ferry/1`);
      await address(on).press('Enter');
      await on.locator('#import-state p').waitFor();
      expect(await textOf(on).inputValue()).toContain('## What comes next');
      expect(await on.locator('[name=title]').inputValue()).toBe('Ferry is late');
      expect(await on.locator('#preview h3').innerText()).toBe('Ferry is late');
      await on.locator('[name=byline]').fill('E. Lund');
      await on.locator('[name=byline]').press('Enter');
      await on.locator('#text').waitFor();
      expect(await on.locator('.byline').innerText()).toContain('E. Lund');
      expect(await on.locator('#text h2').innerText()).toBe('What comes next');
      await on.locator('.byline a', { hasText: 'Details' }).click();
      const [download] = await Promise.all([
        on.waitForEvent('download'),
        on.locator('.source a').first().click(),
      ]);
      expect(download.suggestedFilename()).toBe('1.html');
    });

    it.each([true, false])(
      'says why a page cannot be fetched, and takes its text, scripts: %s',
      async (scripts) => {
        const on = await desk.open('/articles/new?way=fetch', { javaScriptEnabled: scripts });
        await address(on).fill(`${site.url}/nothing`);
        await on.getByRole('button', { name: 'Fetch' }).click();
        await on.locator('#f-address-error', { hasText: '404' }).waitFor();
        await on.getByRole('link', { name: 'Paste the text instead' }).click();
        expect(await on.locator('[name=url]').inputValue()).toBe(`${site.url}/nothing`);
        await textOf(on).fill(`Pasted instead, scripts ${scripts}.`);
        await on.locator('button.primary').click();
        await on.locator('#text').waitFor();
      },
    );

    it('fetches again after a failure, and imports, without scripts', async () => {
      const on = await desk.open('/articles/new', { javaScriptEnabled: false });
      await on.getByRole('link', { name: 'Web address' }).click();
      await address(on).fill(`${site.url}/nothing`);
      await address(on).press('Enter');
      expect(await on.locator('#f-address-error').innerText()).toContain('404');
      await address(on).fill(`${site.url}/ferry/4`);
      await on.getByRole('button', { name: 'Fetch' }).click();
      expect(await on.locator('#import-state').innerText()).toContain('nothing is saved yet');
      await on.locator('[name=title]').fill('Without scripts');
      await on.locator('[name=title]').press('Enter');
      expect(await on.locator('h1').innerText()).toBe('Without scripts');
    });

    it('previews a paste beside it at once', async () => {
      const on = await desk.open('/articles/new');
      await textOf(on).fill('# Pasted\n\nBy Edda Lund\n\n4 March 2025\n\nThe ferry was late. Forty waited.');
      await textOf(on).blur();
      await on.locator('#preview h3', { hasText: 'Pasted' }).waitFor();
      expect(await on.locator('#preview').innerText()).toContain('2 sentences');
      expect(await on.locator('[name=byline]').inputValue()).toBe('Edda Lund');
    });

    it('reads the details of a chosen file, and takes them back where there are several', async () => {
      const on = await desk.open('/articles/new?way=upload');
      const file = (number: string) => ({
        name: `${number}.html`,
        mimeType: 'text/html',
        buffer: Buffer.from(page(number)),
      });
      await on.locator('[name=file]').setInputFiles([file('5')]);
      await expect.poll(() => on.locator('[name=title]').inputValue()).toBe('Ferry is late');
      await on.locator('[name=file]').setInputFiles([file('5'), file('6')]);
      await expect.poll(() => on.locator('[name=title]').inputValue()).toBe('');
      await on.locator('button.primary').click();
      await on.waitForURL(/\/imports\/[\w-]+$/);
    });

    it.each(['light', 'dark'] as const)('axe finds nothing in a fetched form in %s', async (colorScheme) => {
      const on = await desk.open('/articles/new?way=fetch', {
        colorScheme,
        viewport: { width: 390, height: 844 },
      });
      await address(on).fill(`${site.url}/ferry/7`);
      await address(on).press('Enter');
      await on.locator('#import-state p').waitFor();
      expect(await axeFindings(on)).toEqual([]);
      const isWide = await on.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(isWide).toBe(false);
    });
  },
  { FETCH_LOOPBACK: 'allow' },
);
