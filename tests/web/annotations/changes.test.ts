import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SavedAnnotation } from '../../../src/actions/add-annotation.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { change, tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { recount, storedCounts } from '../../support/recount.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('many annotations at once, on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let articles: LoadedArticle[];
  let ids: string[];
  let touchFirst: () => Promise<void>;

  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    const { db } = server.database;
    await db.annotation.deleteMany({});
    await db.coding.updateMany({ data: { counts: {}, annotationCount: 0, codedCount: 0 } });
    articles = [await newArticle(db, cast.alice), await newArticle(db, cast.alice)];
    const made: SavedAnnotation[] = [];
    for (const own of articles) {
      made.push(await tag(db, own, 'Nobody told us', { tag: 'quote', attributes: said('Ines') }));
      made.push(await tag(db, own, 'was late', { tag: 'claim' }));
      made.push(await tag(db, own, '1,200 people', { tag: 'statistic' }));
    }
    ids = made.map(({ annotation }) => annotation.id);
    touchFirst = async () => {
      if (articles[0] && made[0]) await change(db, articles[0], made[0], { note: 'mine' });
    };
  });

  const said = (speaker: string) => ({ ...NO_ATTRIBUTES, speaker });
  const stored = async () => {
    const rows = await server.database.db.annotation.findMany({ where: { id: { in: ids } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  };
  const picks = async (wanted = ids) => {
    const rows = await server.database.db.annotation.findMany({ where: { id: { in: wanted } } });
    return rows.map(({ id, version }): [string, string] => ['pick', `${id}.${version}`]);
  };
  const send = (fields: readonly (readonly [string, string])[], htmx = false) =>
    server.request('/annotations/changes', {
      form: new URLSearchParams(
        [['form_key', uuidv7()], ['back', '/annotations'], ...fields].map(([a, b]) => [a ?? '', b ?? '']),
      ),
      htmx,
    });
  const stepOf = (location = '') => new URL(location, 'http://desk').searchParams.get('step') ?? '';
  const follow = async (location = '') => (await server.request(location)).html();
  const countsAreRight = async () => {
    for (const own of articles)
      expect(await storedCounts(server.database.db, own.article.id)).toEqual(
        await recount(server.database.db, own.text),
      );
  };

  test('are set in one step, which its notice takes back and brings again as a whole', async () => {
    const answer = await send([...(await picks()), ['deed', 'confidence'], ['confidence', 'unsure']]);
    expect(answer.status).toBe(303);
    expect((await stored()).map((row) => row?.confidence)).toEqual(ids.map(() => 'unsure'));
    const $ = await follow(answer.headers.location);
    expect($('#notice').text()).toContain('Changed 6 annotations in 2 articles.');
    const form = $('#notice form');
    const undo = form.attr('action') ?? '';
    expect(undo).toBe(`/steps/${stepOf(answer.headers.location)}/undo`);
    const fields = { back: '/annotations?tag=quote', request_key: uuidv7() };
    const undone = await server.request(undo, { form: fields });
    expect((await stored()).map((row) => row?.confidence)).toEqual(ids.map(() => null));
    const shown = await follow(undone.headers.location);
    expect(shown('#notice').text()).toContain('Undone.');
    expect(shown('select#tag option[selected]').attr('value')).toBe('quote');
    await server.request(undo, { form: fields });
    expect((await stored()).map((row) => row?.confidence)).toEqual(ids.map(() => null));
    await server.request(shown('#notice form').attr('action') ?? '', { form: { back: '/annotations' } });
    expect((await stored()).map((row) => row?.confidence)).toEqual(ids.map(() => 'unsure'));
  });

  test('take another tag with what both tags have, and the counts follow', async () => {
    await send([...(await picks(ids.slice(0, 2))), ['deed', 'tag'], ['tag', 'claim']]);
    const [first] = await stored();
    expect([first?.tag, first?.speaker, first?.version]).toEqual(['claim', 'Ines', 2]);
    await countsAreRight();
  });

  test('have a speaker set where their tag has one; the others are told', async () => {
    const answer = await send([...(await picks()), ['deed', 'speaker'], ['speaker', ' Ines Okafor ']]);
    const names = (await stored()).map((row) => row?.speaker);
    expect(names).toEqual(['Ines Okafor', 'Ines Okafor', null, 'Ines Okafor', 'Ines Okafor', null]);
    const $ = await follow(answer.headers.location);
    expect($('#notice').text()).toContain('Changed 4 annotations in 2 articles.');
    expect($('#notice').text()).toContain('2 of them have no such field');
  });

  test('are deleted, and come back', async () => {
    const answer = await send([...(await picks(ids.slice(0, 4))), ['deed', 'delete']], false);
    expect((await stored()).filter((row) => row?.deletedAt === null)).toHaveLength(2);
    await countsAreRight();
    await server.request(`/steps/${stepOf(answer.headers.location)}/undo`, { form: {} });
    expect((await stored()).filter((row) => row?.deletedAt === null)).toHaveLength(6);
    await countsAreRight();
  });

  test('all that match are those of the filter, on every page', async () => {
    const fields = [
      ['back', '/annotations?tag=quote'],
      ['all', '2'],
      ['deed', 'confidence'],
      ['confidence', 'sure'],
    ] as const;
    const answer = await server.request('/annotations/changes', {
      form: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    });
    expect(answer.headers.location).toMatch(/^\/annotations\?tag=quote&step=/);
    expect((await stored()).map((row) => row?.confidence)).toEqual(['sure', null, null, 'sure', null, null]);
  });

  test('are refused where the filter finds others than were seen', async () => {
    const answer = await send([
      ['all', '5'],
      ['deed', 'delete'],
    ]);
    expect(answer.status).toBe(409);
    expect(answer.html()('#notice').text()).toContain(
      '5 annotations matched when you looked, now there are 6',
    );
    expect((await stored()).filter((row) => row?.deletedAt === null)).toHaveLength(6);
  });

  test('are refused, all of them, where one was changed meanwhile', async () => {
    const seen = await picks();
    await touchFirst();
    for (const htmx of [false, true]) {
      const answer = await send([...seen, ['deed', 'confidence'], ['confidence', 'sure']], htmx);
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('one of the 6 selected annotations was changed or deleted');
      expect(answer.html()('[name=pick][checked]')).toHaveLength(6);
    }
    expect((await stored()).map((row) => row?.confidence)).toEqual(ids.map(() => null));
  });

  test('what somebody changed since stays when the step is undone', async () => {
    const answer = await send([...(await picks()), ['deed', 'confidence'], ['confidence', 'unsure']]);
    await touchFirst();
    const undone = await server.request(`/steps/${stepOf(answer.headers.location)}/undo`, { form: {} });
    const confidences = (await stored()).map((row) => row?.confidence);
    expect(confidences).toEqual(['unsure', null, null, null, null, null]);
    expect((await follow(undone.headers.location))('#notice').text()).toContain(
      'One annotation was changed since',
    );
  });

  test('sent again, are not changed again', async () => {
    const key = uuidv7();
    const fields = [
      ...(await picks()),
      ['deed', 'confidence'],
      ['confidence', 'sure'],
      ['form_key', key],
    ] as const;
    const form = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    const answers = [];
    for (let at = 0; at < 2; at++) answers.push(await server.request('/annotations/changes', { form }));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.headers.location).toBe(answers[1]?.headers.location);
    expect((await stored()).map((row) => row?.version)).toEqual(ids.map(() => 2));
  });

  test.each([
    [[['deed', 'delete']], 'Select some rows first.'],
    [
      [
        ['deed', 'tag'],
        ['tag', 'rumour'],
        ['all', '6'],
      ],
      'Choose a tag',
    ],
    [
      [
        ['deed', 'speaker'],
        ['speaker', 'x'.repeat(301)],
        ['all', '6'],
      ],
      'at most 300 characters',
    ],
    [
      [
        ['deed', 'confidence'],
        ['confidence', 'maybe'],
        ['all', '6'],
      ],
      'choose sure or unsure',
    ],
  ])('are not changed by what cannot be: %j', async (fields, sentence) => {
    const answer = await send(fields.map(([name = '', value = '']) => [name, value] as const));
    expect(answer.status).toBe(422);
    expect(answer.html()('#bulk').text()).toContain(sentence);
    expect((await stored()).map((row) => row?.version)).toEqual(ids.map(() => 1));
  });

  test("a reader may not, and nobody may change another project's", async () => {
    const { db } = server.database;
    const other = await tag(db, await newArticle(db, cast.charlie), 'a roof');
    const answer = await send([
      ['pick', `${other.annotation.id}.1`],
      ['deed', 'delete'],
    ]);
    expect(answer.status).toBe(409);
    await becomes(db, 'reader');
    expect((await send([...(await picks()), ['deed', 'delete']])).status).toBe(403);
    const $ = (await server.request('/annotations')).html();
    expect($('#bulk, #cells, [name=pick], .cell')).toHaveLength(0);
    await becomes(db, 'owner');
    expect((await stored()).every((row) => row?.deletedAt === null)).toBe(true);
    expect((await server.request(`/steps/${uuidv7()}/undo`, { form: {} })).status).toBe(404);
  });
});
