import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { toggleNothingHere } from '../../../src/actions/mark-sentences.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle, placeOf } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { recount, storedCounts } from '../../support/recount.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const TEXT = `# Boats and boats

The boats were late. No boat came; “boats,” he said. Rowboats do not count.

Nothing else. BOATS again.`;

describe.each(databases)('every occurrence, on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let own: LoadedArticle;
  let other: LoadedArticle;

  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    const { db } = server.database;
    await db.article.deleteMany({});
    own = await newArticle(db, cast.alice, TEXT);
    other = await newArticle(db, cast.alice, '# Elsewhere\n\nThe boats, too. Boat by boat.');
    await newArticle(db, cast.charlie, 'Boats of a stranger.');
  });

  const address = () => `/articles/${own.article.id}/occurrences`;
  const page = async (query: string) => (await server.request(`${address()}?${query}`)).html();
  const send = async (query: string, more: readonly (readonly [string, string])[], leave = 0) => {
    const $ = await page(query);
    const form = $('form.occurrences');
    const fields = form
      .find('input[type=hidden]')
      .map((_, field) => [[$(field).attr('name') ?? '', String($(field).val())]]);
    const places = form
      .find('[name=place][checked]')
      .map((_, box) => [['place', String($(box).val())]])
      .get()
      .slice(leave);
    const entries = [...fields.get(), ...places, ...more].map(([name = '', value = '']) => [name, value]);
    return server.request(address(), { form: new URLSearchParams(entries) });
  };
  const tagged = async () => {
    const rows = await server.database.db.annotation.findMany({
      where: { deletedAt: null },
      orderBy: [{ articleId: 'asc' }, { start: 'asc' }],
    });
    return rows.map(
      ({ articleId, tag: which, text }) =>
        `${articleId === own.article.id ? 'own' : 'other'} ${which} ${text}`,
    );
  };

  test('is listed with what stands around it, whole words alone', async () => {
    const $ = await page('words=boats');
    expect(
      $('.places mark')
        .map((_, mark) => $(mark).text())
        .get(),
    ).toEqual(['boats', 'boats', 'BOATS']);
    expect($('.places .passage').eq(1).text()).toContain('No boat came; “boats,” he said.');
    expect((await page('words=BOATS&case=1'))('.places mark')).toHaveLength(1);
    expect((await page('words=nowhere'))('main [role=status]').text()).toBe(
      'These words are not in this article.',
    );
    const all = await page('words=boats&in=project');
    expect(all('.places mark')).toHaveLength(4);
    expect(
      all('h2')
        .map((_, heading) => all(heading).text())
        .get(),
    ).toHaveLength(2);
    expect(all('main [role=status]').first().text()).toBe('4 places in 2 articles');
  });

  test('is tagged as one step that is undone as a whole; the counts and "nothing here" follow', async () => {
    const { db } = server.database;
    const marked = placeOf(own.text.text, 'BOATS again.');
    await toggleNothingHere(db, own, marked);
    const answer = await send('words=boats&in=project', [['tag', 'claim']]);
    expect(answer.status).toBe(303);
    expect(await tagged()).toHaveLength(4);
    expect(await db.sentenceMark.count()).toBe(0);
    expect(await storedCounts(db, own.article.id)).toEqual(await recount(db, own.text));
    const $ = (await server.request(answer.headers.location ?? '')).html();
    expect($('#notice').text()).toContain('Tagged 4 places in 2 articles.');
    await server.request($('#notice form').attr('action') ?? '', { form: {} });
    expect(await tagged()).toEqual([]);
    expect(await db.sentenceMark.count()).toBe(1);
    expect(await storedCounts(db, own.article.id)).toEqual(await recount(db, own.text));
  });

  test('is left out where its box is not ticked', async () => {
    await send('words=boats', [['tag', 'quote']], 1);
    expect(await tagged()).toEqual(['own quote boats', 'own quote BOATS']);
  });

  test('is not tagged twice: what the person has tagged so is told and stays', async () => {
    await tag(server.database.db, own, 'boats', { tag: 'claim' });
    const $ = await page('words=boats&tag=claim');
    expect($('.places small').text()).toBe('already tagged: Claim');
    expect($('[name=place][checked]')).toHaveLength(2);
    await send('words=boats', [['tag', 'claim']]);
    expect(await tagged()).toHaveLength(3);
    const again = await send('words=boats', [['tag', 'claim']]);
    expect(again.html()('#notice').text()).toContain('Nothing to tag');
    expect(await tagged()).toHaveLength(3);
  });

  test('sent again is not tagged again', async () => {
    const $ = await page('words=boats');
    const place = $('[name=place]')
      .map((_, box) => String($(box).val()))
      .get();
    const entries = [
      ...place.map((value) => ['place', value]),
      ['words', 'boats'],
      ['tag', 'claim'],
      ['form_key', uuidv7()],
    ];
    const form = new URLSearchParams(entries.map(([name = '', value = '']) => [name, value]));
    const answers = [await server.request(address(), { form }), await server.request(address(), { form })];
    expect(answers[0]?.headers.location).toBe(answers[1]?.headers.location);
    expect(await tagged()).toHaveLength(3);
  });

  test.each<[string, (own: LoadedArticle, other: LoadedArticle) => Record<string, string>, number]>([
    ['no tag', ({ article }) => ({ words: 'boats', place: `${article.id}:4-9` }), 422],
    ['no place', () => ({ words: 'boats', tag: 'claim' }), 422],
    [
      'other words at the place',
      ({ article }) => ({ words: 'boats', tag: 'claim', place: `${article.id}:0-3` }),
      409,
    ],
    [
      'a place that is none',
      ({ article }) => ({ words: 'boats', tag: 'claim', place: `${article.id}:x` }),
      422,
    ],
    [
      'a place outside the text',
      ({ article }) => ({ words: 'boats', tag: 'claim', place: `${article.id}:99990-99995` }),
      409,
    ],
  ])('is refused: %s', async (_, form, status) => {
    const answer = await server.request(address(), { form: form(own, other) });
    expect(answer.status).toBe(status);
    expect(await tagged()).toEqual([]);
  });

  test("a reader sees the places alone, and a stranger's articles are not looked through", async () => {
    await becomes(server.database.db, 'reader');
    const $ = await page('words=boats');
    expect($('[name=place], [name=tag]')).toHaveLength(0);
    expect($('.places mark')).toHaveLength(3);
    const form = { words: 'boats', tag: 'claim', place: `${own.article.id}:0-3` };
    expect((await server.request(address(), { form })).status).toBe(403);
    await becomes(server.database.db, 'owner');
  });
});
