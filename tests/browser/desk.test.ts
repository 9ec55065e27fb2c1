import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';

const ARTICLE = `# The ferry is late again

By Mara Lindqvist

March 4, 2025

The ferry was late on Tuesday. “Nobody told us,” Ines Okafor said.`;

async function paste(page: Page, words: string): Promise<void> {
  await page.locator('[name=text]').focus();
  await page.evaluate((text) => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.select();
    document.execCommand('insertText', false, text);
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
  }, words);
}

describeInBrowser('the pages around the reading page', (desk) => {
  let id = '';
  beforeAll(async () => {
    id = await desk.importText(ARTICLE);
    await desk.importText('Another one, without much. It has <b>two</b> sentences.');
  });

  for (const [colorScheme, width] of [
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
  ] as const) {
    it(`hold nothing that axe finds: ${colorScheme}, ${width} px wide`, async () => {
      const page = await desk.open('/', { colorScheme, viewport: { width, height: 800 } });
      const paths = [
        '/',
        '/?q=nowhere',
        '/?q=ferry&sort=title',
        `/?deleted=${id}`,
        '/articles/new',
        '/articles/new?way=upload',
        '/articles/new?way=fetch',
        '/exports/new',
        `/articles/${id}/edit`,
      ];
      for (const path of [...paths, '/settings', '/help']) {
        await page.goto(desk.server().url + path);
        expect(await axeFindings(page), path).toEqual([]);
        expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth), path).toBe(true);
      }
      await page.goto(`${desk.server().url}/articles/new`);
      await page.fill('[name=url]', 'nowhere');
      await page.click('text="Import"');
      await page.locator('#f-url-error:not(:empty)').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
  }

  it('fill in the details of a paste, but never what was typed', async () => {
    const page = await desk.open('/articles/new');
    await page.fill('[name=byline]', 'Typed by hand');
    await paste(page, ARTICLE);
    await expect.poll(() => page.inputValue('[name=title]')).toBe('The ferry is late again');
    expect(await page.inputValue('[name=published]')).toBe('2025-03-04');
    expect(await page.inputValue('[name=byline]')).toBe('Typed by hand');
    await paste(page, '# Another story\n\nBy Ines Okafor\n\nMarch 5, 2025\n\nOther words stand here.');
    await expect.poll(() => page.inputValue('[name=title]')).toBe('Another story');
    expect(await page.inputValue('[name=published]')).toBe('2025-03-05');
    expect(await page.inputValue('[name=byline]')).toBe('Typed by hand');
    await page.click('text="Import"');
    await page.waitForURL(/\/articles\/[\w-]{36}$/);
    expect(await page.locator('h1').textContent()).toBe('Another story');
  });

  it('say what is wrong with a file as soon as it is chosen', async () => {
    const page = await desk.open('/articles/new?way=upload');
    const picture = {
      name: 'x.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    };
    await page.setInputFiles('[name=file]', picture);
    await page.locator('#f-file-error', { hasText: 'image' }).waitFor();
  });

  it('import, check, correct, delete and undo without scripts', async () => {
    const page = await desk.open('/', { javaScriptEnabled: false });
    await page.click('text="Import articles"');
    await page.click('text="Upload files"');
    await page.setInputFiles('[name=file]', {
      name: 'story.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# No scripts\n\nBy Mara Lindqvist\n\nMarch 6, 2025\n\nWords of a file.'),
    });
    await page.click('button:text("Preview")');
    expect(await page.locator('#preview h3').textContent()).toBe('No scripts');
    expect(await page.inputValue('[name=title]')).toBe('No scripts');
    expect(await page.inputValue('[name=text]')).toContain('Words of a file.');
    await page.fill('[name=title]', 'None at all');
    await page.click('text="Import"');
    await page.click('text="Details"');
    await page.fill('[name=publication]', 'The Coastal Record');
    await page.click('text="Save"');
    await page.click('text="Details"');
    expect(await page.inputValue('[name=publication]')).toBe('The Coastal Record');
    expect(await page.inputValue('[name=title]')).toBe('None at all');
    await page.click('text="Delete this article"');
    expect(await page.locator('#notice').textContent()).toContain('None at all');
    expect(await page.locator('tbody', { hasText: 'None at all' }).count()).toBe(0);
    await page.click('#notice button');
    expect(await page.locator('tbody', { hasText: 'None at all' }).count()).toBe(1);
  });

  it('tick articles, label them and take that back, by keys alone', async () => {
    for (const name of ['One', 'Two']) await desk.importText(`Keys ${name}. It has words.`, `Keys ${name}`);
    const page = await desk.open('/?q=keys');
    const tools = page.locator('.ticked .tools');
    expect(await tools.isVisible()).toBe(false);
    await page.locator('[data-tick-all]').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('tbody :checked').count()).toBe(2);
    expect(await tools.isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[name=new_label]').focus();
    await page.keyboard.type('Batch 1');
    await page.keyboard.press('Enter');
    await page.locator('#notice button').waitFor();
    expect(await page.locator('a.label').allTextContents()).toEqual(['Batch 1', 'Batch 1']);
    await page.locator('#notice button').press('Enter');
    await page.locator('#notice', { hasText: 'as they were' }).waitFor();
    expect(await page.locator('a.label').count()).toBe(0);
    await page.locator('tbody [name=article]').first().press('Space');
    expect(await page.locator('[data-tick-all]').evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(
      true,
    );
  });
});
