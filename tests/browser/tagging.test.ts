import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';

const TEXT = `The ferry “Osprey” sailed at noon with 212 people aboard, the harbour master said.

“We waited for the tide,” Ines Okafor said, “and then we went.” Nobody was hurt.

A family 👩‍👩‍👧 of three stayed behind. שלום עולם, they wrote on the wall.`;

/** The focused element, as a selector would name it. */
const focused = (page: Page) =>
  page.evaluate(
    () =>
      `${document.activeElement?.tagName.toLowerCase()}[${document.activeElement?.getAttribute('name') ?? document.activeElement?.id}]`,
  );

/** Clicks words in the middle of their first line: between the lines of several stands the paragraph. */
async function clickWords(page: Page, words: Locator): Promise<void> {
  const place = await words.evaluate((element) => {
    // High enough for the card of a phone to lie below.
    element.scrollIntoView({ block: 'start' });
    window.scrollBy({ top: -100 });
    const [line] = element.getClientRects();
    return line && { x: line.left + line.width / 2, y: line.top + line.height / 2 };
  });
  if (!place) throw new Error('the words are not to be seen');
  await page.mouse.click(place.x, place.y);
}

/** Drags over some words of the text. */
async function dragOver(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((wanted) => {
    const section = document.querySelector('.section') as Node;
    const at = section.textContent?.indexOf(wanted) ?? -1;
    if (at < 0) throw new Error(`“${wanted}” is not in the text`);
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let passed = 0; walker.nextNode(); ) {
      const { currentNode } = walker;
      const { length } = currentNode as Text;
      const [start, end] = [at - passed, at + wanted.length - passed];
      if (start >= 0 && start < length) range.setStart(currentNode, start);
      if (end > 0 && end <= length) range.setEnd(currentNode, end);
      passed += length;
    }
    const lines = [...range.getClientRects()];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) throw new Error(`“${wanted}” is not to be seen`);
    return {
      x: first.left,
      y: first.top + first.height / 2,
      toX: last.right,
      toY: last.top + last.height / 2,
    };
  }, words);
  await page.mouse.move(box.x + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.toX - 1, box.toY, { steps: 4 });
  await page.mouse.up();
}

describeInBrowser('tagging', (desk) => {
  it('tags a sentence by keys alone, saves its fields, and comes back to the text', async () => {
    const id = await desk.importText(TEXT, 'By keys');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('span[s0]');
    await page.keyboard.press('s');
    await saved(page);
    await page.locator('.card').waitFor();
    expect(await focused(page)).toBe('span[s0]');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('input[value]');
    await page.keyboard.type('212');
    await page.keyboard.press('Tab');
    await saved(page);
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('span[s0]');
    expect(await page.locator('.entry small').innerText()).toContain('212');
    expect(await page.locator('mark.statistic').first().innerText()).toContain('The ferry');
    expect(await page.locator('#progress').innerText()).toContain('1 of 5');
  });

  it('tags dragged words, trimmed, and shows them in the list', async () => {
    const id = await desk.importText(`${TEXT} By mouse.`);
    const page = await desk.open(`/articles/${id}`);
    await dragOver(page, ' 212 people aboard,');
    expect(await page.locator('#picked').innerText()).toBe('212 people aboard');
    await page.locator('#tag-form button.statistic').click();
    await saved(page);
    expect(await page.locator('mark.statistic').innerText()).toBe('212 people aboard');
    expect(await page.locator('.card .words').innerText()).toContain('212 people aboard');
  });

  it('offers no tag where nothing but white space is selected', async () => {
    const id = await desk.importText(`${TEXT} Nobody knew  \u200B  why.`, 'White space');
    const page = await desk.open(`/articles/${id}`);
    const buttons = page.locator('#tag-form button');
    await dragOver(page, 'knew');
    await page.locator('#picked', { hasText: 'knew' }).waitFor();
    expect(await buttons.first().isDisabled()).toBe(false);
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('#text') as Node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const { index, 0: space = '' } = /(?<=knew)[\s\u200B]+/.exec(node.data) ?? { index: -1 };
        if (index >= 0) document.getSelection()?.setBaseAndExtent(node, index, node, index + space.length);
      }
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#tag-form button')].every((one) => one.matches(':disabled')),
    );
    await page.keyboard.press('c');
    await page.locator('#notice', { hasText: 'There are no words in the selection.' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(0);
  });

  it('joins the two parts of a split quote into one', async () => {
    const id = await desk.importText(`${TEXT} Split.`, 'Split');
    const page = await desk.open(`/articles/${id}`);
    await dragOver(page, '“We waited for the tide,”');
    await page.keyboard.press('q');
    await saved(page);
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await dragOver(page, '“and then we went.”');
    await page.keyboard.press('+');
    await page.locator('.entry', { hasText: '2 parts' }).waitFor();
    expect(await page.locator('mark.quote').count()).toBe(2);
    expect(await page.locator('.entry').count()).toBe(1);
  });

  it('tags emoji and right-to-left words at the right place', async () => {
    const id = await desk.importText(`${TEXT} Emoji.`, 'Emoji');
    const page = await desk.open(`/articles/${id}`);
    await clickWords(page, page.locator('.s', { hasText: 'family' }));
    await page.keyboard.press('c');
    await saved(page);
    expect(await page.locator('mark.claim').innerText()).toBe('A family 👩‍👩‍👧 of three stayed behind.');
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await clickWords(page, page.locator('.s', { hasText: 'שלום' }));
    await page.keyboard.press('q');
    await saved(page);
    expect(await page.locator('mark.quote').innerText()).toBe('שלום עולם, they wrote on the wall.');
  });

  it('undoes and redoes everything, across a reload', async () => {
    const id = await desk.importText(`${TEXT} Undo.`, 'Undo');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await saved(page);
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.locator('.s.nothing').waitFor();
    await page.reload();
    await page.keyboard.press('z');
    await page.locator('.s.nothing').waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await page.locator('mark').waitFor({ state: 'detached' });
    await page.reload();
    await page.keyboard.press('Shift+Z');
    await page.locator('mark.claim').waitFor();
    await page.keyboard.press('Shift+Z');
    await page.locator('.s.nothing').waitFor();
    expect(await page.locator('#redo').isDisabled()).toBe(true);
  });

  it('comes back to what was tagged just like that, instead of tagging it twice', async () => {
    const id = await desk.importText(`${TEXT} Twice.`, 'Twice');
    const page = await desk.open(`/articles/${id}`);
    for (const _press of [1, 2]) {
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('c');
      await page.locator('.card.claim').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.card').waitFor({ state: 'detached' });
    }
    expect(await page.locator('.entry.claim').count()).toBe(1);
  });

  it('moves the ends by words, and deletes', async () => {
    const id = await desk.importText(`${TEXT} Ends.`, 'Ends');
    const page = await desk.open(`/articles/${id}`);
    await dragOver(page, '212 people');
    await page.keyboard.press('s');
    await saved(page);
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('mark', { hasText: '212 people aboard' }).waitFor();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.locator('mark', { hasText: /^people aboard$/ }).waitFor();
    await page.keyboard.press('Delete');
    await page.locator('mark').waitFor({ state: 'detached' });
    expect(await page.locator('.entry').count()).toBe(0);
  });

  it('reaches every one of nested annotations by clicks and by keys', async () => {
    const id = await desk.importText(`${TEXT} Nested.`, 'Nested');
    const page = await desk.open(`/articles/${id}`);
    for (const [words, key] of [
      ['212 people', 's'],
      ['sailed at noon with', 'c'],
    ] as const) {
      await dragOver(page, words);
      await page.keyboard.press(key);
      await saved(page);
      await page.keyboard.press('Escape');
      await page.locator('.card').waitFor({ state: 'detached' });
    }
    // The place in the text is where the last words were tagged, so this sentence is the next and the one before it.
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('q');
    await saved(page);
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await clickWords(page, page.locator('mark.statistic'));
    expect(await page.locator('.entry[aria-current]').getAttribute('class')).toContain('statistic');
    await clickWords(page, page.locator('mark.statistic'));
    expect(await page.locator('.entry[aria-current]').getAttribute('class')).toContain('quote');
    await page.keyboard.press(']');
    expect(await page.locator('.entry[aria-current]').getAttribute('class')).toContain('claim');
    await page.keyboard.press('Enter');
    await page.locator('.card.claim').waitFor();
  });

  it.each([
    ['a wide page', { viewport: { width: 1280, height: 500 } }],
    ['a phone', { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true }],
  ])('moves nothing that the reader did not move, on %s', async (name, options) => {
    const id = await desk.importText(`${TEXT} ${'It was so quiet. '.repeat(150)}`, `Still on ${name}`);
    const page = await desk.open(`/articles/${id}`, options);
    const sentence = page.locator('#s40');
    await clickWords(page, sentence);
    const top = async () => Math.round((await sentence.boundingBox())?.y ?? 0);
    const before = await top();
    await page.locator('#tag-form .quote').click();
    await page.locator('.card').waitFor();
    expect(await top()).toBe(before);
    expect(await focused(page)).toBe('span[s40]');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('input[speaker]');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await top()).toBe(before);
    await page.locator('#open-current').click();
    await page.locator('.card').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await top()).toBe(before);
    expect(await focused(page)).toBe('span[s40]');
  });

  it('goes to the next annotation from where the reader is, and on from there', async () => {
    const id = await desk.importText(`${TEXT} From here.`, 'From here');
    const page = await desk.open(`/articles/${id}`);
    for (const key of ['j', 'c', 'Escape', 'j', 'j', 'q', 'Escape', 'k']) {
      await page.keyboard.press(key);
      if (key === 'c' || key === 'q') await page.locator('.card').waitFor();
      if (key === 'Escape') await page.locator('.card').waitFor({ state: 'detached' });
    }
    await page.keyboard.press(']');
    expect(await page.locator('.entry[aria-current]').getAttribute('class')).toContain('quote');
    expect(await page.locator('#picked').innerText()).toBe('Nobody was hurt.');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('span[s3]');
  });
});
