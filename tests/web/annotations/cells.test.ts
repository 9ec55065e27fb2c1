import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { change, tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('a cell of the table, on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let own: LoadedArticle;
  let id: string;
  let editElsewhere: (note: string) => Promise<unknown>;

  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    const { db } = server.database;
    own = await newArticle(db, cast.alice);
    const attributes = { ...NO_ATTRIBUTES, value: 1200, unit: 'person' };
    const saved = await tag(db, own, '1,200 people', { tag: 'statistic', attributes });
    id = saved.annotation.id;
    editElsewhere = (note) => change(db, own, saved, { note });
  });

  const BACK = '/annotations?sort=changed&column=tag%2Cvalue%2Cunit%2Cnote&page=1';
  const row = () => server.database.db.annotation.findUniqueOrThrow({ where: { id } });
  const table = async (path: string) => (await server.request(path)).html();
  const open = async (column: string) => {
    const $ = await table(`${BACK}&open=${id}.${column}`);
    return { $, form: $(`#row-${id} form.cell-form`) };
  };
  const fieldsOf = ({ $, form }: Awaited<ReturnType<typeof open>>): Record<string, string> =>
    Object.fromEntries(
      form
        .find('[name]')
        .map((_, field) => [[$(field).attr('name'), $(field).val() ?? '']])
        .get()
        .filter(([name]) => name !== 'over'),
    );
  const save = (fields: Record<string, string>, htmx = false) =>
    server.request(`/annotations/${id}`, {
      form: fields,
      htmx,
      headers: htmx ? { 'HX-Current-URL': server.url + BACK } : {},
    });

  test('opens in its table without scripts, and what is saved there ends there', async () => {
    const opened = await open('unit');
    expect(opened.form.find('input[name=unit]').attr('value')).toBe('person');
    const answer = await save({ ...fieldsOf(opened), unit: 'passenger' });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(
      `/annotations?sort=changed&column=tag%2Cvalue%2Cunit%2Cnote#row-${id}`,
    );
    expect((await row()).unit).toBe('passenger');
    const $ = await table(answer.headers.location?.split('#')[0] ?? '');
    expect($(`#row-${id} .cell[value="${id}.unit"]`).text()).toBe('passenger');
    expect(
      $('thead th')
        .map((_, th) => $(th).text())
        .get(),
    ).toEqual(['Tag', 'Words', 'Value', 'Unit', 'Note']);
  });

  test('is answered with its row alone, and the next cell of the row open where that is asked for', async () => {
    const opened = await open('value');
    const answer = await save({ ...fieldsOf(opened), value: '1,300', open: 'unit' }, true);
    expect(answer.text).toMatch(new RegExp(`^<tr id="row-${id}"`));
    expect(answer.text.match(/<tr/g)).toHaveLength(1);
    const wrapped = `<table>${answer.text}</table>`;
    expect(wrapped).toContain('1,300');
    expect(wrapped).toMatch(/name="cell" value="unit"/);
    expect(wrapped.match(/data-takes-focus/g)).toHaveLength(1);
    const closed = await save({ ...fieldsOf(await open('unit')), unit: 'rider' }, true);
    expect(closed.text).toMatch(
      new RegExp(`value="${id}.unit" aria-label="Unit: rider. Edit" data-takes-focus`),
    );
    expect(closed.text).not.toContain('cell-form');
  });

  test.each([false, true])(
    'says beside the field what is wrong, with what was typed: htmx %s',
    async (htmx) => {
      const answer = await save({ ...fieldsOf(await open('value')), value: 'many' }, htmx);
      expect(answer.status).toBe(422);
      const text = htmx ? `<table>${answer.text}</table>` : answer.text;
      expect(text).toMatch(/name="value"[^>]*aria-invalid="true"/);
      expect(text).toContain('value="many"');
      expect(text).toContain(`<p class="wrong" id="c-${id}-value-error">Value: enter a number in digits`);
      expect((await row()).value).toBe(1200);
    },
  );

  test.each([false, true])('shows both versions where somebody was quicker: htmx %s', async (htmx) => {
    const fields = fieldsOf(await open('unit'));
    await editElsewhere('Theirs');
    const answer = await save({ ...fields, unit: 'mine' }, htmx);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('value="mine"');
    expect(answer.text).toContain('Saved now:');
    expect(answer.text).toContain('Theirs');
    expect((await row()).unit).toBe('person');
    const over = /name="over" value="(\d+)"/.exec(answer.text)?.[1] ?? '';
    await save({ ...fields, unit: 'mine', over }, htmx);
    const now = await row();
    expect([now.unit, now.note]).toEqual(['mine', 'Theirs']);
  });

  test.each([false, true])('sent again is answered with what was done, once: htmx %s', async (htmx) => {
    const fields = { ...fieldsOf(await open('unit')), unit: 'rider' };
    const first = await save(fields, htmx);
    await editElsewhere('Since');
    const again = await save(fields, htmx);
    expect([first.status, again.status]).toEqual(htmx ? [200, 200] : [303, 303]);
    const now = await row();
    expect([now.unit, now.note, now.version]).toEqual(['rider', 'Since', 3]);
  });

  test('the same form says something else after going back: that is saved as well', async () => {
    const fields = fieldsOf(await open('unit'));
    await save({ ...fields, unit: 'rider' });
    const answer = await save({ ...fields, unit: 'walker' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('value="walker"');
  });

  test('a deletion that is sent again is answered alike, and its undo takes that step', async () => {
    const $ = await table(`${BACK}&open=${id}.all`);
    const form = $(`#row-${id} form`);
    const key = String(form.find('[name=form_key]').val());
    const fields = { _method: 'DELETE', view: 'row', version: '1', form_key: key, back: BACK };
    const answers = [await save(fields), await save(fields), await save(fields, true)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 200]);
    expect((await row()).deletedAt).not.toBeNull();
    const shown = await table(answers[0]?.headers.location ?? '');
    expect(shown('#notice q').text()).toBe('1,200 people');
    await server.request(shown('#notice form').attr('action') ?? '', {
      form: { of: String(shown('#notice [name=of]').val()) },
    });
    expect((await row()).deletedAt).toBeNull();
  });

  test('leads back to no other desk', async () => {
    for (const back of [
      'https://elsewhere.example/annotations',
      '//elsewhere.example/x',
      'javascript:alert(1)',
    ]) {
      const answer = await save({ ...fieldsOf(await open('unit')), unit: `u${uuidv7()}`, back });
      expect(answer.headers.location).toMatch(/^\/(annotations|x|#|$)/);
      expect(answer.headers.location).not.toMatch(/^\/\//);
    }
  });

  test('of what a tag does not have cannot be opened', async () => {
    const $ = await table(`/annotations?column=speaker&open=${id}.speaker`);
    expect($(`#row-${id} .cell, #row-${id} .cell-form`)).toHaveLength(0);
  });
});
