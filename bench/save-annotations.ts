import type { Browser, Page } from 'playwright-core';
import type { Bench, Row } from './bench.ts';
import { fillDataFolder } from './fill-database.ts';
import { duration, quantile, type Result, rounded } from './result.ts';

/** A page to press keys on, and how often. */
interface SavePlace {
  readonly address: string;
  readonly presses: number;
}

/**
 * One press, in ms: from the key to the painted mark and the word “Saved”, and what of it the server took.
 */
interface Press {
  readonly all: number;
  readonly server: number;
}

export const save: Row = {
  name: 'save',
  async measure(bench) {
    const wishes = [1, 2, 3].map((seed) => ({ length: 5000, annotations: 100, seed }));
    const { url, ids } = await deskWith(bench, wishes);
    const places = ids.map((id) => ({ address: `${url}/articles/${id}`, presses: 22 }));
    return [await measureSaving(bench, 'a 5,000-character article', 60, places)];
  },
};

export const saveLong: Row = {
  name: 'save-long',
  async measure(bench) {
    const { url, ids } = await deskWith(bench, [{ length: 1_000_000, annotations: 20_000, seed: 1 }]);
    const places = [0, 500_000, 900_000].map((at) => ({
      address: `${url}/articles/${ids[0]}?at=${at}`,
      presses: 22,
    }));
    return [await measureSaving(bench, 'a 1,000,000-character article', 80, places)];
  },
};

async function deskWith(bench: Bench, wishes: Parameters<typeof fillDataFolder>[1]) {
  const folder = await bench.folder('data');
  bench.say('generating');
  const { ids } = await fillDataFolder(folder, wishes);
  const { url } = await bench.desk(folder);
  return { url, ids };
}

async function measureSaving(
  bench: Bench,
  what: string,
  aim: number,
  places: readonly SavePlace[],
): Promise<Result> {
  const browser = await bench.browser();
  const presses: Press[] = [];
  for (const place of places) {
    bench.say(`pressing ${place.presses} keys`);
    presses.push(...(await pressKeys(browser, place)));
  }
  const all = presses.map((press) => press.all);
  const server = presses.map((press) => press.server);
  const [p50, p95] = [quantile(all, 0.5), quantile(all, 0.95)];
  const [server50, server95] = [quantile(server, 0.5), quantile(server, 0.95)];
  return {
    work: `key press to saved and painted, ${what}`,
    aim: `p95 ≤ ${aim} ms`,
    figure: `p95 ${duration(p95)}, p50 ${duration(p50)}; of it the server p95 ${duration(server95)}, p50 ${duration(server50)}`,
    met: p95 <= aim,
    numbers: rounded({ p50, p95, server50, server95, presses: presses.length }),
  };
}

/** The first presses on a page warm it and the server up; they are not counted. */
const WARM_UP = 3;

async function pressKeys(browser: Browser, { address, presses }: SavePlace): Promise<Press[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(timePresses);
  await page.goto(address);
  await page.locator('html[data-scripts=on]').waitFor();
  const timed: Press[] = [];
  for (let press = 0; press < presses + WARM_UP; press++) {
    await page.keyboard.press('j');
    await page.locator('#tag-form [value=claim]:enabled').waitFor();
    await settle(page);
    const said = page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('saved '),
    });
    await page.keyboard.press('c');
    const [all = NaN, server = NaN] = (await said).text().split(' ').slice(1).map(Number);
    if (press >= WARM_UP) timed.push({ all, server });
    await page.keyboard.press('Escape');
    await page.locator('.entry.card').waitFor({ state: 'detached' });
  }
  await context.close();
  return timed;
}

/** People press a key when the page has come to rest. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(60);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })));
}

/**
 * Runs in the page. Painted is the first task behind the frame in which both the mark and the word “Saved”
 * stood; the server's part is from the request's start to the first byte of the answer.
 */
function timePresses(): void {
  let start = 0;
  const report = () => {
    const [request] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/annotations')) as PerformanceResourceTiming[];
    const server = request ? request.responseStart - request.requestStart : NaN;
    console.debug(`saved ${performance.now() - start} ${server}`);
    start = 0;
  };
  const check = () => {
    const id = document.querySelector<HTMLElement>('.entry.card')?.dataset.annotation;
    const isSaved = document.getElementById('save-state')?.textContent === 'Saved';
    if (!isSaved || !id || !document.getElementById(`m-${id}`)) return requestAnimationFrame(check);
    return requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = report;
      port2.postMessage(null);
    });
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'c' || start > 0) return;
      start = event.timeStamp;
      performance.clearResourceTimings();
      const state = document.getElementById('save-state');
      if (!state) return;
      state.textContent = '';
      const observer = new MutationObserver(() => {
        if (state.textContent !== 'Saved') return;
        observer.disconnect();
        check();
      });
      observer.observe(state, { childList: true, characterData: true, subtree: true });
    },
    { capture: true },
  );
}
