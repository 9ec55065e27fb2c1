import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';

/** 100,000 characters in paragraphs, each with words of its own. */
const LONG = Array.from(
  { length: 500 },
  (_, at) =>
    `Keeper ${word(at)} lit the lamp on the outer rock before dusk. ${'The sea lay flat and grey all around it. '.repeat(3)}Nobody in the harbour saw ${word(at)} come home.`,
).join('\n\n');

/** A name made of letters alone, so that the text engine finds no figures. */
function word(at: number): string {
  return `A${[...String(at)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('o')}a`;
}

/** Scrolls to a part of the text and gives a place of some words there, which may not be drawn yet. */
async function placeIn(page: Page, share: number) {
  return page.evaluate(async (wanted) => {
    // A part that arrives meanwhile puts new blocks in the place of the old ones.
    const find = () => {
      const blocks = [...document.querySelectorAll('.block')];
      return blocks[Math.floor(blocks.length * wanted)];
    };
    // Parts out of sight are laid out as they come into it, and move what stands below.
    for (let frame = 0; frame < 4; frame++) {
      find()?.scrollIntoView({ block: 'center' });
      await new Promise(requestAnimationFrame);
    }
    const block = find();
    const walker = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    if (!(node instanceof Text)) throw new Error('there is no text');
    const range = document.createRange();
    range.setStart(node, 7);
    range.setEnd(node, 45);
    const lines = [...range.getClientRects()];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) throw new Error('the words are not to be seen');
    return {
      words: range.toString().trim(),
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
      section: block?.closest('.section')?.id ?? '',
    };
  }, share);
}

const isDrawn = (page: Page, section: string) =>
  page.waitForFunction((id) => !document.getElementById(id)?.hasAttribute('hx-get'), section);

describeInBrowser('a long article', (desk) => {
  it('keeps a drag, what it selects and the focus while parts of the text arrive', async () => {
    const id = await desk.importText(LONG, 'Long drags');
    const page = await desk.open(`/articles/${id}`);
    let held: Route[] = [];
    const release = async () => {
      for (const route of held.splice(0)) await route.continue();
    };
    await page.route('**/sections/*', async (route) => {
      held = [...held, route];
    });
    for (let drag = 0; drag < 20; drag++) {
      const { words, from, to, section } = await placeIn(page, ((drag * 7 + 3) % 20) / 20);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
      // Parts arrive in the middle of some drags, and after others.
      if (drag % 2 === 0) await release();
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
      await release();
      await isDrawn(page, section);
      const native = await page.evaluate(() => document.getSelection()?.toString().trim());
      expect({ drag, native, picked: await page.locator('#picked').innerText() }).toEqual({
        ...{ drag, native: words },
        picked: words,
      });
    }
    await page.keyboard.press('c');
    await page.locator('mark.claim').waitFor();
    expect(await page.locator('mark.claim').innerText()).toBe(await page.locator('#picked').innerText());
  });

  it('keeps a drag that is held until a part has been drawn under it', async () => {
    const id = await desk.importText(`${LONG}\n\nHeld.`, 'Long held');
    const page = await desk.open('/');
    let isHeld = true;
    const held: Route[] = [];
    await page.route('**/sections/*', async (route) => {
      if (isHeld) held.push(route);
      else await route.continue();
    });
    await page.goto(new URL(`/articles/${id}`, page.url()).href);
    const { words, from, to, section } = await placeIn(page, 0.6);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y, { steps: 3 });
    isHeld = false;
    for (const route of held) await route.continue();
    await isDrawn(page, section);
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    expect(await page.locator('#picked').innerText()).toBe(words);
  });

  it('does not go back to dragged words when a part arrives after the person went on by key', async () => {
    const id = await desk.importText(`${LONG}\n\nWent on.`, 'Long went on');
    const page = await desk.open('/');
    let isHeld = true;
    const held: Route[] = [];
    await page.route('**/sections/*', async (route) => {
      if (isHeld) held.push(route);
      else await route.continue();
    });
    await page.goto(new URL(`/articles/${id}`, page.url()).href);
    const { from, to } = await placeIn(page, 0.01);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.press('j');
    const picked = await page.locator('#picked').innerText();
    isHeld = false;
    for (const route of held) await route.continue();
    await page.evaluate(() => document.querySelectorAll('.section')[6]?.scrollIntoView());
    await isDrawn(page, 'section-6');
    expect(await page.locator('#picked').innerText()).toBe(picked);
  });

  it('jumps to uncoded sentences and annotations without drawing what lies between', async () => {
    const id = await desk.importText(`${LONG}\n\nJumps.`, 'Long jumps');
    const { db } = desk.server().database;
    const sentences = (await db.article.findFirstOrThrow({ where: { id } })).sentenceCount;
    // All are done but one near the end.
    const rest = sentences - 3;
    const { annotatorId, projectId } = await db.membership.findFirstOrThrow();
    await db.sentenceMark.createMany({
      data: Array.from({ length: sentences }, (_, sentence) => ({
        projectId,
        articleId: id,
        lane: 'shared',
        annotatorId,
        sentence,
      })).filter(({ sentence }) => sentence !== rest),
    });
    const page = await desk.open('/');
    // Parts that come near are not drawn: only what the keys ask for.
    await page.route('**/sections/*', () => undefined);
    await page.goto(new URL(`/articles/${id}`, page.url()).href);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/sections')) asked.push(new URL(request.url()).search);
    });
    await page.keyboard.press('j');
    await page.keyboard.press('.');
    await page.locator(`#s${rest}:focus`).waitFor();
    await page.keyboard.press('q');
    await page.locator(`#s${rest} mark.quote`).waitFor();
    expect(asked.filter((search) => search.includes('with=uncoded'))).toHaveLength(1);
    expect(await page.locator('.section[hx-get]').count()).toBeGreaterThan(5);
    await page.keyboard.press('.');
    await page.locator('#said', { hasText: 'No uncoded sentences below' }).waitFor();
    const again = await page.context().newPage();
    await again.route('**/sections/*', () => undefined);
    await again.goto(new URL(`/articles/${id}?at=0`, page.url()).href);
    await again.locator('[data-scripts=on]').waitFor();
    await again.keyboard.press(']');
    await again.locator('.entry.quote[aria-current]').waitFor();
    expect(await again.locator('.section[hx-get]').count()).toBeGreaterThan(5);
  });

  it('does keys that are typed while a part is on its way in their order, each as those before it leave it', async () => {
    const id = await desk.importText(`${LONG}\n\nTyped ahead.`, 'Long typed ahead');
    const { db } = desk.server().database;
    const { sentenceCount } = await db.article.findFirstOrThrow({ where: { id } });
    const { annotatorId, projectId } = await db.membership.findFirstOrThrow();
    await db.sentenceMark.createMany({
      data: Array.from({ length: sentenceCount - 5 }, (_, sentence) => ({
        ...{ projectId, articleId: id, lane: 'shared', annotatorId, sentence },
      })),
    });
    const page = await desk.open('/');
    const held: Route[] = [];
    let isHeld = true;
    await page.route(/\/sections/, async (route) => {
      if (isHeld) held.push(route);
      else await route.continue();
    });
    await page.goto(new URL(`/articles/${id}?at=0`, page.url()).href);
    await page.keyboard.press('j');
    const asked = page.waitForRequest(/with=uncoded/);
    for (const key of ['.', 'w', 'Shift+ArrowRight', 'Shift+ArrowRight', 's']) await page.keyboard.press(key);
    await asked;
    isHeld = false;
    for (const route of held) await route.continue();
    await page.locator(`#s${sentenceCount - 5} mark.statistic`).waitFor();
    expect((await page.locator('mark.statistic').innerText()).split(' ')).toHaveLength(3);
  });
});
