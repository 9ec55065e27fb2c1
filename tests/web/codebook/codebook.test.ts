import { beforeAll, expect, test } from 'vitest';
import { exportedCodebook } from '../../../src/actions/codebook/read-codebook.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { DEFAULT_CODEBOOK } from '../../../src/domain/codebook/codebook.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { codebookForm, codebookWith } from '../../support/codebooks.ts';
import { eachServer } from '../../support/each-server.ts';
import { fileOf, filesForm } from '../../support/import-files.ts';

const AT = '/projects/desk/codebook';

eachServer('the codebook', ({ server, cast, db }) => {
  let article: LoadedArticle;
  beforeAll(async () => {
    article = await newArticle(db(), cast.alice);
    await tag(db(), article, 'was late', { tag: 'claim' });
    await tag(db(), article, 'on Tuesday', { tag: 'claim' });
  });

  const page = async (path: string) => (await server.request(path)).html();
  const reading = () => page(`/articles/${article.article.id}`);
  const versions = async () =>
    (await db().codebookVersion.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number);

  /** Sends a form, and then what the page of its changes sends. */
  async function save(form: Record<string, string>, remark = '') {
    const review = (await server.request(AT, { form })).html();
    const fields = Object.fromEntries(
      review('form[action$="/codebook"] input')
        .toArray()
        .map(({ attribs }) => [attribs.name, attribs.value ?? '']),
    );
    return server.request(AT, { form: { ...fields, ...(remark && { remark }) } });
  }

  test('begins as version 1, which is stored nowhere', async () => {
    const $ = await page(AT);
    expect(
      $('.definition h2 .name')
        .toArray()
        .map((name) => $(name).text()),
    ).toEqual(['Claim', 'Quote', 'Statistic']);
    expect($('main').text()).toContain('A statement of fact that can be checked.');
    expect($('main').text()).toContain('Version 1');
    expect(await versions()).toEqual([]);
  });

  test('leaves as JSON', async () => {
    const { text: body, headers } = await server.request(`${AT}.json`);
    expect(headers['content-disposition']).toContain('desk.codebook.json');
    expect(body).toBe(exportedCodebook(DEFAULT_CODEBOOK));
  });

  test('says what a change touches before it is made', async () => {
    const form = codebookForm({
      'claim-name': 'Allegation',
      'claim-plural': 'Allegations',
      'claim-hue': '5',
    });
    const { status, html } = await server.request(AT, { form });
    const $ = html();
    expect(status).toBe(200);
    expect(
      $('.differences tbody tr')
        .toArray()
        .map((row) => $(row).text()),
    ).toEqual([
      'Claim: NameClaimAllegation',
      'Claim: PluralClaimsAllegations',
      'Claim: ColourOchre, single lineBlue, double line',
    ]);
    expect($('main li').text()).toBe('Claim: 2 annotations are shown with it.');
    expect(await versions()).toEqual([]);
  });

  test('is what every page calls and draws tags by, once it is saved', async () => {
    const answer = await save(
      codebookForm({
        'claim-name': 'Allegation',
        'claim-plural': 'Allegations',
        'claim-letter': '1',
        'claim-hue': '5',
        'claim-notWhen': 'Not opinions.',
        'claim-examples': 'The ferry was late.\n\nIt sank.',
      }),
      'After the pilot',
    );
    expect([answer.status, answer.headers.location]).toEqual([303, `${AT}?done=saved`]);
    expect(await versions()).toEqual([2]);
    const $ = await reading();
    const button = $('#tag-form button[value=claim]');
    expect([button.text(), button.attr('class'), button.attr('aria-keyshortcuts')]).toEqual([
      'Allegation 1',
      'claim hue-5',
      '1',
    ]);
    expect($('#counts .claim').text()).toBe('1 Allegations: 2');
    expect($('mark.claim').attr('class')).toMatch(/^claim hue-5/);
    expect($('.entry .letter').first().text()).toBe('1');
    expect(JSON.parse($('#keymap').text())).toMatchObject({ 1: 'tag-claim', q: 'tag-quote' });
    expect($('#definitions-dialog').text()).toContain('Not opinions.');
    expect(
      $('#definitions-dialog dd')
        .toArray()
        .map((one) => $(one).text()),
    ).toContain('It sank.');
    expect($('a#define').attr('href')).toBe(AT);
    expect($('a#define').attr('aria-keyshortcuts')).toBe('I');
    expect((await page('/annotations'))('select#tag option').text()).toContain('Allegation');
    expect((await page('/help'))('dl.tags').text()).toContain('Allegation');
    expect((await page('/'))('th.claim').text()).toBe('1Allegations');
    expect((await page(`/articles/${article.article.id}/sheet`))('.boxes').first().text()).toContain(
      'Allegation',
    );
  });

  test('is what fragments and their words go by', async () => {
    const form = { tag: 'claim', parts: '0-3', text: article.text.text.slice(0, 3) };
    const made = await server.request(`/articles/${article.article.id}/annotations`, { form, htmx: true });
    expect(made.status).toBe(201);
    expect(made.text).toContain('claim hue-5');
    expect(made.text).not.toContain('hue-1"');
    const undone = await server.request(`/articles/${article.article.id}/undo`, { form: {}, htmx: true });
    expect(undone.text).toContain('Allegation');
  });

  test('holds in its own project alone', async () => {
    await server.request('/projects', { form: { name: 'Other desk' } });
    const $ = await page('/help?project=other-desk');
    expect($('dl.tags').text()).toContain('Claim');
    expect($('dl.tags').text()).not.toContain('Allegation');
  });

  test('goes with a copy of the project, as its second version', async () => {
    await server.request('/projects/desk/copies', { form: { copy_name: 'Twin' } });
    const $ = await page('/projects/twin/codebook');
    expect($('main').text()).toContain('Allegation');
    expect((await page('/projects/twin/codebook/versions'))('.versions li').length).toBe(2);
  });

  test('offers nothing that is switched off, and keeps what is tagged with it', async () => {
    const now = codebookWith({ claim: { name: 'Allegation', plural: 'Allegations', isOff: true } });
    const review = await server.request(AT, { ...(await fileForm(exportedCodebook(now))) });
    expect(review.html()('main li').text()).toContain('annotations have this tag and keep it.');
    await saveDocument(exportedCodebook(now), 2);
    const $ = await reading();
    expect(
      $('#tag-form button[name=tag]')
        .toArray()
        .map(({ attribs }) => attribs.value),
    ).toEqual(['quote', 'statistic']);
    expect($('mark.claim').length).toBeGreaterThan(0);
    expect($('#keymap').text()).not.toContain('tag-claim');
    expect($('.maybe.claim').length).toBe(0);
    expect($('#kind-claim').length).toBe(0);
    const annotation = await db().annotation.findFirstOrThrow({ where: { tag: 'claim', deletedAt: null } });
    const options = (await page(`/annotations/${annotation.id}`))('select[name=tag] option').toArray();
    expect(options.map(({ attribs }) => attribs.value)).toEqual(['claim', 'quote', 'statistic']);
  });

  test('refuses what is wrong beside its field, and keeps what was typed', async () => {
    const { status, html } = await server.request(AT, {
      form: codebookForm({ 'quote-letter': 'J', 'statistic-name': ' ', 'claim-definition': 'Mine.' }),
    });
    const $ = html();
    expect(status).toBe(422);
    expect($('#f-statistic-name-error').text()).toBe('This must not be empty.');
    expect($('#f-claim-definition').text()).toBe('Mine.');
    const other = (await server.request(AT, { form: codebookForm({ 'quote-letter': 'J' }) })).html();
    expect(other('#f-quote-letter-error').text()).toBe('J already does something else: Next sentence.');
    expect(other('#f-quote-letter').attr('value')).toBe('J');
  });

  test('refuses a file that is none, with the places', async () => {
    const broken = exportedCodebook(DEFAULT_CODEBOOK).replace('"hue": 2', '"hue": 99');
    const { status, html } = await server.request(AT, await fileForm(broken));
    expect([status, html()('ul.wrong li').text().trim()]).toEqual([
      422,
      'tags[1].hue: A number from 1 to 12.',
    ]);
    const none = await server.request(AT, await fileForm(''));
    expect([none.status, none.html()('ul.wrong li').text().trim()]).toEqual([422, 'Choose a file.']);
  });

  test('loses nothing when somebody else has changed it meanwhile', async () => {
    const { status, html } = await saveDocument(
      exportedCodebook(codebookWith({ quote: { name: 'Saying' } })),
      1,
    );
    const $ = html();
    expect(status).toBe(409);
    expect($('main').text()).toContain('Somebody else changed the codebook meanwhile. It is now version 3.');
    expect($('.differences').text()).toContain('Quote: NameQuoteSaying');
    expect($('input[name=seen]').attr('value')).toBe('3');
    expect(await latest()).toBe(3);
  });

  test('compares two versions, and uses an earlier one again', async () => {
    const $ = await page(`${AT}/versions?from=1&to=2`);
    expect(
      $('.versions li')
        .toArray()
        .map(({ attribs }) => attribs.value),
    ).toEqual(['3', '2', '1']);
    expect($('.versions').text()).toContain('“After the pilot”');
    expect($('.versions').text()).toContain('by Me');
    expect($('.differences').text()).toContain('NameClaimAllegation');
    expect((await server.request(`${AT}/versions?from=1&to=9`)).status).toBe(404);
    const saved = await save({ restore: '1', seen: '3' });
    expect(saved.status).toBe(303);
    expect(await latest()).toBe(4);
    expect((await reading())('#tag-form button[value=claim]').text()).toBe('Claim C');
    expect((await page(`${AT}/versions?from=1&to=4`))('main').text()).toContain(
      'These two versions say the same.',
    );
    expect((await server.request(AT, { form: { restore: '77' } })).status).toBe(404);
  });

  test('is not saved where nothing is different', async () => {
    const { html } = await server.request(AT, { form: { ...codebookForm(), seen: '4' } });
    expect(html()('main').text()).toContain('Nothing differs from the version in use.');
    await saveDocument(exportedCodebook(DEFAULT_CODEBOOK), 4);
    expect(await latest()).toBe(4);
  });

  test('is remembered with the codings that are begun under it', async () => {
    const later = await newArticle(db(), cast.alice);
    await tag(db(), later, 'was late', { tag: 'quote' });
    const begun = async ({ article: { id: articleId } }: LoadedArticle) =>
      (await db().coding.findFirstOrThrow({ where: { articleId } })).codebookBegun;
    expect([await begun(article), await begun(later)]).toEqual([1, 4]);
  });

  async function latest() {
    return (await db().project.findUniqueOrThrow({ where: { slug: 'desk' } })).codebook;
  }

  function saveDocument(document: string, seen: number) {
    return server.request(AT, { form: { document, seen: String(seen), remark: '' } });
  }

  async function fileForm(words: string) {
    const form = await filesForm([fileOf('book.json', words)], {
      from: 'file',
      seen: String(await latest()),
    });
    return { method: 'POST', ...form };
  }
});
