import { expect, test } from 'vitest';
import { sightOf } from '../../../src/domain/sight.ts';
import { annotatorNames } from '../../../src/store/annotators.ts';
import { tag } from '../../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';

eachServer('whose annotations are', ({ server, cast, db }) => {
  test('is said of others’ in the list, in the card and on their page, and not of one’s own', async () => {
    const own = await newArticle(db(), cast.alice);
    const mine = await tag(db(), own, 'was late');
    const theirs = await tag(db(), await loadAs(cast.bob, db(), own), '40 cups');
    const said = async (address: string, htmx = false) =>
      (await server.request(address, { htmx })).html()('.whose').text();
    const $ = (await server.request(`/articles/${own.article.id}`)).html();
    expect($(`#entry-${mine.annotation.id} .whose`)).toHaveLength(0);
    expect($(`#entry-${theirs.annotation.id} .whose`).text()).toBe('by Bob');
    for (const view of ['', '/entry']) {
      expect(await said(`/annotations/${theirs.annotation.id}${view}`, true)).toBe('by Bob');
      expect(await said(`/annotations/${mine.annotation.id}${view}`, true)).toBe('');
    }
    expect(await said(`/annotations/${theirs.annotation.id}`)).toBe('by Bob');
    expect(await said(`/articles/${own.article.id}/sections/0`, true)).toBe('by Bob');
  });

  test('can be looked at by themselves', async () => {
    const own = await newArticle(db(), cast.alice);
    const at = `/articles/${own.article.id}`;
    await tag(db(), own, 'was late');
    expect((await server.request(at)).html()('#annotator')).toHaveLength(0);
    await tag(db(), await loadAs(cast.bob, db(), own), '40 cups');
    const options = (await server.request(at)).html()('#annotator option');
    expect(
      options
        .map((_, option) => option.attribs.value)
        .get()
        .toSorted(),
    ).toEqual([cast.alice.annotatorId, cast.bob.annotatorId].toSorted());
    const asked = await server.request(`${at}?annotator=${cast.bob.annotatorId}`);
    expect([asked.status, asked.headers.location]).toEqual([
      303,
      `${at}/codings/shared?annotator=${cast.bob.annotatorId}`,
    ]);
    const shown = (await server.request(asked.headers.location ?? '')).html();
    expect(shown('main').text()).toContain('1 annotation by Bob in the shared coding');
    expect(shown('main mark').text()).toBe('40 cups');
    expect((await server.request(`${at}/codings/shared?annotator=nobody`)).status).toBe(404);
    const all = (await server.request(`${at}/codings/shared`)).html();
    expect(all('main mark')).toHaveLength(2);
    expect(
      all('.whose')
        .map((_, name) => all(name).text())
        .get(),
    ).toContain('by Bob');
  });

  test('is said, too, by the answer to a change of somebody else’s', async () => {
    const own = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), await loadAs(cast.bob, db(), own), '40 cups');
    const form = { _method: 'PATCH', version: String(annotation.version), note: 'Counted', done: '1' };
    const answer = await server.request(`/annotations/${annotation.id}`, { form, htmx: true });
    expect([answer.status, answer.html()('.whose').text()]).toEqual([200, 'by Bob']);
    const { start, end } = placeOf(own.text.text, 'was late');
    const tagged = { tag: 'claim', parts: `${start}-${end}`, text: 'was late' };
    const made = await server.request(`/articles/${own.article.id}/annotations`, {
      form: tagged,
      htmx: true,
    });
    expect([made.status, made.html()('.whose').length]).toEqual([201, 0]);
  });

  test('a letter stands for somebody whatever is seen of the others, and newcomers change nobody’s', async () => {
    const { projectId } = cast.alice;
    const lettered = async (lanes: 'apart' | 'shown') => {
      const coder = { ...cast.bob, way: 'apart' as const, isBlind: lanes === 'apart' };
      return annotatorNames(db(), sightOf(coder));
    };
    const before = await lettered('apart');
    expect([...before.values()]).toEqual([...before.values()].filter((name) => /^[A-Z]$/.test(name)));
    await db().annotator.create({
      data: { projectId, id: 'ffff', name: 'Late Comer', importedAs: 'Late Comer' },
    });
    for (const after of [await lettered('apart'), await lettered('shown')])
      expect([...before].map(([id]) => after.get(id))).toEqual([...before.values()]);
  });
});
