import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../../src/domain/permission.ts';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { type ApartDesk, apartDesk } from '../../support/apart.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const PAGE = '/projects/desk/assignments';
const PROGRESS = '/projects/desk/progress';

describe.each(databases)('assignments on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let desk: ApartDesk;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    db = server.database.db;
    desk = await apartDesk(db, { coders: 3, articles: 6 });
  });
  afterAll(() => server.close());

  function form(deed: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
    const fields = {
      deed,
      which: 'all',
      coder: desk.coders.map(({ annotatorId }) => annotatorId),
      coders_each: '1',
      share: '0',
      seed: '7',
      ...more,
    };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const each of [value].flat()) body.append(name, each);
    }
    return { form: body };
  }

  const countCodings = (lane?: Member) =>
    db.coding.count({
      where: lane
        ? { lane: lane.annotatorId }
        : { lane: { in: desk.coders.map(({ annotatorId }) => annotatorId) } },
    });

  async function given(more: Readonly<Record<string, string | readonly string[]>> = {}) {
    const { status, headers } = await server.request(PAGE, form('assign', more));
    expect(status).toBe(303);
    return String(headers.location);
  }

  const undo = async (address: string) => {
    const batch = new URL(address, 'http://desk').searchParams.get('batch');
    return server.request(`${PAGE}/${batch}/undo`, { method: 'POST' });
  };

  test('the form proposes who codes, and names what was selected in the list', async () => {
    const [id = ''] = desk.articleIds;
    const $ = (await server.request(`${PAGE}?article=${id}`)).html();
    expect($('input[name=coder]:checked')).toHaveLength(3);
    expect($('input[name=coder]')).toHaveLength(4);
    expect($('input[name=which]:checked').attr('value')).toBe('ticked');
    expect($('input[name=article]').attr('value')).toBe(id);
    const list = (await server.request('/')).html();
    expect(list(`button[formaction="${PAGE}"]`)).toHaveLength(1);
    expect(list('.main-nav a[href="/work"]')).toHaveLength(1);
  });

  test('a preview says who would get what, and gives nothing', async () => {
    const { status, html } = await server.request(PAGE, form('preview', { share: '50' }));
    expect(status).toBe(200);
    const $ = html();
    const rows = $('.plan .scrolls tbody tr').toArray();
    expect(rows.map((row) => $(row).find('th').text())).toEqual(['A', 'B', 'C']);
    expect($('.plan').text()).toContain('3 articles for everybody');
    expect($('.plan details').text()).toContain('everybody');
    expect($('input[name=seed]').attr('value')).toBe('7');
    expect($('input[name=seen]').attr('value')).toMatch(/^[0-9a-f]{32}$/);
    expect(await countCodings()).toBe(0);
  });

  test('what is given can be undone, and done again', async () => {
    const address = await given({ coders_each: '2' });
    expect(await countCodings()).toBe(12);
    const $ = (await server.request(address)).html();
    expect($('#notice').text()).toContain('12 assignments made');
    const back = await undo(address);
    expect(back.headers.location).toBe(`${PAGE}?turned=undo&kept=0`);
    expect(await countCodings()).toBe(0);
    expect((await undo(address)).status).toBe(409);
  });

  test('the same form sent twice gives nothing twice', async () => {
    const request_key = '0190a0a0-0000-7000-8000-00000000000a';
    const both = await Promise.all([given({ request_key }), given({ request_key })]);
    expect(await countCodings()).toBe(6);
    await undo(both.find((address) => address.includes('batch=')) ?? '');
    expect(await countCodings()).toBe(0);
  });

  test('a plan that is no longer the one seen is shown again', async () => {
    const seen = (await server.request(PAGE, form('preview'))).html()('input[name=seen]').attr('value') ?? '';
    const first = await given({ which: 'ticked', article: desk.articleIds.slice(0, 1) });
    const late = await server.request(PAGE, form('assign', { seen }));
    expect(late.status).toBe(409);
    expect(late.html()('[role=alert]').text()).toContain('has changed since the preview');
    expect(await countCodings()).toBe(1);
    await undo(first);
  });

  test.each([
    ['coders_each', '0', 'A whole number from 1 to 50.'],
    ['coders_each', 'x', 'A whole number from 1 to 50.'],
    ['share', '101', 'A whole number from 0 to 100.'],
    ['seed', '-1', 'A whole number from 0 to 4,294,967,295.'],
    ['due', '2026-02-30', 'A day, such as 2026-12-05.'],
    ['coder', [], 'Choose at least one coder.'],
  ] as const)(
    '%s %s is refused beside its field, and the form keeps what was typed',
    async (name, value, words) => {
      const { status, html } = await server.request(PAGE, form('assign', { share: '20', [name]: value }));
      expect(status).toBe(422);
      const $ = html();
      expect($(`#f-${name}-error`).text()).toBe(words);
      if (typeof value === 'string') expect($(`input[name=${name}]`).attr('value')).toBe(value);
      expect(await countCodings()).toBe(0);
    },
  );

  test('progress shows people and articles; what is not begun is taken back, and the due date moved', async () => {
    const address = await given({ coders_each: '3', due: '2026-01-05' });
    const [a] = desk.coders;
    const [first = ''] = desk.articleIds;
    const key = { articleId: first, lane: a?.annotatorId ?? '' };
    await db.coding.update({
      where: { articleId_lane: key },
      data: { state: 'done', doneAt: new Date(), codedCount: 1, version: 2 },
    });
    const $ = (await server.request(PROGRESS)).html();
    expect($('.matrix tbody tr')).toHaveLength(6);
    expect($('.matrix .is-done')).toHaveLength(1);
    expect($('.matrix .due.wrong')).toHaveLength(17);
    expect($('.matrix input[name=coding]')).toHaveLength(17);
    expect($('.day-bars svg[role=img]').first().attr('aria-label')).toBe('A: 1 in all, at most 1 on a day');
    expect($('#stopped').parent().text()).toContain('B: not begun, 6 left');
    const ticked = $('input[name=coding]')
      .toArray()
      .slice(0, 3)
      .map((box) => $(box).attr('value') ?? '');
    const body = (more: Readonly<Record<string, string>>) =>
      new URLSearchParams([...ticked.map((name) => ['coding', name]), ...Object.entries(more)]);
    const due = await server.request(PAGE, { form: body({ _method: 'PATCH', due: '2030-01-05' }) });
    expect(due.status).toBe(303);
    expect((await server.request(PROGRESS)).html()('.matrix .due.wrong')).toHaveLength(14);
    const wrong = await server.request(PAGE, { form: body({ _method: 'PATCH', due: 'soon' }) });
    expect(wrong.status).toBe(422);
    await server.request(PAGE, { form: body({ _method: 'DELETE' }) });
    expect(await countCodings()).toBe(15);
    const nothing = await server.request(PAGE, { form: { _method: 'DELETE' } });
    expect(nothing.headers.location).toBe(`${PROGRESS}?done=nothing`);
    expect((await undo(address)).headers.location).toBe(`${PAGE}?turned=undo&kept=4`);
    await db.coding.deleteMany({ where: key });
  });

  test('seats, stale days and practice are kept', async () => {
    await server.request(PAGE, form('seats', { seats: '2' }));
    await server.request(PAGE, form('stale', { stale: '5' }));
    await server.request(PAGE, form('practise'));
    expect(await db.article.count({ where: { seats: 2, seatsLeft: 2, isPractice: true } })).toBe(6);
    expect((await server.request(PAGE)).html()('input[name=stale]').attr('value')).toBe('5');
    expect((await server.request(PAGE, form('stale', { stale: 'never' }))).status).toBe(422);
    expect((await server.request(PAGE, form('seats', { seats: '51' }))).status).toBe(422);
    await server.request(PAGE, form('seats', { seats: '0' }));
    await server.request(PAGE, form('no-practice'));
    expect(await db.article.count({ where: { seats: 0, seatsLeft: 0, isPractice: false } })).toBe(6);
  });

  test.each(['coder', 'reader'] as const)('a %s sees and does none of it', async (role) => {
    await becomes(db, role);
    for (const path of [PAGE, PROGRESS]) expect((await server.request(path)).status).toBe(403);
    expect((await server.request(PAGE, form('assign'))).status).toBe(403);
    expect((await server.request(PAGE, form('seats', { seats: '2' }))).status).toBe(403);
    const undone = await server.request(`${PAGE}/nowhere/undo`, { method: 'POST' });
    expect(undone.status).toBe(403);
    expect(await countCodings()).toBe(0);
    await becomes(db, 'owner');
  });

  test('another project is nobody’s here, and together there is nothing to give', async () => {
    expect((await server.request('/projects/elsewhere/assignments')).status).toBe(404);
    await db.project.updateMany({ where: { slug: 'desk' }, data: { way: 'together' } });
    const page = await server.request(PAGE);
    expect(page.status).toBe(200);
    expect(page.html()('form.assigning')).toHaveLength(0);
    expect((await server.request(PAGE, form('assign'))).status).toBe(403);
    expect((await server.request('/')).html()('.main-nav a[href="/work"]')).toHaveLength(0);
    await db.project.updateMany({ where: { slug: 'desk' }, data: { way: 'apart' } });
  });
});
