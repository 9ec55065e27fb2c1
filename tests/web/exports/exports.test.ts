import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { labelArticles } from '../../../src/actions/edit-articles.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { formats } from '../../../src/formats/index.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';

const STORY = (name: string) => `# Losing ground in ${name}\n\nThe ferry was late. Nobody came.`;

eachServer('exports', ({ server, cast, db }) => {
  const articles: LoadedArticle[] = [];
  const idAt = (at: number) => articles[at]?.article.id ?? '';
  beforeAll(async () => {
    for (const name of ['Mosul', 'Málaga', 'Skarvik']) {
      const loaded = await newArticle(db(), cast.alice, STORY(name));
      articles.push(loaded);
      if (name !== 'Skarvik') await tag(db(), loaded, 'was late');
    }
    const [first] = articles;
    if (first) await tag(db(), first, 'Nobody', { tag: 'quote' });
    const foreign = await newArticle(db(), cast.charlie, STORY('Elsewhere'));
    await tag(db(), foreign, 'was late');
    const step = '0193d2a0-0000-7000-8000-000000000001';
    const labelled = { step, ids: [idAt(1), idAt(2)] };
    await labelArticles(db(), cast.alice, labelled, { how: 'add', labels: 'South' });
  });

  const page = async (path: string) => {
    const answer = await server.request(path);
    expect(answer.status).toBe(200);
    return answer.html();
  };
  const rowsOf = async (path: string): Promise<Record<string, string>[]> => {
    const answer = await server.request(path);
    expect(answer.status).toBe(200);
    return parse(answer.text, { bom: true, columns: true });
  };

  test('the form offers every format, by what it is for', async () => {
    const $ = await page('/exports/new');
    const legends = $('.exports legend')
      .map((_, legend) => $(legend).text())
      .get();
    expect(legends).toEqual(['For a spreadsheet', 'To read', 'For other tools']);
    const keys = $('.exports [name=format]')
      .map((_, radio) => radio.attribs.value)
      .get();
    expect(keys).toEqual(formats.map(({ key }) => key));
    expect($('.exports [name=format][checked]').attr('value')).toBe('csv');
    expect($('.exports [name=raw]').attr('checked')).toBeUndefined();
  });

  test('to htmx it is what goes into a dialog', async () => {
    const answer = await server.request('/exports/new', { htmx: true });
    expect(answer.text).not.toContain('<html');
    expect(answer.html()('#export-heading').text()).toBe('Export');
  });

  test.each([
    ['', '3 annotations, 3 articles', []],
    ['?label=South', '1 annotation, 2 articles', ['Label: South']],
    ['?state=not-begun', '0 annotations, 1 article', ['Progress: Not begun']],
    ['?q=skarvik', '0 annotations, 1 article', ['Articles with “skarvik”']],
    ['?tag=quote', '1 annotation', ['Tag: Quote']],
    ['?tag=claim&label=South', '1 annotation', ['Tag: Claim', 'Label: South']],
    ['?words=late&speaker=x', '0 annotations', ['Speaker: x', 'Words: late']],
  ])('%s: says how much it is, and of what', async (query, rows, only) => {
    const $ = await page(`/exports/new${query}`);
    expect($('.exports .numbers').first().text()).toBe(rows);
    const said = $('.only .label')
      .map((_, each) => $(each).text())
      .get();
    expect(said).toEqual(only);
  });

  test('the form leads to the file of what was asked for', async () => {
    const $ = await page(`/exports/new?tag=claim&article=${idAt(0)}&article=${idAt(1)}&sort=title&page=2`);
    const sent = $('.exports [type=hidden]')
      .map((_, field) => `${field.attribs.name}=${field.attribs.value}`)
      .get();
    expect(sent).toEqual(['tag=claim', `article=${idAt(0)}`, `article=${idAt(1)}`]);
    const answer = await server.request(`/exports?${sent.join('&')}&format=csv&raw=1`);
    expect(answer.status).toBe(303);
    const rows = await rowsOf(answer.headers.location ?? '');
    expect(rows.map((row) => row.article_title)).toEqual([
      'Losing ground in Mosul',
      'Losing ground in Málaga',
    ]);
    expect((await server.request('/exports?format=nonsense')).status).toBe(404);
  });

  test.each([
    ['', 3],
    ['?label=South', 1],
    ['?label=Sout', 0],
    ['?state=begun', 3],
    ['?state=not-begun', 0],
    ['?q=mosul', 2],
    ['?q=nowhere', 0],
  ])('annotations.csv%s holds %i', async (query, count) => {
    expect(await rowsOf(`/annotations.csv${query}`)).toHaveLength(count);
  });

  test.each([
    ['', ['Mosul', 'Málaga', 'Skarvik']],
    ['?label=South', ['Málaga', 'Skarvik']],
    ['?state=not-begun', ['Skarvik']],
    ['?tag=quote', ['Mosul']],
  ])('annotations.articles%s holds articles, those without annotations among them', async (query, names) => {
    const rows = await rowsOf(`/annotations.articles${query}`);
    expect(rows.map((row) => row.title?.replace('Losing ground in ', ''))).toEqual(names);
  });

  test('articles take their labels along', async () => {
    const rows = await rowsOf('/annotations.articles?label=South');
    expect(rows.map((row) => row.article_labels)).toEqual(['South', 'South']);
    const lines = (await server.request('/annotations.jsonl?label=South')).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).article_labels)).toEqual(['South', 'South']);
  });

  test.each([
    ['/annotations.csv', 'my-desk.annotations.csv'],
    ['/annotations.w3c?label=South', 'my-desk.annotations.w3c.jsonld'],
  ])('%s is named %s', async (path, name) => {
    const { headers } = await server.request(path);
    expect(headers['content-disposition']).toBe(`attachment; filename=${name}`);
  });

  test('a file of one article is named for it, by both of its addresses', async () => {
    for (const path of [`/articles/${idAt(1)}/annotations.csv`, `/annotations.csv?article=${idAt(1)}`]) {
      const { headers } = await server.request(path);
      expect(headers['content-disposition']).toContain('losing-ground-in-malaga.annotations.csv');
    }
    const $ = await page(`/exports/new?article=${idAt(1)}`);
    expect($('.exports .hint').last().text()).toContain('losing-ground-in-malaga.annotations');
    expect($('.exports .actions a').attr('href')).toBe(`/articles/${idAt(1)}`);
  });
});
