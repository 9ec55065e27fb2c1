import { beforeAll, expect, test } from 'vitest';
import { beginAnnotationImport, beginArticleImport, chooseLabels } from '../../../src/import/receive.ts';
import { importText, stranger } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { fileOf, workOnImports } from '../../support/import-files.ts';

/** As people type them, as they are kept, and as pages show them. */
const DATES = [
  ['2021', '2021', '2021'],
  ['May 2021', '2021-05', 'May 2021'],
  ['3 May 2021', '2021-05-03', '3 May 2021'],
  ['12/2021', '2021-12', 'December 2021'],
  ['2022', '2022', '2022'],
] as const;

eachServer('dates that are not whole', ({ server, cast, db }) => {
  beforeAll(async () => {
    for (const [at, [typed]] of DATES.entries())
      await importText(
        db(),
        cast.alice,
        `---\ntitle: Story ${at}\ndate: ${typed}\n---\n\nWords of story ${at}.`,
      );
    await importText(db(), cast.alice, '# Story without\n\nNo date is known.');
  });

  const list = async (order: string) => {
    const $ = (await server.request(`/?sort=published&order=${order}`)).html();
    return $('table.articles tbody tr')
      .map((_, row) => $(row).find('th time').text())
      .get();
  };

  test('are kept as far as they go, shown so, and sorted with the others, those without one last', async () => {
    const shown = DATES.map(([, , day]) => day);
    expect(await list('asc')).toEqual([...shown, '']);
    expect(await list('desc')).toEqual([...shown.toReversed(), '']);
  });

  test('have in the page what a machine reads', async () => {
    const $ = (await server.request('/?sort=published&order=asc')).html();
    const times = $('table.articles tbody th time')
      .map((_, time) => $(time).attr('datetime'))
      .get();
    expect(times).toEqual(DATES.map(([, kept]) => kept));
  });

  test.each(['csv', 'jsonl'])('leave as %s and come back the same', async (kind) => {
    const format = kind === 'csv' ? 'articles' : 'jsonl';
    const file = await server.request(`/annotations.${format}`);
    expect(file.status).toBe(200);
    const other = await stranger(db());
    const incoming = fileOf(`a.${kind}`, file.text);
    if (kind === 'csv') await beginArticleImport(db(), other, [incoming]);
    else {
      const { id } = await beginAnnotationImport(db(), other, [incoming]);
      await chooseLabels(db(), other, id, { mapping: {}, annotators: 'named' });
    }
    await workOnImports(server.database);
    const back = await db().article.findMany({
      where: { projectId: other.projectId },
      orderBy: { title: 'asc' },
    });
    const kept = back.flatMap(({ title, published }) => (title === 'Story without' ? [] : [published]));
    expect(kept).toEqual(DATES.map(([, date]) => date));
  });

  test('stand in the form as they were kept, and are saved again', async () => {
    const { id } = await db().article.findFirstOrThrow({
      where: { title: 'Story 1', projectId: cast.alice.projectId },
    });
    const $ = (await server.request(`/articles/${id}/edit`)).html();
    expect($('[name=published]').val()).toBe('2021-05');
    const version = String($('form:has([value=PATCH]) [name=version]').val());
    const form = { _method: 'PATCH', version, title: 'Story 1', published: '2021-05' };
    expect((await server.request(`/articles/${id}`, { form })).status).toBe(303);
    expect((await db().article.findUniqueOrThrow({ where: { id } })).published).toBe('2021-05');
  });
});
