import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadArticle } from '../../../src/actions/load.ts';
import { ReadingThread } from '../../../src/import/reading/thread.ts';
import { beginArticleImport } from '../../../src/import/receive.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { fileOf, filesForm, workOnImports } from '../../support/import-files.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const TEXT = 'The ferry 🚢 was late. “Nobody told us,” said Ines Okafor. About 1,200 people cross each day.';
const spanOf = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

/** A file of doccano with a label that we know, one that we do not, and one that stands nowhere. */
const DOCCANO = JSON.stringify({
  id: 1,
  text: TEXT,
  label: [
    [...spanOf('“Nobody told us,”'), 'QUOTATION'],
    [...spanOf('1,200 people'), 'QUANTITY'],
    [...spanOf('Ines Okafor'), 'PERSON'],
    [5000, 5010, 'QUANTITY'],
  ],
});

const COUNTED = JSON.stringify({ text: 'The barge was early.', label: [[4, 9, 'BOAT']] });

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
  });
  afterAll(() => server.close());

  const send = async (words = DOCCANO, name = 'work.jsonl') => {
    const answer = await server.request('/imports', await filesForm([fileOf(name, words)]));
    return { answer, path: answer.headers.location ?? '' };
  };
  const annotations = () => server.database.db.annotation.findMany({ where: { deletedAt: null } });

  test('labels are shown for correction before anything is stored', async () => {
    const { answer, path } = await send();
    expect(answer.status).toBe(303);
    const $ = (await server.request(path)).html();
    const rows = $('tbody tr')
      .map((_, row) => [[$('th', row).text().trim(), $('select option[selected]', row).attr('value')]])
      .get();
    expect(rows).toEqual([
      ['QUOTATION', 'quote'],
      ['QUANTITY', 'statistic'],
      ['PERSON', 'leave'],
    ]);
    expect($('#import').text()).toContain('Nothing is saved yet');
    expect(await annotations()).toEqual([]);
    const cancelled = await server.request(path, { form: { _method: 'delete' } });
    expect([cancelled.status, (await server.request(path)).status]).toEqual([303, 404]);
  });

  test('an import runs as chosen, tells what it did, and is undone and redone as a whole', async () => {
    const { path } = await send();
    const form = new URLSearchParams({ _method: 'patch', annotators: 'me' });
    for (const [label, choice] of [
      ['QUOTATION', 'quote'],
      ['QUANTITY', 'statistic'],
      ['PERSON', 'note'],
    ] as const) {
      form.append('label', label);
      form.append('choice', choice);
    }
    expect((await server.request(path, { form })).status).toBe(303);
    const working = (await server.request(path)).html();
    expect(working('progress').length).toBe(1);
    await workOnImports(server.database);
    const $ = (await server.request(path)).html();
    expect($('#import [role=status]').text()).toContain('2 annotations imported');
    expect($('#import table').text()).toContain('QUANTITY');
    const article = $('.report tbody tr');
    expect(article.find('td a').first().attr('href')).toMatch(/^\/articles\/[\w-]{36}$/);
    expect(article.text()).toContain('3 sentences');
    expect($('#import .primary').attr('href')).toBe(article.find('td a').first().attr('href'));
    const stored = await annotations();
    expect(stored.map(({ tag, text }) => [tag, text]).sort()).toEqual([
      ['quote', '“Nobody told us,”'],
      ['statistic', '1,200 people'],
    ]);
    expect((await server.request(path, { form })).status).toBe(404);
    expect((await server.request(`${path}/undo`, { form: {} })).status).toBe(303);
    expect(await annotations()).toEqual([]);
    expect((await server.request(path)).text).toContain('was undone');
    await server.request(`${path}/redo`, { form: {} });
    expect((await annotations()).map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
  });

  describe('annotations without a text', () => {
    const words = '1,200 people';
    const [start, end] = spanOf(words);
    const body = { type: 'TextualBody', purpose: 'tagging', value: 'statistic' };
    const selector = [
      { type: 'TextQuoteSelector', exact: words },
      { type: 'TextPositionSelector', start, end },
    ];
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: '#1',
      type: 'Annotation',
      body,
      target: { selector },
    };

    const importWith = async (article: string) => {
      const { path } = await send(JSON.stringify([annotation]), 'recogito.json');
      const $ = (await server.request(path)).html();
      const form = new URLSearchParams({
        _method: 'patch',
        label: 'statistic',
        choice: 'statistic',
        article,
      });
      await server.request(path, { form });
      await workOnImports(server.database);
      return { $, result: (await server.request(path)).text };
    };

    test('and without a source go to the article that is chosen', async () => {
      const newer = await newArticle(server.database.db, cast.alice, `${TEXT}\n\nChosen.`);
      const before = await annotations();
      const { $, result } = await importWith(newer.article.id);
      expect($(`#import-article option[value="${newer.article.id}"]`).length).toBe(1);
      expect($('#import-article option').first().attr('value')).toBe('');
      expect(result).toContain('1 annotation imported');
      const added = (await annotations()).filter(({ id }) => before.every((one) => one.id !== id));
      expect(added.map(({ articleId, text }) => [articleId, text])).toEqual([[newer.article.id, words]]);
    });

    test.each([
      ['no article', () => ''],
      ['one that is not there', () => uuidv7()],
    ])('are refused with %s', async (_, article) => {
      expect((await importWith(article())).result).toContain('choose it when you import');
    });

    test('are not asked about where the file has the text', async () => {
      const { path } = await send();
      expect((await server.request(path)).html()('#import-article').length).toBe(0);
    });
  });

  test('the same file again adds nothing', async () => {
    const before = (await annotations()).length;
    expect(before).toBeGreaterThan(0);
    const { path } = await send();
    const form = new URLSearchParams({ _method: 'patch', annotators: 'me' });
    for (const label of ['QUOTATION', 'QUANTITY']) {
      form.append('label', label);
      form.append('choice', label === 'QUANTITY' ? 'statistic' : 'quote');
    }
    await server.request(path, { form });
    await workOnImports(server.database);
    expect((await annotations()).length).toBe(before);
    expect((await server.request(path)).text).toContain('already here');
  });

  test('a file is read twice: once before its labels are shown, and once to be imported', async () => {
    // Whatever reads a file gives it to the thread.
    const orders = vi.spyOn(ReadingThread.prototype, 'run');
    const reads = () => orders.mock.calls.map(([job]) => job);
    try {
      const { path } = await send(COUNTED);
      expect(reads()).toEqual(['preview']);
      for (let look = 0; look < 2; look++) expect((await server.request(path)).text).toContain('BOAT');
      const form = new URLSearchParams({ _method: 'patch', label: 'BOAT', choice: 'claim' });
      await server.request(path, { form });
      expect(reads()).toEqual(['preview']);
      await workOnImports(server.database);
      expect((await server.request(path)).text).toContain('1 annotation imported');
      expect(reads()).toEqual(['preview', 'documents']);
    } finally {
      orders.mockRestore();
    }
  });

  test('a file of something else is refused beside its field, by name', async () => {
    for (const [name, words] of [
      ['story.txt', TEXT],
      ['empty.json', ''],
      ['broken.json', '{"text": '],
    ] as const) {
      const { answer } = await send(words, name);
      expect(answer.status, name).toBe(422);
      expect(answer.html()('#f-file-error').text()).toContain(name);
    }
    const none = await server.request('/imports', await filesForm([]));
    expect(none.status).toBe(422);
  });

  test('a file that breaks in the middle is told of before anything is stored', async () => {
    const { path } = await send(`${DOCCANO}\n{"text": "cut`);
    const $ = (await server.request(path)).html();
    expect($('.wrong').text()).toContain('1 record');
    expect($('#import li').text()).toContain('work.jsonl, line 2');
  });

  test('an import of articles goes as a whole, but for those in which somebody has worked, and comes again', async () => {
    const { db } = server.database;
    const files = ['One', 'Two'].map((name) => fileOf(`${name}.txt`, `${name} of the ferries was late.`));
    const id = await beginArticleImport(db, cast.alice, files);
    await workOnImports(server.database);
    const titles = async () =>
      (await db.article.findMany({ where: { deletedAt: null, title: { contains: 'of the ferries' } } })).map(
        ({ title }) => title,
      );
    expect(await titles()).toHaveLength(2);
    const kept = await db.article.findFirstOrThrow({ where: { title: { startsWith: 'One of' } } });
    await tag(db, await loadArticle(db, cast.alice.accountId, kept.id), 'was late');
    const $ = (await server.request(`/imports/${id}`)).html();
    expect($('#import [role=status]').text()).toBe('2 articles imported.');
    await server.request(`/imports/${id}/undo`, { form: {} });
    expect(await titles()).toEqual(['One of the ferries was late.']);
    await server.request(`/imports/${id}/redo`, { form: {} });
    expect(await titles()).toHaveLength(2);
  });

  test('imports of others, and of nobody, are not there', async () => {
    const theirs = await beginArticleImport(server.database.db, cast.charlie, [fileOf('a.txt', 'Words.')]);
    for (const id of [theirs, uuidv7(), '%00']) {
      for (const [path, form] of [
        [`/imports/${id}`, undefined],
        [`/imports/${id}`, { _method: 'patch' }],
        [`/imports/${id}`, { _method: 'delete' }],
        [`/imports/${id}/undo`, {}],
        [`/imports/${id}/redo`, {}],
      ] as const) {
        expect((await server.request(path, form ? { form } : {})).status, path).toBe(404);
      }
    }
    expect((await server.request('/imports')).text).not.toContain(theirs);
  });

  test('readers of the project import nothing', async () => {
    const { path } = await send();
    await becomes(server.database.db, 'reader');
    expect((await send()).answer.status).toBe(403);
    expect((await server.request(path, { form: { _method: 'patch' } })).status).toBe(403);
    expect((await server.request('/imports')).text).not.toContain('/imports/new');
    await becomes(server.database.db, 'owner');
  });
});
