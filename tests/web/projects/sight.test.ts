import { beforeEach, expect, test } from 'vitest';
import { unlockCoding } from '../../../src/actions/adjudication/close.ts';
import { loadArticle } from '../../../src/actions/load.ts';
import { loadFinal } from '../../support/adjudicating.ts';
import { tag } from '../../support/annotating.ts';
import { joins } from '../../support/apart.ts';
import { newArticle } from '../../support/articles.ts';
import { memberAs } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { logOf } from '../../support/sign-in-desk.ts';

eachServer('what coders see', ({ server, cast, db }) => {
  const projectId = () => cast.alice.projectId;
  const stored = () =>
    db().project.findUniqueOrThrow({
      where: { id: projectId() },
      select: { isBlind: true, showsResult: true, showsNames: true },
    });
  const choose = (form: Readonly<Record<string, string>>) =>
    server.request('/projects/desk/sight', { form: { _method: 'PATCH', ...form }, method: 'POST' });
  const isOn = async () => {
    const page = (await server.request('/projects/desk')).html();
    return ['see_result', 'see_others', 'see_names'].map(
      (name) => page(`input#${name}`).attr('checked') !== undefined,
    );
  };

  beforeEach(async () => {
    const data = { way: 'apart', isBlind: true, showsResult: false, showsNames: false } as const;
    await db().project.update({ where: { id: projectId() }, data });
    await db().auditEvent.deleteMany();
  });

  test('is nothing of others until an owner chooses, each by itself, and the log keeps it', async () => {
    expect(await isOn()).toEqual([false, false, false]);
    const answer = await choose({ see_result: '1', see_others: '0', see_names: '0' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/projects/desk?done=switched']);
    expect(await isOn()).toEqual([true, false, false]);
    await choose({ see_names: '1' });
    await choose({ see_others: '1' });
    expect(await stored()).toEqual({ isBlind: false, showsResult: true, showsNames: true });
    expect((await logOf(db(), 'sight-changed')).map(({ details }) => details)).toEqual([
      { blind: true, result: true, names: false },
      { blind: true, result: true, names: true },
      { blind: false, result: true, names: true },
    ]);
    expect((await server.request('/audit?project=desk')).status).not.toBe(500);
  });

  test('that it is already is not logged', async () => {
    expect((await choose({ see_result: '0' })).status).toBe(303);
    expect(await logOf(db(), 'sight-changed')).toEqual([]);
  });

  test('is not asked where everybody sees everything', async () => {
    await db().project.update({ where: { id: projectId() }, data: { way: 'together' } });
    expect((await server.request('/projects/desk')).html()('#sight')).toHaveLength(0);
  });

  /** A coding of Dora's: begun, or finished beside a final coding that is begun. */
  async function coded(state: 'begun' | 'done') {
    const dora = await joins(db(), projectId(), 'Dora', 'coder');
    const owner = await memberAs(db(), cast.alice.accountId, projectId());
    const { article } = await newArticle(db(), owner);
    await tag(db(), await loadArticle(db(), dora.accountId, article.id), 'The ferry');
    await tag(db(), await loadFinal(db(), owner, article.id), 'The ferry');
    const where = { articleId_lane: { articleId: article.id, lane: dora.annotatorId } };
    await db().coding.update({ where, data: { state } });
    const isBlind = async () => (await db().coding.findUniqueOrThrow({ where })).isBlind;
    const unlock = async () => unlockCoding(db(), await loadFinal(db(), owner, article.id), dora.annotatorId);
    return { isBlind, unlock };
  }

  test('of each other ends blindness for what is not done, for good', async () => {
    const [begun, done] = [await coded('begun'), await coded('done')];
    await choose({ see_others: '1' });
    await choose({ see_others: '0' });
    expect([await begun.isBlind(), await done.isBlind()]).toEqual([false, true]);
  });

  test('decides whether a coding that is opened again is still blind', async () => {
    const opened = async (form: Readonly<Record<string, string>>) => {
      const { isBlind, unlock } = await coded('done');
      await choose(form);
      await unlock();
      return isBlind();
    };
    expect(await opened({})).toBe(true);
    expect(await opened({ see_result: '1' })).toBe(false);
    expect(await opened({ see_result: '0', see_names: '1' })).toBe(true);
    expect(await opened({ see_others: '1' })).toBe(false);
  });
});
