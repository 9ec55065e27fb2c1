import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { HOSTILE, loadAs, newArticle, placeOf } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let ferry: LoadedArticle;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    const { db } = server.database;
    cast = await makeCast(db);
    ferry = await newArticle(db, cast.alice);
  });
  afterAll(() => server.close());

  const page = async (path: string) => {
    const answer = await server.request(path);
    expect(answer.status).toBe(200);
    return answer.html();
  };
  const words = async (path: string) => {
    const $ = await page(path);
    return $('table.annotations tbody th a')
      .map((_, link) => $(link).text())
      .get();
  };

  test('an empty desk says the next step, and offers nothing to filter or take away', async () => {
    const $ = await page('/annotations');
    expect($('main p a[href="/"]')).toHaveLength(1);
    expect($('table, form.filters, a[href^="/annotations.csv"]')).toHaveLength(0);
  });

  describe('with annotations', () => {
    const SCRIPT = '</textarea><script>alert("a1")</script>';
    let statistic: string;
    beforeAll(async () => {
      const { db } = server.database;
      const said = { ...NO_ATTRIBUTES, speaker: 'Inès <b>Okafor</b>', cue: 'said' };
      await tag(db, ferry, 'Nobody told us', { tag: 'quote', attributes: said });
      const saved = await tag(db, await loadAs(cast.bob, db, ferry), '1,200 people', {
        tag: 'statistic',
        attributes: { ...NO_ATTRIBUTES, value: 1200, unit: 'people' },
      });
      statistic = saved.annotation.id;
      await tag(db, await newArticle(db, cast.alice, HOSTILE), SCRIPT);
      await tag(db, await newArticle(db, cast.charlie), 'a roof');
    });

    test('lists this project alone, with links to the place in the text', async () => {
      expect(await words('/annotations')).toEqual(['Nobody told us', '1,200 people', SCRIPT]);
      const $ = await page('/annotations');
      const row = $(`#row-${statistic}`);
      const { start } = placeOf(ferry.text.text, '1,200 people');
      expect(row.find('th a').attr('href')).toBe(`/articles/${ferry.article.id}?at=${start}#m-${statistic}`);
      expect(row.find('.edit').attr('value')).toBe(`${statistic}.all`);
      expect(row.text()).toContain('Bob');
      expect(row.find('td.is-details').text()).toBe('1,200 people');
      expect(row.find('time').attr('datetime')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
      expect($('#annotations .heading [role=status]').text()).toBe('3 annotations');
    });

    test('shows words as words, whatever stands in them', async () => {
      const $ = await page('/annotations?speaker=<b>');
      expect($('main script, main b')).toHaveLength(0);
      expect($('table.annotations').text()).toContain('Inès <b>Okafor</b>');
      expect($('#speaker').attr('value')).toBe('<b>');
    });

    test.each([
      ['?tag=quote', ['Nobody told us']],
      ['?speaker=ines', ['Nobody told us']],
      ['?words=PEOPLE%201%2C200', ['1,200 people']],
      ['?words=nowhere', []],
      ['?sort=tag', [SCRIPT, 'Nobody told us', '1,200 people']],
      ['?sort=speaker', ['Nobody told us', '1,200 people', SCRIPT]],
      ['?sort=nonsense&page=-3', ['Nobody told us', '1,200 people', SCRIPT]],
      ['?page=7', []],
    ])('finds and sorts: %s', async (query, expected) => {
      expect(await words(`/annotations${query}`)).toEqual(expected);
    });

    test('filters by article and annotator, and keeps the filter in the form and in the download', async () => {
      const query = `article=${ferry.article.id}&annotator=${cast.bob.annotatorId}`;
      expect(await words(`/annotations?${query}`)).toEqual(['1,200 people']);
      const $ = await page(`/annotations?${query}`);
      expect($('#article option[selected]').attr('value')).toBe(ferry.article.id);
      expect($('#annotator option[selected]').text()).toBe('Bob');
      expect($('a[href^="/exports/new"]').attr('href')).toBe(`/exports/new?${query}`);
    });

    test('with nothing found leads back to all', async () => {
      const $ = await page('/annotations?words=nowhere');
      expect($('#annotations p a').attr('href')).toBe('/annotations');
      expect($('form.filters')).toHaveLength(1);
    });

    test('htmx gets the table alone', async () => {
      const { text } = await server.request('/annotations?tag=quote', { htmx: true });
      expect(text).toMatch(/^<div id="annotations" data-address="\/annotations\?tag=quote">/);
      expect(text).not.toContain('1,200 people');
    });

    test('beyond a hundred comes page by page', async () => {
      const { db } = server.database;
      const { fields: _, ...row } = await db.annotation.findUniqueOrThrow({ where: { id: statistic } });
      const many = Array.from({ length: 150 }, (_, at) => ({
        ...{
          ...row,
          id: `${row.id}-${at}`,
          searchText: 'many',
          parts: [[row.start, row.end]],
        },
      }));
      await db.annotation.createMany({ data: many });
      const first = await page('/annotations?words=many');
      expect(first('tbody tr')).toHaveLength(100);
      expect(first('#annotations .heading [role=status]').text()).toBe('150 annotations match');
      const next = first('a[rel=next]').attr('href') ?? '';
      expect((await page(next))('tbody tr')).toHaveLength(50);
      expect((await page(next))('a[rel=next]')).toHaveLength(0);
      await db.annotation.deleteMany({ where: { searchText: 'many' } });
    });

    describe('a row', () => {
      const address = () => `/annotations/${statistic}`;
      const form = async (more: Readonly<Record<string, string>>) => {
        const { db } = server.database;
        const { version } = await db.annotation.findUniqueOrThrow({ where: { id: statistic } });
        return { _method: 'PATCH', view: 'row', version: String(version), ...more };
      };
      const save = async (more: Readonly<Record<string, string>>) =>
        server.request(address(), { form: await form(more), htmx: true });
      const rowOf = (text: string) => `<table><tbody>${text}</tbody></table>`;

      test('opens with its form and closes again', async () => {
        const open = (await server.request(`${address()}?view=row`, { htmx: true })).text;
        expect(open).toMatch(new RegExp(`^<tr id="row-${statistic}" class="open`));
        expect(open).toContain('<input type="hidden" name="view" value="row"/>');
        expect(open).toContain(`hx-get="/annotations/${statistic}/row"`);
        const closed = (await server.request(`${address()}/row`, { htmx: true })).text;
        expect(closed).toMatch(new RegExp(`^<tr id="row-${statistic}" class="statistic"`));
      });

      test('leads to its page without scripts', async () => {
        const answer = await server.request(`${address()}/row`);
        expect([answer.status, answer.headers.location]).toEqual([303, address()]);
      });

      test('is saved and shown as it is now', async () => {
        const answer = await save({ unit: 'passengers', value: '1200', done: '1' });
        expect(answer.status).toBe(200);
        expect(answer.text).toMatch(/^<tr[^>]*>.*1,200 passengers/s);
        expect(answer.text).not.toContain('hx-partial');
      });

      test('stays open with what was typed where that is wrong', async () => {
        const answer = await save({ value: 'many' });
        expect(answer.status).toBe(422);
        expect(rowOf(answer.text)).toContain('value="many"');
        expect(answer.text).toContain('enter a number in digits');
      });

      test('shows both versions where somebody else was quicker', async () => {
        const stale = await form({ unit: 'mine', version: '1' });
        const answer = await server.request(address(), { form: stale, htmx: true });
        expect(answer.status).toBe(409);
        expect(answer.text).toContain('value="mine"');
        expect(answer.text).toContain('passengers');
        const over = /name="over" value="(\d+)"/.exec(answer.text)?.[1] ?? '';
        expect((await save({ unit: 'mine', version: '1', over })).text).toContain('1,200 mine');
      });

      test('is taken away when it is deleted, with the way back', async () => {
        const answer = await save({ _method: 'DELETE' });
        expect(answer.status).toBe(200);
        expect(answer.text).not.toContain('<tr');
        expect(answer.text).toContain(`action="/articles/${ferry.article.id}/undo"`);
        expect((await server.request(`${address()}/row`, { htmx: true })).status).toBe(404);
      });
    });
  });

  test("another project's annotation has no row here", async () => {
    const { db } = server.database;
    const saved = await tag(db, await newArticle(db, cast.charlie), 'a call');
    expect((await server.request(`/annotations/${saved.annotation.id}/row`, { htmx: true })).status).toBe(
      404,
    );
    expect((await server.request('/annotations/nothing/row', { htmx: true })).status).toBe(404);
    expect((await server.request('/annotations', { form: {} })).status).toBe(405);
  });
});
