import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finishFinal } from '../../../src/actions/adjudication/close.ts';
import { decide } from '../../../src/actions/adjudication/decide.ts';
import { readCases } from '../../../src/actions/adjudication/read-cases.ts';
import { loadArticle } from '../../../src/actions/load.ts';
import { toggleNothingHere } from '../../../src/actions/mark-sentences.ts';
import { membersOf } from '../../../src/domain/case.ts';
import { sourcesOf } from '../../../src/domain/decision.ts';
import { type Db, openDatabase } from '../../../src/store/client.ts';
import { codeArticle, loadFinal } from '../../support/adjudicating.ts';
import { tag } from '../../support/annotating.ts';
import { joins } from '../../support/apart.ts';
import { placeOf } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { importText, memberAs } from '../../support/desk.ts';
import { logOf } from '../../support/sign-in-desk.ts';
import { Browser, letSignIn, signedIn } from '../../support/signed-in.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const TEXT = 'The ferry was late on Monday. The harbour was shut. Nobody was told.';

describe.each(databases)('leaving a desk, on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  let cast: Cast;
  let articleId: string;
  let number = 0;

  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database, settings: { ACCOUNTS: 'on' } });
    cast = await makeCast(db);
    await letSignIn(db, cast.alice.accountId, 'alice', true);
    ({
      article: { id: articleId },
    } = await importText(db, cast.alice, `title: Ferry\n\n${TEXT}`));
    const loaded = await loadArticle(db, cast.alice.accountId, articleId);
    await tag(db, loaded, 'The ferry was late');
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await db.project.update({
      where: { id: cast.alice.projectId },
      data: { way: 'together', onLeaving: 'keep' },
    });
  });

  /** Somebody new who has tagged one passage and marked one sentence. */
  async function coder() {
    number += 1;
    const name = `Carla ${number}`;
    const member = await joins(db, cast.alice.projectId, name, 'coder');
    await letSignIn(db, member.accountId, `carla${number}@desk.example`);
    const { annotation } = await tag(
      db,
      await loadArticle(db, member.accountId, articleId),
      'The harbour was shut',
    );
    const loaded = await loadArticle(db, member.accountId, articleId);
    await toggleNothingHere(db, loaded, placeOf(loaded.text.text, 'Nobody was told'));
    return { member, name, signIn: `carla${number}@desk.example`, annotationId: annotation.id };
  }

  const nameOf = async (id: string) => (await db.account.findUniqueOrThrow({ where: { id } })).name;
  const remove = (browser: Browser) => browser.request('/account', { form: { _method: 'DELETE' } });
  const marksOf = (annotatorId: string) => db.sentenceMark.count({ where: { annotatorId } });
  const onLeaving = (how: 'keep' | 'take', way: 'together' | 'apart' = 'together') =>
    db.project.update({ where: { id: cast.alice.projectId }, data: { onLeaving: how, way } });

  test('keeps the work without the name, and nobody signs in afterwards', async () => {
    const { member, name, signIn, annotationId } = await coder();
    const [here, there] = [await signedIn(server, signIn), await signedIn(server, signIn)];
    await db.savedView.create({
      data: { id: `v${number}`, projectId: member.projectId, accountId: member.accountId, name, query: '' },
    });
    const page = (await here.request('/account/deletion')).html();
    expect(page('main tbody').text()).toContain('1 annotation, 1 “nothing here” mark');
    expect(page('main tbody').text()).toContain('stays without the name');
    expect((await remove(here)).headers.location).toBe('/sign-in');
    expect(here.token).toBeUndefined();
    const called = await nameOf(member.accountId);
    expect(called).toMatch(/^Former member \d+$/);
    const annotator = { id: member.annotatorId };
    expect(await db.annotator.findFirst({ where: annotator })).toMatchObject({ name: called });
    expect(await db.annotation.findUniqueOrThrow({ where: { id: annotationId } })).toMatchObject({
      deletedAt: null,
    });
    expect(await marksOf(member.annotatorId)).toBe(1);
    expect((await there.request('/')).status).toBe(303);
    expect((await new Browser(server).signIn(signIn)).status).toBe(422);
    const where = { accountId: member.accountId };
    for (const count of [
      db.session.count({ where }),
      db.credential.count({ where }),
      db.membership.count({ where }),
      db.savedView.count({ where }),
    ])
      expect(await count).toBe(0);
    const alice = await signedIn(server, 'alice');
    for (const path of [`/articles/${articleId}`, '/annotations', '/annotations.csv', '/audit', '/accounts'])
      expect((await alice.request(path)).text).not.toContain(name);
    expect((await alice.request('/annotations.csv')).text).toContain(called);
    expect(await logOf(db, 'account-deleted')).toContainEqual(
      expect.objectContaining({ subject: member.accountId, details: { work: 'keep' } }),
    );
    await db.annotation.deleteMany({ where: { annotatorId: member.annotatorId } });
    await db.sentenceMark.deleteMany({ where: { annotatorId: member.annotatorId } });
  });

  test('takes shared work along as one step, and leaves that of others', async () => {
    await onLeaving('take');
    const counted = () =>
      db.coding.findFirstOrThrow({
        where: { articleId, lane: 'shared' },
        select: { annotationCount: true, codedCount: true, counts: true },
      });
    const before = await counted();
    const { member, signIn, annotationId } = await coder();
    expect(await counted()).not.toEqual(before);
    const here = await signedIn(server, signIn);
    expect((await here.request('/account/deletion')).html()('main tbody').text()).toContain('is deleted');
    expect((await remove(here)).status).toBe(303);
    const { deletedAt } = await db.annotation.findUniqueOrThrow({ where: { id: annotationId } });
    expect(deletedAt).not.toBeNull();
    expect(await marksOf(member.annotatorId)).toBe(0);
    const others = { annotatorId: cast.alice.annotatorId, deletedAt: null };
    expect(await db.annotation.count({ where: others })).toBe(1);
    const events = await db.event.findMany({
      where: { annotatorId: member.annotatorId, action: 'delete' },
      select: { step: true, state: true, subject: true },
    });
    expect(events.map(({ subject }) => subject).sort()).toEqual(['annotation', 'sentence-mark']);
    expect(new Set(events.map(({ step, state }) => `${step} ${state}`)).size).toBe(1);
    expect(await counted()).toEqual(before);
  });

  test('takes codings of their own along, and frees their seats', async () => {
    await onLeaving('take', 'apart');
    await db.article.update({ where: { id: articleId }, data: { seats: 1, seatsLeft: 0 } });
    const { member, signIn, annotationId } = await coder();
    expect((await remove(await signedIn(server, signIn))).status).toBe(303);
    const { deletedAt } = await db.annotation.findUniqueOrThrow({ where: { id: annotationId } });
    expect(deletedAt).not.toBeNull();
    expect(await marksOf(member.annotatorId)).toBe(0);
    const lane = member.annotatorId;
    expect(await db.coding.findFirstOrThrow({ where: { articleId, lane } })).toMatchObject({
      state: 'released',
      annotationCount: 0,
      codedCount: 0,
    });
    expect((await db.article.findUniqueOrThrow({ where: { id: articleId } })).seatsLeft).toBe(1);
    const alice = await signedIn(server, 'alice');
    expect((await alice.request(`/articles/${articleId}/codings/${lane}`)).status).toBe(200);
  });

  test('has decisions that rested on what went looked at again, and keeps what came of them', async () => {
    await onLeaving('take', 'apart');
    const { projectId, accountId } = cast.alice;
    const lead = await memberAs(db, accountId, projectId);
    const { article } = await importText(db, lead, `title: Quay\n\n${TEXT} Copy ${number}.`);
    const stays = await joins(db, projectId, 'Stan', 'coder');
    const goes = await joins(db, projectId, 'Gerda', 'coder');
    await letSignIn(db, goes.accountId, 'gerda');
    const [late, shut] = ['The ferry was late on Monday.', 'The harbour was shut.'];
    const [both, alone, others] = [late, shut, 'Nobody was told.'].map((words) => ({
      words,
      tag: 'claim' as const,
    }));
    await codeArticle(
      db,
      stays,
      article.id,
      [both, others].flatMap((one) => one ?? []),
    );
    await codeArticle(
      db,
      goes,
      article.id,
      [both, alone].flatMap((one) => one ?? []),
    );
    const load = () => loadFinal(db, lead, article.id);
    const { cases } = await readCases(db, await load(), 'done');
    for (const one of cases) {
      const members = membersOf(one);
      const seen = { sources: sourcesOf(members), over: [], included: 'done' } as const;
      await decide(db, await load(), seen, { kind: 'take', ids: members.slice(0, 1).map(({ id }) => id) });
    }
    await finishFinal(db, await load());
    const final = { articleId: article.id, lane: 'final' };
    const kept = () => db.annotation.count({ where: { ...final, deletedAt: null } });
    expect(await kept()).toBe(cases.length);
    expect((await remove(await signedIn(server, 'gerda'))).status).toBe(303);
    const read = await readCases(db, await load(), 'done');
    // On the first both had agreed, the second was theirs alone, the third was never theirs.
    expect(read.cases.map(({ state }) => state)).toEqual(['stale', 'decided']);
    expect(read.strays.map(({ isStale }) => isStale)).toEqual([true]);
    expect(await kept()).toBe(cases.length);
    expect(await db.coding.findFirstOrThrow({ where: final })).toMatchObject({
      state: 'begun',
      caseCount: 2,
      decidedCount: 1,
    });
  });

  test('says no to the only owner of a project, and changes nothing', async () => {
    const { member, name, signIn } = await coder();
    const owned = await db.project.create({ data: { id: `p${number}`, slug: `p${number}`, name: 'Solo' } });
    const annotatorId = `a${number}`;
    const { accountId } = member;
    await db.annotator.create({ data: { projectId: owned.id, id: annotatorId, name, accountId } });
    await db.membership.create({ data: { projectId: owned.id, accountId, annotatorId, role: 'owner' } });
    const here = await signedIn(server, signIn);
    const page = (await here.request('/account/deletion')).html();
    expect(page('main [role=alert]').text()).toContain('Nobody else owns Solo.');
    expect(page('main form button')).toHaveLength(0);
    const answer = await remove(here);
    expect([answer.status, answer.html()('main [role=alert]').text()]).toEqual([
      422,
      expect.stringContaining('Make somebody else an owner there first'),
    ]);
    expect(await nameOf(accountId)).toBe(name);
    expect((await here.request('/account')).status).toBe(200);
    expect(await db.membership.count({ where: { accountId } })).toBe(2);
  });

  test('says no to the last one who looks after the desk', async () => {
    const projectId = cast.alice.projectId;
    await db.membership.updateMany({
      where: { projectId, accountId: cast.bob.accountId },
      data: { role: 'owner' },
    });
    const answer = await remove(await signedIn(server, 'alice'));
    expect([answer.status, answer.html()('main [role=alert]').text()]).toEqual([
      422,
      expect.stringContaining('Nobody else looks after this desk'),
    ]);
    expect(await nameOf(cast.alice.accountId)).toBe('Me');
  });

  test('asks whether it is still them before it deletes or hands out anything', async () => {
    const { member, signIn, name } = await coder();
    const here = await signedIn(server, signIn);
    await db.session.updateMany({ data: { confirmedAt: new Date(0) } });
    const asked = await remove(here);
    expect(asked.html()('form[action="/confirmation"]')).toHaveLength(1);
    expect(await nameOf(member.accountId)).toBe(name);
    for (const path of ['/account/data.zip', '/account/deletion']) {
      const answer = await here.request(path);
      expect(answer.headers['content-type']).not.toContain('zip');
      expect(answer.status === 200 ? answer.html()('form[action="/confirmation"]').length : 1).toBe(1);
      expect(answer.text).not.toContain('Delete the account for good');
    }
  });

  test('lets nobody but who looks after the desk delete others', async () => {
    const { member, signIn } = await coder();
    const { member: other, name } = await coder();
    const path = `/accounts/${other.accountId}/deletion`;
    const here = await signedIn(server, signIn);
    expect((await here.request(path)).status).toBe(404);
    expect((await here.request(path, { form: {} })).status).toBe(404);
    expect(await nameOf(other.accountId)).toBe(name);
    const alice = await signedIn(server, 'alice');
    expect((await alice.request(path)).html()('h1').text()).toContain(name);
    expect((await alice.request(path, { form: {} })).headers.location).toBe('/accounts');
    expect((await alice.request(path, { form: {} })).status).toBe(404);
    const [first, second] = [await nameOf(other.accountId), await nameOf(member.accountId)];
    expect(first).toMatch(/^Former member/);
    expect(second).not.toMatch(/^Former member/);
  });

  test('is chosen by the owners of a project alone', async () => {
    const { signIn } = await coder();
    const choose = (browser: Browser) =>
      browser.request('/projects/desk', { form: { _method: 'PATCH', on_leaving: 'take' } });
    const stored = async () =>
      (await db.project.findUniqueOrThrow({ where: { id: cast.alice.projectId } })).onLeaving;
    const here = await signedIn(server, signIn);
    expect((await choose(here)).status).toBe(403);
    expect((await here.request('/projects/desk')).html()('#leaving')).toHaveLength(0);
    expect(await stored()).toBe('keep');
    const alice = await signedIn(server, 'alice');
    expect((await choose(alice)).status).toBe(303);
    expect(await stored()).toBe('take');
    const $ = (await alice.request('/projects/desk')).html();
    expect($('input[name=on_leaving]:checked').val()).toBe('take');
  });
});
