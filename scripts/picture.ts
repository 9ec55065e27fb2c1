// npm run picture: takes the pictures of the README anew. A desk of its own, which holds the sample article
// alone, is marked up by keys, as a reader would do it; docs/img/ gets the reading page in light and in dark.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../bench/browser.ts';
import { startDesk } from '../bench/desk-process.ts';
import { packageRoot } from '../src/store/package-root.ts';

/**
 * What is made of each sentence: a key that tags it, or the beginnings of those of its suggestions that are
 * accepted.
 */
const WORK: readonly TaggingStep[] = [
  ['The first boat came in', ['statistic more than 1,900', 'statistic about 60']],
  ['I heard them before', ['quote “I heard them before']],
  ['No herring had been landed', 'c'],
  ['In its best year', ['statistic 212 boats', 'statistic nearly 9 million']],
  ['17 boats had asked', ['statistic 17 boats']],
  ['The quay, he warned', 'n'],
];

type TaggingStep = readonly [words: string, does: string | readonly string[]];

const VIEWPORT = { width: 1240, height: 800 };
const PICTURES = { light: 'reading-page.png', dark: 'reading-page-dark.png' } as const;

const folder = await mkdtemp(join(tmpdir(), 'on-record-picture-'));
const desk = await startDesk(folder);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1.5 });
  await page.goto(desk.url);
  await page.locator('.articles th a').first().click();
  for (const [words, does] of WORK) {
    await goTo(page, words);
    if (typeof does === 'string') await press(page, does);
    else await judge(page, does);
  }
  await openCard(page);
  for (const scheme of ['light', 'dark'] as const) await photograph(page, scheme);
} finally {
  await browser.close();
  await desk.stop();
  await rm(folder, { recursive: true });
}

/** Goes down the text, sentence by sentence, until the one with these words is selected. */
async function goTo(page: Page, words: string): Promise<void> {
  const picked = page.locator('#picked');
  for (let step = 0; step < 100; step++) {
    if ((await picked.textContent())?.includes(words)) return;
    await page.keyboard.press('j');
  }
  throw new Error(`no sentence of the sample article holds “${words}”`);
}

/** Accepts or dismisses what is suggested in the selected sentence, one after another. */
async function judge(page: Page, accepted: readonly string[]): Promise<void> {
  for (let said = await suggested(page); said; said = await suggested(page)) {
    await press(page, accepted.some((beginning) => said?.startsWith(beginning)) ? 'a' : 'x');
  }
}

/** The tag and the words of the suggestion that is offered, if one is. */
async function suggested(page: Page): Promise<string | undefined> {
  const form = page.locator('#suggestion-form');
  if (await form.isHidden()) return undefined;
  const key = await form.locator('[name=suggestion]').inputValue();
  const words = await page.locator(`[data-suggestion="${key}"]`).allTextContents();
  return `${key.split(':')[0]} ${words.join('')}`;
}

/** Presses a key that saves something, and goes back to the text once it is saved. */
async function press(page: Page, key: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press(key);
  await answered;
  await page.locator('#save-state', { hasText: /^Saved$/ }).waitFor();
  if ((await page.locator('.card').count()) === 0) return;
  await page.keyboard.press('Escape');
  await page.locator('.card').waitFor({ state: 'detached' });
}

/** Opens the first annotation in the list, with the next suggestion in sight. */
async function openCard(page: Page): Promise<void> {
  await goTo(page, 'Between 2017 and 2023');
  await page.locator('.entry a').first().click();
  await page.locator('.card').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0));
}

async function photograph(page: Page, colorScheme: keyof typeof PICTURES): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const path = join(packageRoot(), 'docs/img', PICTURES[colorScheme]);
  await page.screenshot({ path });
  console.log(`wrote ${path}`);
}
