import { expect, it } from 'vitest';
import { exportedCodebook } from '../../src/actions/codebook/read-codebook.ts';
import { DEFAULT_CODEBOOK } from '../../src/domain/codebook/codebook.ts';
import type { CodebookField } from '../../src/domain/codebook/field.ts';
import { describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';

const TEXT = 'The ferry was late. The harbour paid for it.';

const COMMON = { tags: ['claim'], help: '', unit: '', isRequired: false, shownIf: null, isOff: false };

const FIELDS: readonly CodebookField[] = [
  { ...COMMON, key: 'verdict', name: 'Verdict', kind: 'one', choices: ['true', 'false'] },
  { ...COMMON, key: 'topics', name: 'Topics', kind: 'several', choices: ['ports', 'money', 'weather'] },
  {
    ...COMMON,
    key: 'harm',
    name: 'Harm',
    kind: 'line',
    choices: [],
    shownIf: { field: 'verdict', value: 'false' },
  },
];

describeInBrowser('fields of a project’s own', (desk) => {
  const stored = async () =>
    (await desk.server().database.db.annotation.findFirstOrThrow({ where: { deletedAt: null } })).fields;

  it('keep every box that is ticked, also at speed and while the server is slow', async () => {
    const document = exportedCodebook({ ...DEFAULT_CODEBOOK, fields: FIELDS });
    const form = { document, seen: '1', remark: '' };
    expect((await desk.server().request('/projects/desk/codebook', { form })).status).toBe(303);
    const id = await desk.importText(TEXT, 'Boxes');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.locator('.card[data-version="1"]').waitFor();
    await saved(page);
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let waiting = 0;
    await page.route('**/annotations/*', async (route) => {
      if (route.request().method() !== 'GET') {
        waiting += 1;
        await opened;
      }
      await route.continue();
    });
    const box = (name: string) => page.locator(`.card [type=checkbox][value=${name}]`);
    await box('ports').check();
    await box('money').check();
    await box('weather').check();
    await box('money').uncheck();
    await expect.poll(() => waiting).toBe(1);
    open();
    await saved(page);
    expect(await stored()).toEqual({ topics: ['ports', 'weather'] });
    expect(await box('money').isChecked()).toBe(false);
    expect(await box('weather').isChecked()).toBe(true);
    await box('ports').uncheck();
    await box('weather').uncheck();
    await saved(page);
    expect(await stored()).toBeNull();
  });

  it('come into sight where another one calls for them', async () => {
    const id = await desk.importText(TEXT, 'Called for');
    const page = await desk.open(`/articles/${id}`);
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.locator('.card[data-version="1"]').waitFor();
    await page.keyboard.press('Enter');
    const harm = page.locator('.card [name="field_harm"]');
    await harm.waitFor({ state: 'hidden' });
    await page.locator('.card [name="field_verdict"]').selectOption('false');
    await harm.waitFor({ state: 'visible' });
  });
});
