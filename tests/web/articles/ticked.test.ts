import { beforeAll, expect, test } from 'vitest';
import { newArticle } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';

eachServer('ticked articles', ({ server, cast, db }) => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (let count = 0; count < 3; count += 1) ids.push((await newArticle(db(), cast.alice)).article.id);
  });

  const send = (fields: readonly (readonly [string, string])[], query = '') =>
    server.request(`/articles${query}`, { form: new URLSearchParams(fields.map((field) => [...field])) });
  const ticked = (some: readonly string[]) => some.map((id) => ['article', id] as const);
  const page = async (path: string) => (await server.request(path)).html();
  const listed = async () =>
    (await page('/'))('tbody [name=article]')
      .map((_, box) => box.attribs.value)
      .get();

  test('are given a label, and the list says so with its undo, as it was filtered', async () => {
    const [first = '', second = ''] = ids;
    const fields = [
      ['_method', 'PATCH'],
      ...ticked([first, second]),
      ['new_label', 'Batch 1'],
      ['how', 'add'],
    ];
    const answer = await send(fields as [string, string][], '?state=not-begun&sort=title&order=desc');
    expect(answer.status).toBe(303);
    const address = answer.headers.location ?? '';
    expect(address).toMatch(/^\/\?state=not-begun&sort=title&order=desc&step=[\w-]{36}$/);
    const $ = await page(address);
    expect($('#notice').text()).toContain('2 articles');
    expect($(`tr:has([value="${first}"]) a.label`).text()).toBe('Batch 1');
    expect((await page('/?label=Batch+1'))('tbody tr')).toHaveLength(2);
    const undone = await server.request($('#notice form').attr('action') ?? '', {
      form: { step: $('#notice button').attr('value') ?? '' },
    });
    expect(undone.status).toBe(303);
    const after = await page(undone.headers.location ?? '');
    expect(after('#notice').text()).toContain('as they were on 2 articles');
    expect(after('#notice form')).toHaveLength(0);
    expect(after('a.label')).toHaveLength(0);
  });

  test('are deleted by their button, though the form is one that labels, and come back by undo', async () => {
    const before = await listed();
    const [first = '', second = ''] = ids;
    const fields = [
      ['_method', 'PATCH'],
      ...ticked([first, second]),
      ['new_label', ''],
      ['_method', 'DELETE'],
    ];
    const answer = await send(fields as [string, string][]);
    expect(await listed()).toEqual(before.filter((id) => id !== first && id !== second));
    const $ = await page(answer.headers.location ?? '');
    expect($('#notice').text()).toContain('2 articles were deleted');
    const form = { step: $('#notice button').attr('value') ?? '' };
    await server.request('/articles/undo', { form });
    expect(await listed()).toEqual(before);
  });

  test('of none, or without a label, nothing is changed and that is said', async () => {
    for (const fields of [
      [['_method', 'DELETE']],
      [['_method', 'PATCH'], ...ticked(ids), ['new_label', ' , '], ['how', 'add']],
    ]) {
      const answer = await send(fields as [string, string][]);
      expect(answer.status).toBe(303);
      const $ = await page(answer.headers.location ?? '');
      expect($('#notice').text()).toContain('Nothing changed');
    }
    expect(await listed()).toHaveLength(3);
  });

  test('are exported by the same form', async () => {
    const $ = await page('/');
    const button = $('.ticked [formaction]');
    expect(button.attr('formmethod')).toBe('get');
    const query = new URLSearchParams(ids.slice(0, 2).map((id) => ['article', id]));
    const form = await page(`${button.attr('formaction')}?_method=PATCH&new_label=&${query}`);
    expect(form('.only').text()).toContain('2 selected articles');
    expect(form('.exports [name=article]')).toHaveLength(2);
    expect(form('.exports [name=_method]')).toHaveLength(0);
  });
});
