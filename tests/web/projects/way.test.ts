import { beforeEach, describe, expect, test } from 'vitest';
import { loadArticle } from '../../../src/actions/load.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { becomes, memberAs } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { logOf } from '../../support/sign-in-desk.ts';

eachServer('the way of working', ({ server, cast, db }) => {
  const projectId = () => cast.alice.projectId;
  const wayNow = async () => (await db().project.findUniqueOrThrow({ where: { id: projectId() } })).way;
  const switchTo = (way: string) =>
    server.request('/projects/desk/way', { form: { _method: 'PATCH', way }, method: 'POST' });
  const chosen = async () =>
    (await server.request('/projects/desk')).html()('input[name=way][checked]').attr('value');

  beforeEach(async () => {
    await db().project.update({ where: { id: projectId() }, data: { way: 'together' } });
    await db().auditEvent.deleteMany();
  });

  test('is shown and switched, both ways, and each switch is in the log', async () => {
    expect(await chosen()).toBe('together');
    for (const way of ['apart', 'together']) {
      const answer = await switchTo(way);
      expect([answer.status, answer.headers.location]).toEqual([303, '/projects/desk?done=switched']);
      expect([await wayNow(), await chosen()]).toEqual([way, way]);
    }
    const logged = await logOf(db(), 'way-switched');
    expect(logged.map(({ details }) => details)).toEqual([{ way: 'apart' }, { way: 'together' }]);
  });

  test('that it is already is not logged', async () => {
    expect((await switchTo('together')).status).toBe(303);
    expect(await logOf(db(), 'way-switched')).toEqual([]);
  });

  test('that there is not is refused beside the choice', async () => {
    const answer = await switchTo('alone');
    expect([answer.status, answer.html()('#way-problem').text()]).toEqual([422, 'Choose together or apart.']);
    expect(await wayNow()).toBe('together');
  });

  test('stays while something is being brought in', async () => {
    const { annotatorId } = cast.alice;
    const data = { id: 'brought-in', projectId: projectId(), annotatorId };
    await db().import.create({ data: { ...data, kind: 'articles', state: 'waiting' } });
    const answer = await switchTo('apart');
    await db().import.deleteMany();
    expect([answer.status, answer.html()('#way-problem').text()]).toEqual([
      422,
      expect.stringContaining('still being imported'),
    ]);
    expect(await wayNow()).toBe('together');
  });

  test.each(['adjudicator', 'coder', 'reader'] as const)(
    'is not a %s’s to switch, nor offered',
    async (role) => {
      await becomes(db(), role);
      try {
        expect((await switchTo('apart')).status).toBe(403);
        expect(await chosen()).toBeUndefined();
        expect(await wayNow()).toBe('together');
      } finally {
        await becomes(db(), 'owner');
      }
    },
  );

  describe('what was made together', () => {
    test('is apart for leads to read, hidden from coders, and everybody’s again together', async () => {
      const loaded = await newArticle(db(), cast.alice);
      const { annotation } = await tag(db(), loaded, 'late on Tuesday');
      const { id: articleId } = loaded.article;
      const asCoder = async () => {
        const { accountId } = await memberAs(db(), cast.bob.accountId, projectId());
        return loadArticle(db(), accountId, articleId, 'shared');
      };
      const change = (method: string) =>
        server.request(`/annotations/${annotation.id}`, { method, form: { version: '1', note: 'New' } });
      await switchTo('apart');
      expect((await server.request(`/annotations/${annotation.id}`)).status).toBe(200);
      expect([(await change('PATCH')).status, (await change('DELETE')).status]).toEqual([403, 403]);
      await expect(asCoder()).rejects.toThrow();
      await switchTo('together');
      expect((await asCoder()).lane).toBe('shared');
      expect((await change('PATCH')).status).toBe(303);
    });
  });
});
