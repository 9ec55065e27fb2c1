import type { Browser, Page } from 'playwright-core';
import type { Bench, Row } from './bench.ts';
import { launchBrowser } from './browser.ts';
import { fillDataFolder } from './fill-database.ts';
import type { GeneratedArticle } from './generate-article.ts';
import { duration, median, type Result, rounded } from './result.ts';
import { serveStaticPage } from './static-page.ts';

interface Size {
  readonly length: number;
  readonly annotations: number;
  /** The most that opening may take, in times of the static page. */
  readonly aim: number;
  readonly rounds: number;
}

/** The common case: a story of the day, well marked. */
export const openShort: Row = {
  name: 'open-short',
  measure: (bench) => measureOpening(bench, { length: 10_000, annotations: 200, aim: 1.5, rounds: 9 }),
};

export const open: Row = {
  name: 'open',
  measure: (bench) => measureOpening(bench, { length: 100_000, annotations: 2000, aim: 1.5, rounds: 9 }),
};

export const openLong: Row = {
  name: 'open-long',
  measure: (bench) =>
    measureOpening(bench, { length: 1_000_000, annotations: 20_000, aim: 1, rounds: 5 }, measureReaching),
};

/** What must stand in a page before it is usable. */
const USABLE = {
  desk: ['html[data-scripts=on]', '.section mark', '#entries .entry'],
  static: ['mark', 'ol li'],
};

type AlsoMeasure = (browser: Browser, address: string, article: GeneratedArticle) => Promise<Result[]>;

async function measureOpening(bench: Bench, size: Size, also?: AlsoMeasure): Promise<Result[]> {
  const folder = await bench.folder('data');
  bench.say('generating the article');
  const { ids, articles } = await fillDataFolder(folder, [{ ...size, seed: 1 }]);
  const [id = '', article] = [ids[0], articles[0]];
  if (!article) throw new Error('nothing was generated');
  const page = await serveStaticPage(await bench.folder('static'), article);
  bench.onEnd(page.close);
  const desk = await bench.desk(folder);
  const address = `${desk.url}/articles/${id}`;
  bench.say(`opening both pages ${size.rounds + 1} times each`);
  const times = await alternate(size, { desk: address, static: page.url });
  return [resultOf(size, times), ...((await also?.(await bench.browser(), address, article)) ?? [])];
}

type Kind = keyof typeof USABLE;

/** Opens both pages in turns, the first time only to warm up the server. */
async function alternate(size: Size, addresses: Record<Kind, string>) {
  const times: Record<Kind, number[]> = { desk: [], static: [] };
  for (let round = 0; round <= size.rounds; round++) {
    const kinds: Kind[] = round % 2 === 0 ? ['desk', 'static'] : ['static', 'desk'];
    for (const kind of kinds) {
      const time = await timeToUsable(addresses[kind], kind, size.annotations);
      if (round > 0) times[kind].push(time);
    }
  }
  return times;
}

/**
 * From the start of the navigation, in a browser just started, in ms: a first visit has neither files nor faces
 * at hand.
 */
async function timeToUsable(url: string, kind: Kind, annotations: number): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(reportWhenUsable, USABLE[kind]);
    const said = page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('usable '),
    });
    await page.goto(url, { waitUntil: 'commit' });
    const time = Number((await said).text().slice('usable '.length));
    await checkIsComplete(page, kind, annotations);
    return time;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function reportWhenUsable(selectors: readonly string[]): void {
  const check = () => {
    if (!selectors.every((selector) => document.querySelector(selector))) {
      requestAnimationFrame(check);
      return;
    }
    requestAnimationFrame(() => requestAnimationFrame(() => console.debug(`usable ${performance.now()}`)));
  };
  document.addEventListener('DOMContentLoaded', check);
}

/**
 * A page that lacks some of the annotations must not be called quick: a short article has them all at once.
 */
async function checkIsComplete(page: Page, kind: Kind, annotations: number): Promise<void> {
  const selector = kind === 'desk' ? '#entries .entry' : 'ol li';
  const { entries, waiting } = await page.evaluate(
    (wanted) => ({
      entries: document.querySelectorAll(wanted).length,
      waiting: document.querySelectorAll('#entries .waiting').length,
    }),
    selector,
  );
  if (waiting === 0 && entries !== annotations)
    throw new Error(`${entries} of ${annotations} annotations on the page`);
}

function resultOf({ length, annotations, aim }: Size, times: Record<Kind, number[]>): Result {
  const [desk, plain] = [median(times.desk), median(times.static)];
  const ratio = desk / plain;
  return {
    work: `open ${length.toLocaleString('en')} characters, ${annotations.toLocaleString('en')} annotations, until usable`,
    aim: `≤ ${aim} × static`,
    figure: `${ratio.toFixed(2)} × (${duration(desk)} to ${duration(plain)})`,
    met: ratio <= aim,
    numbers: rounded({ ratio, desk, static: plain, rounds: times.desk.length }),
  };
}

/** Whether the end of a long article can be found and reached, and how soon. */
async function measureReaching(
  browser: Browser,
  address: string,
  article: GeneratedArticle,
): Promise<Result[]> {
  const found: number[] = [];
  const shown: number[] = [];
  for (const words of wordsNearTheEnd(article)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('html[data-scripts=on]').waitFor();
    found.push(await timeToFind(page, words));
    shown.push(await timeToShow(page));
    await context.close();
  }
  const line = (work: string, times: readonly number[]): Result => ({
    work,
    aim: null,
    figure: `${duration(median(times))} (worst ${duration(Math.max(...times))})`,
    met: null,
    numbers: rounded({ median: median(times), worst: Math.max(...times), rounds: times.length }),
  });
  return [
    line('… words near its end, from typing them to the answer', found),
    line('… from following that answer to its mark in view', shown),
  ];
}

/** Words of annotations in the last part that stand nowhere else. */
function wordsNearTheEnd({ text, annotations }: GeneratedArticle): string[] {
  const last = annotations.slice(-400).filter(({ parts }) => parts.length === 1);
  const only = last.filter(
    (annotation) => text.indexOf(annotation.text) === text.lastIndexOf(annotation.text),
  );
  return only.slice(-5).map((annotation) => annotation.text);
}

async function timeToFind(page: Page, words: string): Promise<number> {
  const find = page.locator('#find');
  await find.focus();
  const start = performance.now();
  await page.keyboard.insertText(words);
  await page.locator('#found li a[href*="#m-"]').first().waitFor();
  return performance.now() - start;
}

async function timeToShow(page: Page): Promise<number> {
  const link = page.locator('#found li a[href*="#m-"]').first();
  const id = (await link.getAttribute('href'))?.split('#').at(-1) ?? '';
  const start = performance.now();
  await link.click();
  await page.waitForFunction((mark) => {
    const place = document.getElementById(mark)?.getBoundingClientRect();
    return place !== undefined && place.bottom > 0 && place.top < innerHeight;
  }, id);
  return performance.now() - start;
}
