import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';

const TEXT = `The bridge at Lower Callan was shut for 16 days in May.

“We could see the river through the deck,” the engineer said. It reopened on Friday.`;

describeInBrowser('with scripts off', (desk) => {
  it('codes an article on the sheet: boxes, a part of a sentence, attributes, undo', async () => {
    const id = await desk.importText(TEXT, 'No scripts');
    const page = await desk.open(`/articles/${id}`, { javaScriptEnabled: false });
    await page.locator('.views a', { hasText: 'Sheet' }).click();
    await page.locator('#r1 label', { hasText: 'Claim' }).click();
    await page.locator('#r3 label', { hasText: 'Nothing here' }).click();
    await page.locator('button.primary').click();
    expect(await page.locator('#r1 [name=tick][value="0:claim"]').isChecked()).toBe(true);
    expect(await page.locator('.progress').innerText()).toContain('2 of 3');

    await page.locator('#r1 a', { hasText: 'Part of it' }).click();
    await page.locator('[name=text]').fill('16 days');
    await page.locator('label', { hasText: 'Statistic' }).first().click();
    await page.locator('[name=value]').fill('sixteen');
    await page.locator('button.primary').click();
    expect(await page.locator('.wrong', { hasText: 'is not a number' }).count()).toBe(1);
    expect(await page.locator('[name=text]').inputValue()).toBe('16 days');
    await page.locator('[name=value]').fill('16');
    await page.locator('[name=unit]').fill('day');
    await page.locator('button.primary').click();
    expect(await page.locator('h1').innerText()).toBe('Statistic');
    await page.locator('main a', { hasText: 'No scripts' }).click();
    expect(await page.locator('mark.statistic').innerText()).toBe('16 days');

    await page.locator('#undo').click();
    expect(await page.locator('mark.statistic').count()).toBe(0);
    await page.locator('#redo').click();
    expect(await page.locator('mark.statistic').count()).toBe(1);
  });

  it('opens a refused sheet at its summary, on a phone, and leads from there to the box', async () => {
    const id = await desk.importText(`${TEXT} Refused.`, 'Refused');
    const viewport = { width: 390, height: 700 };
    const page = await desk.open(`/articles/${id}/sheet`, { javaScriptEnabled: false, viewport });
    for (const box of ['#r1-claim', '#r2-quote', '#r2-nothing', '#r4-nothing'])
      await page.locator(box).check();
    await page.locator('button.primary').click();
    const summary = page.locator('#outcome');
    expect(await summary.innerText()).toContain('1 sentence was not saved');
    expect(await summary.innerText()).toContain('2 sentences saved.');
    expect(await page.locator('#outcome:target').count()).toBe(1);
    expect(await page.locator('#r2-quote').isChecked()).toBe(true);
    await summary.locator('a').click();
    const box = await page.locator('#r2-nothing').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(viewport.height);
    await page.locator('#r2-nothing').uncheck();
    await page.locator('button.primary').click();
    expect(await summary.innerText()).toBe('1 sentence saved.');
  });

  it('edits and deletes by plain forms, and shows both sides of a conflict', async () => {
    const id = await desk.importText(`${TEXT} Plain.`, 'Plain forms');
    const page = await desk.open(`/articles/${id}/sheet`, { javaScriptEnabled: false });
    await page.locator('#r2 label', { hasText: 'Quote' }).click();
    await page.locator('button.primary').click();
    await page.locator('#r2 .tagged a').click();
    const address = page.url();
    const other = await page.context().newPage();
    await other.goto(address);
    await other.locator('[name=speaker]').fill('Nadia Brun');
    await other.locator('button[name=done]').click();
    await page.locator('[name=speaker]').fill('an engineer');
    await page.locator('button[name=done]').click();
    expect(await page.locator('.theirs').innerText()).toContain('Nadia Brun');
    expect(await page.locator('[name=speaker]').inputValue()).toBe('an engineer');
    await page.locator('button[name=over]').click();
    await page.goto(address);
    expect(await page.locator('[name=speaker]').inputValue()).toBe('an engineer');
    await page.locator('button[value=end-earlier]').click();
    expect(await page.locator('blockquote').innerText()).toBe(
      '“We could see the river through the deck,” the engineer said',
    );
    await page.locator('button.delete').click();
    expect(await page.locator('mark').count()).toBe(0);
  });
});
