import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assign } from '../../../src/actions/assignments/assign.ts';
import { choosePractice } from '../../../src/actions/assignments/choose-practice.ts';
import { openSeats } from '../../../src/actions/assignments/open-seats.ts';
import { loadArticle } from '../../../src/actions/load.ts';
import type { Member } from '../../../src/domain/permission.ts';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { type ApartDesk, apartDesk, joins } from '../../support/apart.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('own work on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let desk: ApartDesk;
  let lead: Member;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    db = server.database.db;
    desk = await apartDesk(db, { coders: 0, articles: 5 });
    lead = await joins(db, desk.owner.projectId, 'Lena', 'owner');
    await becomes(db, 'coder');
  });
  afterAll(() => server.close());

  const me = () => desk.owner.annotatorId;
  const article = (at: number) => desk.articleIds[at] ?? '';
  const coding = (at: number, lane = me()) =>
    db.coding.findUnique({ where: { articleId_lane: { articleId: article(at), lane } } });

  async function give(...at: number[]): Promise<void> {
    const order = {
      articles: { which: 'ticked', ids: at.map(article) },
      coders: [me()],
      ...{ codersEach: 1, share: 0, seed: 0, dueAt: null },
    } as const;
    await assign(db, lead, order, { batchId: uuidv7() });
  }

  async function tagFirst(at: number, accountId = desk.owner.accountId): Promise<void> {
    await tag(db, await loadArticle(db, accountId, article(at)), 'was late');
  }

  const finish = (at: number, rest?: 'nothing') =>
    server.request(`/articles/${article(at)}/completion`, { method: 'POST', form: rest ? { rest } : {} });
  const reopen = (at: number) =>
    server.request(`/articles/${article(at)}/completion`, { form: { _method: 'DELETE' } });

  test('with nothing to do it says so', async () => {
    const $ = (await server.request('/work')).html();
    expect($('.summary').text()).toBe('Nothing to do yet.');
    expect($('main .button')).toHaveLength(0);
    expect((await server.request('/')).html()('.your-work')).toHaveLength(0);
  });

  test('what was given is to be done, and the list of articles leads there', async () => {
    await give(0, 1);
    await tagFirst(1);
    expect(await coding(1)).toMatchObject({ state: 'begun' });
    const $ = (await server.request('/work')).html();
    expect($('.summary').text()).toBe('1 to do, 1 begun');
    expect($('main a.primary').attr('href')).toBe(`/articles/${article(1)}?at=continue`);
    expect($('main a.primary').text()).toBe('Continue with Article 2');
    expect((await server.request('/')).html()('.your-work').text()).toContain('1 to do, 1 begun');
  });

  test('what is not coded is listed before it is done, and can be marked in one step', async () => {
    const first = await finish(1);
    expect(first.status).toBe(422);
    const $ = first.html();
    expect($('h1').text()).toBe('1 sentence is not coded yet');
    expect($('.uncoded li').text()).toBe('Ferry 2 was late 3 times.');
    expect(await coding(1)).toMatchObject({ state: 'begun', doneAt: null });
    const done = await finish(1, 'nothing');
    expect(done.headers.location).toBe(`/articles/${article(0)}?notice=finished&finished=${article(1)}`);
    expect(await coding(1)).toMatchObject({ state: 'done', codedCount: 2 });
    expect((await coding(1))?.doneAt).toBeInstanceOf(Date);
    const next = (await server.request(String(done.headers.location))).html();
    expect(next('#notice').text()).toContain('Article 2 is done.');
  });

  test('what is done is changed only once it is open again', async () => {
    const form = { tag: 'claim', parts: '0-5', text: 'Ferry' };
    const address = `/articles/${article(1)}/annotations`;
    const refused = await server.request(address, { form, htmx: true });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Open it again to change it.');
    expect((await server.request(`/articles/${article(1)}`)).html()('#completion').text()).toContain(
      'Open again',
    );
    expect((await reopen(1)).headers.location).toBe(`/articles/${article(1)}`);
    expect(await coding(1)).toMatchObject({ state: 'begun', doneAt: null });
    expect((await server.request(address, { form, htmx: true })).status).toBe(201);
    await server.request(`/articles/${article(1)}/undo`, { method: 'POST' });
  });

  test('finishing is one step of undo and redo, marks and all', async () => {
    const step = async (which: 'undo' | 'redo') =>
      server.request(`/articles/${article(1)}/${which}`, { method: 'POST', htmx: true });
    await step('undo');
    expect(await coding(1)).toMatchObject({ state: 'done', codedCount: 2 });
    const opened = await step('undo');
    expect(opened.text).toContain('the article is open again');
    expect(await coding(1)).toMatchObject({ state: 'begun', codedCount: 1, doneAt: null });
    await step('redo');
    expect(await coding(1)).toMatchObject({ state: 'done', codedCount: 2 });
  });

  test('what others have begun to decide on is not opened again, by undo either', async () => {
    const { projectId } = desk.owner;
    const final = { projectId, articleId: article(1), lane: 'final' };
    await db.coding.create({ data: { ...final, state: 'begun', counts: {}, updatedAt: new Date() } });
    expect((await reopen(1)).status).toBe(409);
    expect((await server.request(`/articles/${article(1)}/undo`, { method: 'POST' })).status).toBe(409);
    expect(await coding(1)).toMatchObject({ state: 'done' });
    await db.coding.deleteMany({ where: final });
  });

  test('free articles are taken one after another, and it says when there is none left', async () => {
    await finish(0, 'nothing');
    await openSeats(db, lead, { which: 'ticked', ids: [article(2)] }, { seats: 1, batchId: uuidv7() });
    const $ = (await server.request('/work')).html();
    expect($('form[action="/work/articles"]').text()).toContain('1 article to take');
    const taken = await server.request('/work/articles', { method: 'POST' });
    expect(taken.headers.location).toBe(`/articles/${article(2)}?at=continue`);
    const last = await finish(2, 'nothing');
    expect(last.headers.location).toBe(`/work?done=last&finished=${article(2)}`);
    const none = await server.request('/work/articles', { method: 'POST' });
    expect(none.headers.location).toBe('/work?done=none');
    expect((await server.request('/work?done=none')).html()('#notice').text()).toContain('no article left');
  });

  test('practice comes first, is compared when it is done, and stays as it was', async () => {
    await choosePractice(
      db,
      lead,
      { which: 'ticked', ids: [article(3)] },
      { isPractice: true, batchId: uuidv7() },
    );
    await give(4);
    const open = (await server.request('/work')).html();
    expect(open('#practice').parent().text()).toContain('Article 4');
    expect(open('main a.primary').attr('href')).toBe(`/articles/${article(3)}?at=continue`);
    const taken = await server.request('/work/articles', { method: 'POST' });
    expect(taken.headers.location).toBe(`/articles/${article(3)}?at=continue`);
    const compare = () => server.request(`/articles/${article(3)}/comparison`);
    // The lead's own, which is the reference once it is done.
    await tagFirst(3, lead.accountId);
    await db.coding.updateMany({
      where: { articleId: article(3), lane: lead.annotatorId },
      data: { state: 'done', doneAt: new Date() },
    });
    expect((await compare()).status).toBe(404);
    const done = await finish(3, 'nothing');
    expect(done.headers.location).toBe(`/articles/${article(3)}/comparison`);
    const $ = (await compare()).html();
    expect($('main').text()).toContain('Your tags match the reference in 3 of 4 sentences.');
    expect($('tr.differs')).toHaveLength(1);
    expect($('tr.differs td').eq(2).text()).toContain('was late');
    expect((await reopen(3)).status).toBe(409);
    expect((await server.request('/work')).html()('#done').parent().html()).toContain(
      `${article(3)}/comparison`,
    );
    // No practice, no comparison: another's coding stays hidden.
    await tagFirst(0, lead.accountId);
    expect((await server.request(`/articles/${article(0)}/comparison`)).status).toBe(404);
  });

  test('a reader has no work, and takes and finishes nothing', async () => {
    await becomes(db, 'reader');
    expect((await server.request('/work')).html()('main').text()).toContain('You can read in this project');
    expect((await server.request('/work/articles', { method: 'POST' })).status).toBe(403);
    expect((await finish(4, 'nothing')).status).toBe(403);
    expect((await server.request(`/articles/${article(4)}`)).html()('#completion')).toHaveLength(0);
    await becomes(db, 'coder');
  });

  test('together nothing of this is on the reading page', async () => {
    await db.project.updateMany({ where: { slug: 'desk' }, data: { way: 'together' } });
    expect((await server.request(`/articles/${article(4)}`)).html()('#completion')).toHaveLength(0);
    expect((await finish(4, 'nothing')).status).toBe(403);
    expect((await server.request('/work')).html()('main').text()).toContain('works together');
    await db.project.updateMany({ where: { slug: 'desk' }, data: { way: 'apart' } });
  });

  test('nobody finishes what is not there', async () => {
    const nowhere = await server.request(`/articles/${uuidv7()}/completion`, { method: 'POST' });
    expect(nowhere.status).toBe(404);
  });
});
