import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Language } from '../../src/messages/language.ts';
import { readAssets } from '../../src/web/assets.ts';
import { findChromium } from './chromium.ts';
import { askShared } from './shared.ts';
import { startTestServer, type TestServer } from './web.ts';

export interface Desk {
  /** The server of this test, with an empty project. */
  server(): TestServer;
  /** Opens a page in a context of its own; an error in its console fails the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a whole address, as `open` does. */
  openAt(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Imports a text and gives the article's id. */
  importText(text: string, title?: string): Promise<string>;
}

/** Tests in Chromium. Where there is none they say so; in CI that is a failure. */
export function describeInBrowser(
  name: string,
  suite: (desk: Desk) => void,
  settings: Readonly<Record<string, string>> = {},
  language?: Language,
): void {
  const executablePath = findChromium();
  if (!executablePath && process.env.CI)
    throw new Error('CI runs the browser tests, and there is no Chromium.');
  if (!executablePath) console.warn(`Left out, as no Chromium was found (set CHROMIUM_PATH): ${name}`);
  describe.skipIf(!executablePath)(name, () => {
    let browser: Browser;
    let server: TestServer;
    const problems: string[] = [];
    beforeAll(async () => {
      browser = await chromium.connect(await askShared('chromium'));
      server = await startTestServer({
        assets: await readAssets(join(process.cwd(), 'public/built')),
        settings,
        ...(language && { language }),
      });
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      const said = problems.splice(0);
      if (said.length > 0) throw new Error(`The page's console says: ${said.join('\n')}`);
    });
    suite({
      server: () => server,
      open: (path, options) => openPage(browser, `${server.url}${path}`, problems, options),
      openAt: (url, options) => openPage(browser, url, problems, options),
      importText: (text, title) => importText(server, text, title),
    });
  });
}

async function openPage(browser: Browser, url: string, problems: string[], options?: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Chromium calls every refused form an error, and a request that a test has cut off on purpose.
    const isWanted = /status of 4\d\d|net::ERR_|Failed to fetch/.test(message.text());
    if (message.type() === 'error' && !isWanted) problems.push(message.text());
  });
  await page.goto(url);
  return page;
}

async function importText(server: TestServer, text: string, title?: string): Promise<string> {
  const answer = await server.request('/articles', { form: { text, ...(title && { title }) } });
  const id = /\/articles\/([^?/]+)/.exec(answer.headers.location ?? '')?.[1];
  if (!id) throw new Error(`import answered ${answer.status}`);
  return id;
}
