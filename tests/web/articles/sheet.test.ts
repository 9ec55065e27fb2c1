import { expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { tag, tagParts } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { becomes } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { fragmentFor, targetsOf } from '../../support/fragments.ts';
import { recount, storedCounts, workIn } from '../../support/recount.ts';

const LONG = Array.from({ length: 250 }, (_, at) => `Sentence ${at} is here.`).join('\n\n');

eachServer('the sheet', ({ server, cast, db }) => {
  const path = ({ article: { id } }: LoadedArticle) => `/articles/${id}/sheet`;
  const show = async (article: LoadedArticle, query = '') =>
    (await server.request(`${path(article)}${query}`)).html();
  /** Ticks are `sentence:mark`; seen is what the page had shown of each sentence. */
  const save = (article: LoadedArticle, seen: string[], ticks: string[], htmx = false) => {
    const form = new URLSearchParams([
      ...seen.map((one) => ['seen', one]),
      ...ticks.map((one) => ['tick', one]),
    ]);
    return server.request(`${path(article)}?page=1`, { form, htmx });
  };
  const tags = async ({ article: { id }, text }: LoadedArticle) => {
    expect(await storedCounts(db(), id)).toEqual(await recount(db(), text));
    const { annotations, marks } = await workIn(db(), id);
    return [
      ...annotations.map((one) => `${one.tag} ${one.text}`),
      ...marks.map(({ sentence }) => `nothing ${sentence}`),
    ];
  };
  const sentence = ({ text }: LoadedArticle, index: number) =>
    text.text.slice(text.sentences[index]?.start, text.sentences[index]?.end);

  test('is a plain form of every sentence, saved by it and shown as it was saved', async () => {
    const article = await newArticle(db(), cast.alice);
    const $ = await show(article);
    expect($('.sheet > li')).toHaveLength(article.text.sentences.length);
    expect($('input[name=tick][checked]')).toHaveLength(0);
    const seen = $('input[name=seen]')
      .toArray()
      .map((input) => String($(input).val()));
    const answer = await save(article, seen, ['0:quote', '0:claim', '1:nothing']);
    expect([answer.status, answer.headers.location]).toEqual([303, `${path(article)}?page=1&saved=2`]);
    expect((await tags(article)).sort()).toEqual(
      [`claim ${sentence(article, 0)}`, `quote ${sentence(article, 0)}`, 'nothing 1'].sort(),
    );
    const saved = await show(article);
    const ticked = saved('input[name=tick][checked]')
      .toArray()
      .map((input) => saved(input).val());
    expect(ticked).toEqual(['0:claim', '0:quote', '1:nothing']);
    const again = saved('input[name=seen]')
      .toArray()
      .map((input) => String(saved(input).val()));
    await save(article, again, []);
    expect(await tags(article)).toEqual([]);
  });

  test('by htmx answers with the rows, blocks and counts that changed', async () => {
    const article = await newArticle(db(), cast.alice);
    const answer = await save(article, ['0:', '1:'], ['0:claim'], true);
    expect(answer.status).toBe(200);
    expect(targetsOf(answer).filter((target) => /^#r\d+$/.test(target))).toEqual(['#r1']);
    expect(targetsOf(answer)).toEqual(expect.arrayContaining(['#progress', '#counts', '#history']));
    const row = fragmentFor(answer, '#r1');
    expect(row.find('[name=seen]').val()).toBe('0:claim');
    expect(row.find('input[name=tick][value="0:claim"]').attr('checked')).toBeDefined();
  });

  test('“nothing here” beside a tag is refused with 422 beside its row; the rest is saved', async () => {
    const article = await newArticle(db(), cast.alice);
    const answer = await save(article, ['0:', '1:'], ['0:claim', '0:nothing', '1:quote']);
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#r1-error').text()).toContain('cannot be “nothing here”');
    expect($('#r2-error').text()).toBe('');
    expect($('#r1-nothing').attr('aria-invalid')).toBe('true');
    const ticked = $('input[name=tick][checked]')
      .toArray()
      .map((input) => $(input).val());
    expect(ticked).toEqual(['0:claim', '0:nothing', '1:quote']);
    const htmx = await save(article, ['0:', '1:'], ['0:claim', '0:nothing', '1:quote'], true);
    expect(htmx.status).toBe(422);
    expect(fragmentFor(htmx, '#r1-error').text()).toContain('cannot be “nothing here”');
    expect(await tags(article)).toEqual([`quote ${sentence(article, 1)}`]);
  });

  test('a refused form opens at a summary that says what was saved and leads to what was not', async () => {
    const article = await newArticle(db(), cast.alice);
    const form = (await show(article))('form:has(.sheet)').attr('action');
    expect(form).toBe(`${path(article)}?page=1#outcome`);
    const answer = await save(article, ['0:', '1:', '2:'], ['0:claim', '0:nothing', '1:quote', '2:nothing']);
    const $ = answer.html();
    const summary = $('#outcome');
    expect([summary.attr('role'), summary.attr('tabindex')]).toEqual(['alert', '-1']);
    expect(summary.find('h2').text()).toBe('1 sentence was not saved');
    expect(summary.text()).toContain('2 sentences saved.');
    expect(summary.find('a').attr('href')).toBe('#r1-nothing');
    expect($('#r1-nothing').attr('value')).toBe('0:nothing');
    const seen = $('input[name=seen]').toArray().slice(0, 3);
    expect(seen.map((input) => $(input).val())).toEqual(['0:', '1:quote', '2:nothing']);
  });

  test('says what was saved, and that there was nothing to save', async () => {
    const article = await newArticle(db(), cast.alice);
    for (const [saved, words] of [
      ['3', '3 sentences saved.'],
      ['0', 'There were no changes to save.'],
    ])
      expect((await show(article, `?page=1&saved=${saved}`))('#outcome[role=status]').text()).toBe(words);
    expect((await show(article, '?page=1&saved=x'))('#outcome')).toHaveLength(0);
  });

  test('sent again under its name it is not done again; with other boxes it is', async () => {
    const article = await newArticle(db(), cast.alice);
    const key = String((await show(article))('[name=request_key]').val());
    const send = (tick: string) =>
      server.request(`${path(article)}?page=1`, { form: { request_key: key, seen: '0:', tick } });
    await send('0:claim');
    await server.request(`/articles/${article.article.id}/undo`, { form: {} });
    const again = await send('0:claim');
    expect([again.status, await tags(article)]).toEqual([303, []]);
    await send('0:quote');
    expect(await tags(article)).toEqual([`quote ${sentence(article, 0)}`]);
  });

  test('a suggestion is accepted once under the name of the form; one that is gone is said', async () => {
    const article = await newArticle(db(), cast.alice);
    await server.request(`/articles/${article.article.id}/suggestions`, { htmx: true });
    const $ = await show(article);
    const [key, accept] = [$('[name=request_key]').val(), $('button[name=accept]').first().val()].map(String);
    const send = (request_key = '') =>
      server.request(`${path(article)}?page=1`, { form: { request_key, accept: accept ?? '' } });
    expect((await send(key)).status).toBe(303);
    const once = await tags(article);
    expect(once).toHaveLength(1);
    expect((await send(key)).status).toBe(303);
    const gone = await send();
    expect([gone.status, gone.html()('#outcome .wrong').text()]).toEqual([
      422,
      'This suggestion is no longer there.',
    ]);
    expect(await tags(article)).toEqual(once);
  });

  test('a refused form shows boxes that the person did not change as others left them meanwhile', async () => {
    const article = await newArticle(db(), cast.alice);
    const second = article.text.sentences[1] ?? { start: 0, end: 0 };
    const part = { start: second.start, end: second.end };
    await tagParts(db(), article, [part], { tag: 'quote' });
    const answer = await save(article, ['0:', '1:'], ['0:claim', '0:nothing', '1:statistic']);
    const $ = answer.html();
    const ticked = $('input[name=tick][checked]')
      .toArray()
      .map((input) => $(input).val());
    expect(ticked).toEqual(['0:claim', '0:nothing', '1:quote', '1:statistic']);
    expect($('#outcome').text()).toContain('1 sentence saved.');
  });

  test('is paged by 100, and opens at a sentence or a place', async () => {
    const article = await newArticle(db(), cast.alice, LONG);
    const numbers = async (query: string) => (await show(article, query))('.sheet > li').first().attr('id');
    expect(await numbers('')).toBe('r1');
    expect(await numbers('?page=2')).toBe('r101');
    expect(await numbers('?sentence=100')).toBe('r1');
    expect(await numbers('?sentence=101')).toBe('r101');
    expect(await numbers(`?at=${article.text.sentences[200]?.start}`)).toBe('r201');
    for (const query of ['?page=0', '?page=-1', '?page=x', '?sentence=x'])
      expect(await numbers(query)).toBe('r1');
    for (const query of ['?page=999', '?at=999999999', '?sentence=9999'])
      expect(await numbers(query)).toBe('r201');
  });

  test('leads to what is tagged in part of a sentence', async () => {
    const article = await newArticle(db(), cast.alice);
    const { annotation } = await tag(db(), article, 'was late');
    const $ = await show(article);
    expect($(`.tagged a[href="/annotations/${annotation.id}"]`).text()).toContain('was late');
    expect($('input[name=tick][checked]')).toHaveLength(0);
  });

  test.each([
    ['no rows', [], ['0:claim']],
    ['rows of no sentence', ['999:', 'x:', '-1:', ''], ['999:claim', 'x:claim', '-1:quote']],
    ['unknown marks', ['0:rumour'], ['0:rumour']],
  ])('a form with %s changes nothing', async (_name, seen, ticks) => {
    const article = await newArticle(db(), cast.alice);
    expect((await save(article, seen, ticks)).status).toBe(303);
    expect(await tags(article)).toEqual([]);
  });

  test('saved in another project, in none or by a reader is refused', async () => {
    const theirs = await newArticle(db(), cast.charlie);
    const form = { seen: '0:', tick: '0:claim' };
    for (const id of [theirs.article.id, '01900000-0000-7000-8000-000000000000', 'x', '%00'])
      expect((await server.request(`/articles/${id}/sheet`, { form })).status).toBe(404);
    expect(await tags(theirs)).toEqual([]);
    const article = await newArticle(db(), cast.alice);
    await becomes(db(), 'reader');
    try {
      expect((await save(article, ['0:'], ['0:claim'])).status).toBe(403);
    } finally {
      await becomes(db(), 'owner');
    }
    expect(await tags(article)).toEqual([]);
    expect((await server.request(path(article), { method: 'DELETE', form: {} })).status).toBe(405);
  });
});
