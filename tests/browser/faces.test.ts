import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';

const LATIN =
  'Rain fell on 19 of the 30 days of June, the weather service said. Nobody had seen a wetter one.';
const CYRILLIC =
  'Дождь шёл девятнадцать дней из тридцати, сообщила служба погоды. Никто не помнит такого июня.';

describeInBrowser('faces', (desk) => {
  it.each([
    ['Latin', LATIN, ['source-sans-3-latin', 'source-serif-4-latin']],
    ['Cyrillic', CYRILLIC, ['source-sans-3-latin', 'source-serif-4-cyrillic', 'source-serif-4-latin']],
  ])('of a text in %s letters only what it needs is fetched', async (name, text, expected) => {
    const id = await desk.importText(text, `In ${name} letters`);
    const page = await desk.open('/help');
    const fetched = new Set<string>();
    page.on('request', (request) => {
      const face = /built\/(.+)-[A-Z0-9]+\.woff2$/.exec(request.url())?.[1];
      if (face) fetched.add(face);
    });
    await page.goto(new URL(`/articles/${id}`, page.url()).href);
    await page.evaluate(() => document.fonts.ready);
    expect([...fetched].filter((face) => !face.startsWith('source-sans-3-cyr')).sort()).toEqual(expected);
    expect(await page.evaluate(() => document.fonts.check('19px "Source Serif"'))).toBe(true);
  });
});
