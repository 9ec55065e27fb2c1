import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { finishCoding } from '../../src/actions/finish-coding.ts';
import { loadArticle } from '../../src/actions/load.ts';
import type { Member } from '../../src/domain/permission.ts';
import { tag } from '../support/annotating.ts';
import { joins } from '../support/apart.ts';
import { becomes, importText, memberAs } from '../support/desk.ts';
import { eachServer } from '../support/each-server.ts';

const WORDS = ['The ferry was late.', 'It rained all day.', 'The quay has no roof.', 'Nobody was hurt.'];

eachServer('the agreement of a project', ({ server, cast, db }) => {
  const page = '/projects/desk/agreement';
  const articles: string[] = [];
  let [dora, emil]: Member[] = [];

  /** The page once its figures are there, however long that takes. */
  async function shown(path: string) {
    for (;;) {
      const answer = await server.request(path);
      expect(answer.status).toBe(200);
      const html = answer.html();
      if (html('#underway').length === 0) return html;
    }
  }

  async function codes(member: Member, articleId: string, words: readonly string[], isDone = true) {
    const load = () => loadArticle(db(), member.accountId, articleId);
    for (const each of words) await tag(db(), await load(), each);
    if (isDone) await finishCoding(db(), await load(), 'nothing');
  }

  beforeAll(async () => {
    const { projectId, accountId } = cast.alice;
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
    const owner = await memberAs(db(), accountId, projectId);
    [dora, emil] = [
      await joins(db(), projectId, '=Dora, D.', 'coder'),
      await joins(db(), projectId, 'Emil', 'coder'),
    ];
    for (let at = 0; at < 3; at++) {
      const { article } = await importText(
        db(),
        owner,
        `title: Story ${at}\n\n${WORDS.join(' ')} It was ${at + 2} o’clock.`,
      );
      articles.push(article.id);
    }
  });

  test('says that there is nothing to compare before two coders have finished an article', async () => {
    await codes(dora as Member, articles[0] ?? '', [WORDS[0] ?? '', WORDS[1] ?? '']);
    await codes(emil as Member, articles[0] ?? '', [WORDS[0] ?? ''], false);
    const answer = await server.request(page);
    expect(answer.status).toBe(200);
    expect(answer.html()('main').text()).toContain('no article has been finished by two coders');
  });

  test('says in a sentence how far coders agree, and in tables', async () => {
    await codes(emil as Member, articles[0] ?? '', []);
    await codes(dora as Member, articles[1] ?? '', [WORDS[2] ?? '']);
    await codes(emil as Member, articles[1] ?? '', [WORDS[2] ?? '', WORDS[3] ?? '']);
    const html = await shown(page);
    // Of ten sentences they differ on two.
    expect(html('.summary').text()).toContain('On 10 sentences coded by at least two coders');
    expect(html('.summary').text()).toContain('agree on whether there is a claim in 80 %');
    const pair = html('#pairs').parent().find('tbody tr').first().find('td');
    expect(
      pair
        .slice(0, 4)
        .map((_, cell) => html(cell).text())
        .get(),
    ).toEqual(['2', '1', '1', '6']);
    expect(
      html('#by-article')
        .parent()
        .find('tbody td:last-child')
        .map((_, cell) => html(cell).text())
        .get(),
    ).toEqual(['1 of 5', '1 of 5']);
    expect(html('.methods .ticket').first().text()).toContain('2 coders coded 2 articles independently');
  });

  test('leads from a number to its sentences, with what each coder marked', async () => {
    const html = await shown(page);
    const links = html('#pairs').parent().find('tbody a');
    const said = async (at: number) => {
      const shown = (await server.request(links.eq(at).attr('href') ?? '')).html();
      return shown('.found-sentences > li')
        .map((_, item) => shown(item).find('.words').text().trim())
        .get();
    };
    expect(await said(0)).toEqual([WORDS[0], WORDS[2]]);
    expect(await said(1)).toEqual([WORDS[1]]);
    expect(await said(2)).toEqual([WORDS[3]]);
    const differing = (await server.request(`${page}/sentences?tag=claim`)).html();
    expect(differing('.found-sentences > li')).toHaveLength(2);
    expect(differing('.found-sentences > li').first().text()).toContain('Emil: no such annotation');
    expect(differing('.found-sentences > li').first().find('q').text()).toBe(WORDS[1]);
    const one = await server.request(`${page}/sentences?tag=claim&article=${articles[1]}`);
    expect(one.html()('.found-sentences > li')).toHaveLength(1);
  });

  test('follows what is coded afterwards', async () => {
    await codes(dora as Member, articles[2] ?? '', [WORDS[0] ?? '']);
    await codes(emil as Member, articles[2] ?? '', [WORDS[0] ?? '']);
    expect((await shown(page))('.summary').text()).toContain('On 15 sentences');
    // Figures of what stood before stay kept beside the new ones.
    expect(await db().agreementResult.count()).toBe(2);
    await shown(page);
    expect(await db().agreementResult.count()).toBe(2);
  });

  test('leaves out codings that were not blind, and says so', async () => {
    await codes(cast.alice, articles[0] ?? '', [WORDS[0] ?? '']);
    const html = await shown(page);
    expect(html('main').text()).toContain('1 coding is left out because its coder could see');
    expect(html('#pairs').parent().find('tbody tr')).toHaveLength(1);
    const withAll = await shown(`${page}?sighted=1`);
    expect(withAll('#pairs').parent().find('table').first().find('tbody tr')).toHaveLength(3);
    const byAll = await shown(`${page}?sighted=1&by=all`);
    expect(byAll('.summary').text()).toContain('On 5 sentences');
  });

  test('has whoever waits by script load the page once the figures are there', async () => {
    await shown(page);
    expect((await server.request(page, { htmx: true })).headers['hx-refresh']).toBe('true');
    expect((await server.request(page)).headers['hx-refresh']).toBeUndefined();
  });

  test('compares the coders that are chosen', async () => {
    const query = `coder=${dora?.annotatorId}&coder=${cast.alice.annotatorId}&sighted=1`;
    const html = await shown(`${page}?${query}`);
    expect(html('#pairs').parent().find('tbody tr')).toHaveLength(1);
    expect(html('#pairs').parent().find('tbody th').text()).not.toContain('Emil');
  });

  test('comes as a table that other programs read: a row a sentence, a column a coder', async () => {
    const raw = await server.request(`${page}/ratings.csv?tag=claim&raw=1`);
    const rows = parse(raw.text, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(15);
    expect(Object.keys(rows[0] ?? {})).toEqual(['article', 'sentence', '=Dora, D.', 'Emil']);
    expect(rows.slice(0, 5).map((row) => [row['=Dora, D.'], row.Emil])).toEqual([
      ['1', '1'],
      ['1', '0'],
      ['0', '0'],
      ['0', '0'],
      ['0', '0'],
    ]);
    const guarded = await server.request(`${page}/ratings.csv?tag=claim`);
    expect(guarded.text.split('\r\n')[0]).toBe(`article,sentence,"'=Dora, D.",Emil`);
  });

  test('comes whole as JSON', async () => {
    const { report, coders } = JSON.parse((await server.request(`${page}/figures.json`)).text);
    expect(coders).toHaveLength(2);
    expect(report.tags.map((study: { tag: string }) => study.tag)).toEqual(['claim', 'quote', 'statistic']);
    expect(report.tags[0].pairs[0].confusion).toEqual({ both: 3, onlyFirst: 1, onlySecond: 1, neither: 10 });
  });

  test.each([
    ['/sentences?one=nobody&other=nobody&cell=both', 404],
    ['/sentences?article=nowhere', 404],
  ])('%s is not there', async (path, status) => {
    expect((await server.request(`${page}${path}`)).status).toBe(status);
  });

  test('is not for coders, and together says why there is none', async () => {
    await becomes(db(), 'coder');
    expect((await server.request(page)).status).toBe(403);
    expect((await server.request(`${page}/ratings.csv`)).status).toBe(403);
    await becomes(db(), 'owner');
    await db().project.updateMany({ data: { way: 'together' } });
    expect((await shown(page))('main').text()).toContain('code together');
  });
});
