import { beforeAll, expect, test } from 'vitest';
import { exportedCodebook } from '../../../src/actions/codebook/read-codebook.ts';
import { exportFile } from '../../../src/actions/export-annotations.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_FILTER } from '../../../src/domain/annotation-filter.ts';
import { DEFAULT_CODEBOOK } from '../../../src/domain/codebook/codebook.ts';
import type { CodebookField } from '../../../src/domain/codebook/field.ts';
import { sightOf } from '../../../src/domain/sight.ts';
import { formats } from '../../../src/formats/index.ts';
import { codebookOfProject } from '../../../src/store/codebooks.ts';
import { newArticle } from '../../support/articles.ts';
import { codebookForm } from '../../support/codebooks.ts';
import { eachServer } from '../../support/each-server.ts';
import { fileOf, filesForm, workOnImports } from '../../support/import-files.ts';

const AT = '/projects/desk/codebook';

function field(key: string, kind: CodebookField['kind'], more: Partial<CodebookField> = {}): CodebookField {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  const texts = { help: '', unit: '', choices: [] };
  return {
    key,
    name,
    kind,
    tags: ['claim'],
    ...texts,
    isRequired: false,
    shownIf: null,
    isOff: false,
    ...more,
  };
}

const FIELDS: readonly CodebookField[] = [
  field('verdict', 'one', { choices: ['true', 'false', 'mixed'], isRequired: true, help: 'After checking.' }),
  field('topics', 'several', { choices: ['ports', 'money', 'weather'] }),
  field('harm', 'scale', {
    choices: ['none', 'some', 'much'],
    shownIf: { field: 'verdict', value: 'false' },
  }),
  field('seen', 'date'),
  field('delay', 'number', { unit: 'hours' }),
  field('public', 'yes-no', { tags: ['claim', 'quote'] }),
  field('source', 'line'),
];

eachServer('fields of a project’s own', ({ server, cast, db }) => {
  let article: LoadedArticle;
  let id = '';
  beforeAll(async () => {
    article = await newArticle(db(), cast.alice);
  });

  const page = async (path: string) => (await server.request(path)).html();
  const row = () => db().annotation.findUniqueOrThrow({ where: { id } });

  async function saveDocument(document: string, seen: number) {
    return server.request(AT, { form: { document, seen: String(seen), remark: '' } });
  }

  async function edit(fields: readonly (readonly [string, string])[]) {
    const { version } = await row();
    const form = new URLSearchParams([
      ['_method', 'PATCH'],
      ['version', String(version)],
      ...fields.map(([a, b]) => [a, b]),
    ]);
    return server.request(`/annotations/${id}`, { form, htmx: true });
  }

  test('are added by the form, with what is wrong beside its cause', async () => {
    const added = (more: Record<string, string>) =>
      new URLSearchParams({
        ...codebookForm(),
        newField: 'New1',
        'field-New1-place': '1',
        'field-New1-name': 'Verdict',
        'field-New1-kind': 'one',
        'field-New1-tags': 'claim',
        ...more,
      });
    const blank = (
      await server.request(AT, { form: new URLSearchParams({ ...codebookForm(), add: 'field' }) })
    ).html();
    expect(blank('input[name=newField]').attr('value')).toBe('New1');
    const wrong = await server.request(AT, { form: added({}) });
    expect([wrong.status, wrong.html()('[id="f-field-New1-choices-error"]').text()]).toEqual([
      422,
      'Give at least one choice.',
    ]);
    const review = await server.request(AT, { form: added({ 'field-New1-choices': 'true\nfalse' }) });
    expect(review.status).toBe(200);
    expect(review.html()('.differences').text()).toContain('Verdict: One of a list');
    expect(JSON.parse(review.html()('input[name=document]').attr('value') ?? '{}').fields).toMatchObject([
      { key: 'verdict', kind: 'one', choices: ['true', 'false'], tags: ['claim'], required: false },
    ]);
  });

  test('stand in the card of their tags, each as its kind wants', async () => {
    const book = exportedCodebook({ ...DEFAULT_CODEBOOK, fields: FIELDS });
    expect((await saveDocument(book, 1)).status).toBe(303);
    const start = article.text.text.indexOf('was late');
    const form = { tag: 'claim', parts: `${start}-${start + 8}`, text: 'was late' };
    const made = await server.request(`/articles/${article.article.id}/annotations`, { form, htmx: true });
    expect(made.status).toBe(201);
    id = (await db().annotation.findFirstOrThrow({ where: { articleId: article.article.id } })).id;
    const $ = await page(`/annotations/${id}`);
    const names = $('.fields [name^="field_"]')
      .toArray()
      .map(({ attribs }) => attribs.name);
    expect([...new Set(names)]).toEqual(FIELDS.map(({ key }) => `field_${key}`));
    expect($('[name="field_seen"]').attr('type')).toBe('date');
    expect(
      $('[name="field_verdict"] option')
        .toArray()
        .map(({ attribs }) => attribs.value),
    ).toEqual(['', 'true', 'false', 'mixed']);
    expect($('label').text()).toContain('Verdict (to fill in)');
    expect($('[data-asked-if="field_verdict=false"]')).toHaveLength(1);
    const reading = await page(`/articles/${article.article.id}`);
    expect(reading(`.entry[data-annotation="${id}"]`).text()).toContain('Verdict missing');
  });

  test('keep what is filled in, each by itself and all together', async () => {
    expect((await edit([['field_verdict', 'false']])).status).toBe(200);
    expect((await row()).fields).toEqual({ verdict: 'false' });
    const many = await edit([
      ['field_topics', ''],
      ['field_topics', 'weather'],
      ['field_topics', 'ports'],
      ['field_harm', 'some'],
      ['field_seen', '2026-11-28'],
      ['field_delay', '2.5'],
      ['field_public', 'yes'],
      ['field_source', ' The log '],
    ]);
    expect(many.status).toBe(200);
    expect((await row()).fields).toEqual({
      verdict: 'false',
      topics: ['ports', 'weather'],
      harm: 'some',
      seen: '2026-11-28',
      delay: 2.5,
      public: true,
      source: 'The log',
    });
    const $ = await page(`/articles/${article.article.id}`);
    expect($(`.entry[data-annotation="${id}"]`).text()).toContain('Verdict: false');
    expect($(`.entry[data-annotation="${id}"]`).text()).not.toContain('missing');
  });

  test.each([
    ['field_verdict', 'maybe', 'Verdict: choose true, false or mixed.'],
    ['field_topics', 'ports; fish', 'Topics: choose ports, money or weather.'],
    ['field_seen', '2026-02-30', 'Seen: enter a day, such as 2026-11-28.'],
    ['field_delay', 'soon', 'Delay: enter a number in digits'],
    ['field_public', 'perhaps', 'Public: choose yes or no.'],
    ['field_source', 'x'.repeat(301), 'Source'],
  ])('refuse %s = %j and keep what was there', async (name, value, why) => {
    const before = (await row()).fields;
    const { status, text } = await edit([
      [name, value],
      ['speaker', 'y'.repeat(400)],
    ]);
    expect(status).toBe(422);
    expect(text).toContain(`f-${id}-${name}-error`);
    expect(text).toContain(why);
    // Both are said, not the first alone.
    expect(text).toContain(`f-${id}-speaker-error`);
    expect((await row()).fields).toEqual(before);
  });

  test('are emptied, and come back by undo; other tags keep them', async () => {
    const full = (await row()).fields;
    await edit([
      ['field_topics', ''],
      ['field_source', ''],
    ]);
    expect((await row()).fields).toMatchObject({ verdict: 'false' });
    expect(Object.keys((await row()).fields as object)).not.toContain('topics');
    await server.request(`/articles/${article.article.id}/undo`, { form: {}, htmx: true });
    expect((await row()).fields).toEqual(full);
    await edit([['tag', 'statistic']]);
    expect((await row()).fields).toEqual(full);
    await edit([['tag', 'claim']]);
    const history = await page(`/annotations/${id}/history`);
    expect(history('main').text()).toContain('Verdict');
  });

  test('are found by what is filled in', async () => {
    expect((await page('/annotations?words=the%20log'))('tbody tr')).toHaveLength(1);
    expect((await page('/annotations?words=nowhere'))('tbody tr')).toHaveLength(0);
  });

  test('have columns of their own in the CSV, whatever is filled in, described by its metadata', async () => {
    const csv = (await server.request('/annotations.csv?raw=1')).text;
    const [header = '', first = ''] = csv.split('\r\n');
    expect(header).toMatch(
      /,field_verdict,field_topics,field_harm,field_seen,field_delay,field_public,field_source,links$/,
    );
    expect(first).toMatch(/,"false","ports; weather","some","2026-11-28",2.5,"yes","The log",$/);
    const { tableSchema } = JSON.parse((await server.request('/annotations.csv-metadata.json')).text);
    expect(tableSchema.columns.at(-4)).toMatchObject({ name: 'field_delay', datatype: 'double' });
    const empty = (await server.request('/annotations.csv?raw=1&tag=quote')).text;
    expect(empty.split('\r\n')[0]).toBe(header);
  });

  test.each([
    ['csv', 'annotations.csv'],
    ['jsonl', 'annotations.jsonl'],
    ['w3c', 'annotations.w3c.jsonld'],
    ['labelstudio', 'annotations.labelstudio.json'],
    ['brat', 'annotations.brat.zip'],
    ['qdpx', 'annotations.qdpx'],
  ])('leave as %s and come back the same', async (format, name) => {
    const slug = `twin-${format}`;
    await server.request('/projects/desk/copies', { form: { copy_name: `Twin ${format}`, articles: '1' } });
    const { projectId } = cast.alice;
    const codebook = await codebookOfProject(db(), projectId);
    const wanted = formats.find(({ key }) => key === format);
    if (!wanted) throw new Error(`there is no format ${format}`);
    const chunks: Uint8Array[] = [];
    const request = {
      sight: sightOf(cast.alice),
      project: { id: projectId, slug: 'desk', name: 'Desk', codebook },
      filter: NO_FILTER,
      format: wanted,
    };
    for await (const chunk of exportFile(server.database, request)) chunks.push(chunk);
    const file = { name, bytes: Buffer.concat(chunks) };
    const sent = await server.request(`/imports?project=${slug}`, {
      method: 'POST',
      ...(await filesForm([file], {})),
    });
    const address = sent.headers.location ?? '';
    const $ = await page(address);
    const form = new URLSearchParams([
      ['_method', 'PATCH'],
      ['annotators', 'me'],
    ]);
    for (const label of $('input[name=label]').toArray()) form.append('label', label.attribs.value ?? '');
    for (const choice of $('select[name=choice] option[selected]').toArray())
      form.append('choice', choice.attribs.value ?? '');
    await server.request(address, { form });
    await workOnImports(server.database);
    const twin = await db().project.findUniqueOrThrow({ where: { slug } });
    const stored = await db().annotation.findMany({ where: { projectId: twin.id } });
    expect(stored.map(({ fields }) => fields)).toEqual([(await row()).fields]);
  });

  test('never become another kind, whatever a file says', async () => {
    const fields = FIELDS.map((one) => (one.key === 'delay' ? { ...one, kind: 'line' as const } : one));
    const answer = await saveDocument(exportedCodebook({ ...DEFAULT_CODEBOOK, fields }), 2);
    expect(answer.status).toBe(422);
    expect(answer.html()('main').text()).toContain('Delay is another kind of field here.');
    expect((await db().project.findUniqueOrThrow({ where: { slug: 'desk' } })).codebook).toBe(2);
  });

  test('that are left out by a file are switched off, and what they hold leaves all the same', async () => {
    const form = await filesForm([fileOf('book.json', exportedCodebook(DEFAULT_CODEBOOK))], {
      from: 'file',
      seen: '2',
    });
    const review = (await server.request(AT, { method: 'POST', ...form })).html();
    expect(review('.differences').text()).toContain('switched off');
    await saveDocument(review('input[name=document]').attr('value') ?? '', 2);
    const $ = await page(`/annotations/${id}`);
    expect($('.fields [name^="field_"]')).toHaveLength(0);
    const { version } = await row();
    await edit([['note', 'Still there.']]);
    expect(await row()).toMatchObject({ version: version + 1, fields: { verdict: 'false' } });
    expect((await server.request('/annotations.csv?raw=1')).text).toContain('field_verdict');
  });
});
