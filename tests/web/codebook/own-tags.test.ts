import { beforeAll, expect, test } from 'vitest';
import { exportedCodebook } from '../../../src/actions/codebook/read-codebook.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { DEFAULT_CODEBOOK } from '../../../src/domain/codebook/codebook.ts';
import { newArticle } from '../../support/articles.ts';
import { codebookForm } from '../../support/codebooks.ts';
import { eachServer } from '../../support/each-server.ts';
import { fileOf, filesForm, workOnImports } from '../../support/import-files.ts';

const AT = '/projects/desk/codebook';

const PREDICTION = {
  'New1-place': '2',
  'New1-name': 'Prediction',
  'New1-plural': 'Predictions',
  'New1-letter': '4',
  'New1-hue': '7',
  'New1-definition': 'What somebody says will happen.',
};

eachServer('tags of a project’s own', ({ server, cast, db }) => {
  let article: LoadedArticle;
  beforeAll(async () => {
    article = await newArticle(db(), cast.alice);
  });

  const at = () => `/articles/${article.article.id}`;
  const page = async (path: string) => (await server.request(path)).html();

  /** The form with a new tag, and what is different from `PREDICTION` in it. */
  function added(changes: Readonly<Record<string, string>> = {}, fields = ['speaker']): URLSearchParams {
    const form = new URLSearchParams({ ...codebookForm(), new: 'New1', ...PREDICTION, ...changes });
    for (const field of fields) form.append('New1-fields', field);
    return form;
  }

  async function save(form: URLSearchParams | Record<string, string>) {
    const review = (await server.request(AT, { form })).html();
    const inputs = review('form[action$="/codebook"] input').toArray();
    const fields = inputs.map(({ attribs }) => [attribs.name ?? '', attribs.value ?? '']);
    return server.request(AT, { form: Object.fromEntries(fields) });
  }

  async function tagWords(words: string, tag: string) {
    const start = article.text.text.indexOf(words);
    const form = { tag, parts: `${start}-${start + words.length}`, text: words };
    return server.request(`${at()}/annotations`, { form, htmx: true });
  }

  test('are added to the form without scripts, and taken away again', async () => {
    const form = { ...codebookForm({ 'claim-name': 'Allegation' }), add: 'tag' };
    const $ = (await server.request(AT, { form })).html();
    expect($('input[name=new]').attr('value')).toBe('New1');
    expect($('input[name="claim-name"]').attr('value')).toBe('Allegation');
    expect($('select[name="New1-hue"] option[selected]').attr('value')).toBe('4');
    const more = new URLSearchParams({ ...codebookForm(), ...PREDICTION, new: 'New1', add: 'tag' });
    expect(
      (await server.request(AT, { form: more }))
        .html()('input[name=new]')
        .toArray()
        .map(({ attribs }) => attribs.value),
    ).toEqual(['New1', 'New2']);
    const less = new URLSearchParams({ ...codebookForm(), ...PREDICTION, new: 'New1', remove: 'New1' });
    expect((await server.request(AT, { form: less })).html()('input[name=new]')).toHaveLength(0);
  });

  test.each([
    ['New1-letter', 'C', 'New1-letter', 'C is the key of the tag Claim.'],
    ['New1-letter', 'J', 'New1-letter', 'J already does something else: Next sentence.'],
    ['New1-plural', 'quotes', 'New1-plural', 'The tag quote already has the name “Quotes”.'],
    ['New1-name', 'quote', 'New1-key', 'The tag quote appears twice.'],
    ['New1-key', 'Not a key', 'New1-key', 'Use small letters, digits and _ here, a letter first.'],
    [
      'New1-key',
      'nothing',
      'New1-key',
      '“nothing” means something else in files. Choose another name for files.',
    ],
    ['New1-definition', '', 'New1-definition', 'This must not be empty.'],
  ])('are refused with %s = %j, beside the field', async (name, value, field, why) => {
    const { status, html } = await server.request(AT, { form: added({ [name]: value }) });
    const $ = html();
    expect([status, $(`[id="f-${field}-error"]`).text()]).toEqual([422, why]);
    expect($('input[name="New1-fields"][value=speaker]').attr('checked')).toBeDefined();
    expect($(`[name="${name}"]`).val()).toBe(value);
  });

  test('are said before they are saved, and offered from then on', async () => {
    const $ = (await server.request(AT, { form: added() })).html();
    expect($('.differences').text()).toContain('PredictionNew');
    expect((await save(added())).status).toBe(303);
    const reading = await page(at());
    const buttons = reading('#tag-form button[name=tag]').toArray();
    expect(buttons.map(({ attribs }) => [attribs.value, attribs.class])).toEqual([
      ['claim', 'claim hue-1'],
      ['prediction', 'own-prediction hue-7'],
      ['quote', 'quote hue-2'],
      ['statistic', 'statistic hue-3'],
    ]);
    expect(JSON.parse(reading('#keymap').text())).toMatchObject({ 4: 'tag-prediction' });
    expect(reading('#definitions-dialog').text()).toContain('What somebody says will happen.');
    // It says nothing of what to mark: no heading, and not its key.
    expect((await page(AT))('.definition').eq(1).find('dt')).toHaveLength(0);
    expect((await page('/settings'))('[name="tag-prediction"]').first().attr('value')).toBe('4');
  });

  test('are given, drawn, counted and found', async () => {
    const made = await tagWords('was late', 'prediction');
    expect(made.status).toBe(201);
    const $ = await page(at());
    expect($('mark.own-prediction').text()).toBe('was late');
    expect($('#counts .own-prediction').text()).toBe('4 Predictions: 1');
    const { id } = await db().annotation.findFirstOrThrow({ where: { tag: 'prediction' } });
    const form = await page(`/annotations/${id}`);
    expect(
      form('.fields [name]')
        .toArray()
        .map(({ attribs }) => attribs.name),
    ).toEqual(['speaker', 'tag', 'confidence', 'note']);
    expect((await page('/'))('th.own-prediction').text()).toBe('4Predictions');
    expect((await page('/?sort=prediction'))('td.number').toArray().length).toBeGreaterThan(0);
    expect((await page('/annotations?tag=prediction'))('tbody tr')).toHaveLength(1);
    expect((await page('/annotations?tag=claim'))('tbody tr')).toHaveLength(0);
    const counts = await db().coding.findFirstOrThrow({ where: { articleId: article.article.id } });
    expect(counts.counts).toMatchObject({ prediction: 1, claim: 0 });
  });

  test('keep their fields through an edit, another tag and undo', async () => {
    const { id, version } = await db().annotation.findFirstOrThrow({ where: { tag: 'prediction' } });
    const edit = (form: Record<string, string>) =>
      server.request(`/annotations/${id}`, { form: { _method: 'PATCH', ...form }, htmx: true });
    expect((await edit({ speaker: 'The captain', version: String(version) })).status).toBe(200);
    expect((await edit({ tag: 'quote', version: String(version + 1) })).status).toBe(200);
    expect((await edit({ tag: 'prediction', version: String(version + 2) })).status).toBe(200);
    const now = () => db().annotation.findUniqueOrThrow({ where: { id } });
    expect(await now()).toMatchObject({ tag: 'prediction', speaker: 'The captain' });
    await server.request(`${at()}/undo`, { form: {}, htmx: true });
    expect(await now()).toMatchObject({ tag: 'quote', speaker: 'The captain' });
    await server.request(`${at()}/redo`, { form: {}, htmx: true });
    expect(await now()).toMatchObject({ tag: 'prediction' });
  });

  test('are boxes of the sheet', async () => {
    const $ = await page(`${at()}/sheet`);
    expect($('#r1-prediction')).toHaveLength(1);
    const form = new URLSearchParams([
      ['seen', '0:'],
      ['tick', '0:prediction'],
      ['tick', '0:nonsense'],
    ]);
    const answer = await server.request(`${at()}/sheet`, { form });
    expect(answer.status).toBe(303);
    expect(await db().annotation.count({ where: { tag: 'prediction', deletedAt: null } })).toBe(2);
    expect(await db().annotation.count({ where: { tag: 'nonsense' } })).toBe(0);
  });

  test('are refused where the codebook has none of the name', async () => {
    const { status, text } = await tagWords('Tuesday', 'nonsense');
    expect(status).toBe(422);
    expect(text).toContain('prediction');
  });

  test('leave as CSV and come back into a project that has them, by name or key', async () => {
    const csv = (await server.request('/annotations.csv')).text;
    const rows = csv.split('\r\n').filter((row) => row.includes('"prediction"'));
    expect(rows).toHaveLength(2);
    const { tableSchema } = JSON.parse((await server.request('/annotations.csv-metadata.json')).text);
    const column = tableSchema.columns.find(({ name }: { name: string }) => name === 'tag');
    expect(column.datatype.format).toContain('prediction');
    await server.request('/projects/desk/copies', { form: { copy_name: 'Twin', articles: '1' } });
    const file = fileOf('annotations.csv', csv.replaceAll('"prediction"', '"Predictions"'));
    const sent = await server.request('/imports?project=twin', {
      method: 'POST',
      ...(await filesForm([file], {})),
    });
    const address = sent.headers.location ?? '';
    const $ = await page(address);
    expect(
      $('select[name=choice] option[selected]')
        .toArray()
        .map(({ attribs }) => attribs.value),
    ).toContain('prediction');
    const labels = $('input[name=label]')
      .toArray()
      .map(({ attribs }) => attribs.value ?? '');
    const form = new URLSearchParams([
      ['_method', 'PATCH'],
      ['annotators', 'me'],
    ]);
    for (const label of labels) form.append('label', label);
    for (const label of labels) form.append('choice', label === 'Predictions' ? 'prediction' : 'leave');
    await server.request(address, { form });
    await workOnImports(server.database);
    const twin = await db().project.findUniqueOrThrow({ where: { slug: 'twin' } });
    expect(await db().annotation.count({ where: { projectId: twin.id, tag: 'prediction' } })).toBe(2);
  });

  test('are switched off, not lost, by a codebook that leaves them out', async () => {
    const book = exportedCodebook(DEFAULT_CODEBOOK);
    const form = await filesForm([fileOf('book.json', book)], { from: 'file', seen: '2' });
    const review = (await server.request(AT, { method: 'POST', ...form })).html();
    expect(review('.differences').text()).toContain('Prediction: Switched off');
    const document = review('input[name=document]').attr('value') ?? '';
    expect((await server.request(AT, { form: { document, seen: '2', remark: '' } })).status).toBe(303);
    const $ = await page(at());
    expect($('#tag-form button[value=prediction]')).toHaveLength(0);
    expect($('mark.own-prediction').length).toBeGreaterThan(0);
    expect((await page('/annotations?tag=prediction'))('tbody tr')).toHaveLength(2);
  });

  test('that somebody else added meanwhile stay on', async () => {
    const document = exportedCodebook(DEFAULT_CODEBOOK);
    const answer = await server.request(AT, { form: { document, seen: '1', remark: '' } });
    expect(answer.status).toBe(409);
    expect(answer.html()('.differences').text()).not.toContain('Prediction');
  });
});
