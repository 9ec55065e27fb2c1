import { expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { tag } from '../../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';
import { recount, storedCounts } from '../../support/recount.ts';

eachServer('the history of an annotation', ({ server, cast, db }) => {
  const page = (id: string) => `/annotations/${id}/history`;
  const change = (id: string, form: Record<string, string>) =>
    server.request(`/annotations/${id}`, { form: { _method: 'PATCH', ...form } });
  const versionOf = async (id: string) =>
    (await db().annotation.findUniqueOrThrow({ where: { id } })).version;
  const stands = (id: string) =>
    db().annotation.findUniqueOrThrow({
      where: { id },
      select: { tag: true, text: true, note: true, speaker: true, deletedAt: true },
    });

  /** The versions that the page lists, latest first: what was done, and what it changed. */
  async function listed(id: string): Promise<string[][]> {
    const $ = (await server.request(page(id))).html();
    return $('.version')
      .toArray()
      .map((item) => [
        $(item).find('strong').text(),
        ...$(item)
          .find('ul li')
          .toArray()
          .map((line) => $(line).text()),
      ]);
  }

  /** Presses the button of the version that stands n-th in the list, latest first, as the page shows it. */
  async function restore(id: string, at: number) {
    const $ = (await server.request(page(id))).html();
    const form = $('.version').eq(at).find('form');
    const fields = form.find('input').toArray();
    const sent = fields.map((field): [string, string] => [
      $(field).attr('name') ?? '',
      String($(field).val()),
    ]);
    const event = form.find('button').attr('value') ?? '';
    return { sent: Object.fromEntries([...sent, ['event', event]]), action: form.attr('action') ?? '' };
  }
  const press = async (id: string, at: number) => {
    const { sent, action } = await restore(id, at);
    return server.request(action, { form: sent });
  };
  const counted = async ({ article: { id }, text }: LoadedArticle) =>
    expect(await storedCounts(db(), id)).toEqual(await recount(db(), text));

  test('says who changed what, and makes it again what it was, as a step that undo takes back', async () => {
    const article = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), article, 'was late', { tag: 'claim' });
    const { id } = annotation;
    await change(id, { version: '1', note: 'Check the log' });
    await change(id, { version: '2', tag: 'quote', speaker: 'Ines Okafor' });
    const before = await listed(id);
    expect(before.map(([deed]) => deed)).toEqual(['Changed by you', 'Changed by you', 'Created by you']);
    expect(before[0]).toEqual(expect.arrayContaining(['Tag: Claim → Quote', 'Speaker: Ines Okafor']));
    expect(before[1]).toContain('Note: Check the log');
    expect(before[2]).toEqual(expect.arrayContaining(['Tag: Claim', 'Words: “was late”']));
    const now = await stands(id);
    expect((await press(id, 2)).status).toBe(303);
    expect(await stands(id)).toMatchObject({ tag: 'claim', note: null, speaker: null });
    expect((await listed(id))[0]?.[0]).toBe('Changed by you');
    await server.request(`/articles/${article.article.id}/undo`, { method: 'POST' });
    expect(await stands(id)).toEqual(now);
    await counted(article);
  });

  test('brings a deleted one back, and takes “nothing here” from its sentence', async () => {
    const article = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), article, 'was late');
    const { id } = annotation;
    await server.request(`/annotations/${id}?version=1`, { method: 'DELETE' });
    const at = `/articles/${article.article.id}`;
    const { start, end } = placeOf(article.text.text, 'was late');
    await server.request(`${at}/sentence-marks`, { form: { parts: `${start}-${end}` } });
    const $ = (await server.request(`${at}/deletions`)).html();
    expect($(`a[href="${page(id)}"]`).text()).toContain('was late');
    expect((await server.request(`/annotations/${id}`)).status).toBe(404);
    expect((await press(id, 1)).status).toBe(303);
    expect(await stands(id)).toMatchObject({ text: 'was late', deletedAt: null });
    expect(await db().sentenceMark.count({ where: { articleId: article.article.id } })).toBe(0);
    expect((await server.request(`${at}/deletions`)).html()('.version').length).toBe(0);
    await counted(article);
  });

  test('changes nothing where somebody changed it meanwhile, and nothing twice', async () => {
    const article = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), article, 'was late');
    const { id } = annotation;
    await change(id, { version: '1', note: 'Two' });
    const stale = await restore(id, 1);
    const theirs = await loadAs(cast.bob, db(), article);
    await tag(db(), theirs, '40 cups', { attributes: NO_ATTRIBUTES });
    await change(id, { version: '2', note: 'Three' });
    const answer = await server.request(stale.action, { form: stale.sent });
    expect([answer.status, answer.html()('main [role=alert]').text()]).toEqual([
      409,
      expect.stringContaining('nothing was restored'),
    ]);
    expect(await stands(id)).toMatchObject({ note: 'Three' });
    const again = await restore(id, 2);
    await server.request(again.action, { form: again.sent });
    const version = await versionOf(id);
    expect((await server.request(again.action, { form: again.sent })).status).toBe(303);
    expect([await versionOf(id), (await stands(id)).note]).toEqual([version, null]);
  });

  test.each([
    ['that there is not', 'nowhere'],
    ['that left nothing', ''],
  ])('refuses a version %s', async (_, event) => {
    const article = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), article, 'was late');
    const form = { version: '1', event };
    expect((await server.request(`/annotations/${annotation.id}/restoration`, { form })).status).toBe(422);
  });

  test('of somebody else’s coding is for whoever may see it, and theirs alone to restore', async () => {
    const { projectId } = cast.alice;
    const article = await newArticle(db(), cast.alice);
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
    try {
      const bob = { ...cast.bob, way: 'apart' as const };
      const { annotation } = await tag(db(), await loadAs(bob, db(), article), '40 cups');
      const $ = (await server.request(page(annotation.id))).html();
      expect($('.version').text()).toContain('Created by Bob');
      expect($('form[action$="/restoration"]').length).toBe(0);
      const event = (await db().event.findFirstOrThrow({ where: { subjectId: annotation.id } })).id;
      const form = { version: '1', event };
      const answer = await server.request(`/annotations/${annotation.id}/restoration`, { form });
      expect(answer.status).toBe(403);
    } finally {
      await db().project.update({ where: { id: projectId }, data: { way: 'together' } });
    }
  });
});
