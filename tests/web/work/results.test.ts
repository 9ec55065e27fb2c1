import { beforeAll, expect, test } from 'vitest';
import type { Member } from '../../../src/domain/permission.ts';
import { codeArticle, loadFinal } from '../../support/adjudicating.ts';
import { tag } from '../../support/annotating.ts';
import { joins } from '../../support/apart.ts';
import { becomes, importText, memberAs } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';

const WORDS = ['The ferry was late.', 'It rained all day.', 'The quay has no roof.', 'Nobody was hurt.'];
const [LATE = '', RAINED = '', ROOF = '', HURT = ''] = WORDS;

eachServer('a coder’s own result', ({ server, cast, db }) => {
  const articles: string[] = [];
  let lead: Member;
  const me = () => memberAs(db(), cast.alice.accountId, cast.alice.projectId);
  const article = (at: number) => articles[at] ?? '';
  const shows = (showsResult: boolean) => db().project.updateMany({ data: { showsResult } });
  const status = async (path: string) => (await server.request(path)).status;

  /** The final coding of an article: what it tags as a claim. */
  async function decide(at: number, words: readonly string[], state: 'begun' | 'done' = 'done') {
    for (const each of words) await tag(db(), await loadFinal(db(), lead, article(at)), each);
    await db().coding.update({
      where: { articleId_lane: { articleId: article(at), lane: 'final' } },
      data: { state, doneAt: state === 'done' ? new Date() : null },
    });
  }

  beforeAll(async () => {
    const { projectId } = cast.alice;
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
    lead = await joins(db(), projectId, 'Lena', 'owner');
    const text = (at: number) => `title: Story ${at}\n\n${WORDS.join(' ')} It was ${at + 2} o’clock.`;
    for (let at = 0; at < 3; at++) articles.push((await importText(db(), lead, text(at))).article.id);
    await becomes(db(), 'coder');
  });

  const PAGES = () => [`/articles/${article(0)}/comparison`, `/articles/${article(0)}/codings/final`];

  test('is there once both codings are done, and not before', async () => {
    await shows(true);
    expect(await Promise.all(PAGES().map(status))).toEqual([404, 404]);
    await codeArticle(db(), await me(), article(0), [
      { words: LATE, tag: 'claim' },
      { words: RAINED, tag: 'claim' },
      { words: HURT, tag: 'quote', attributes: { speaker: 'Ines Okafor' } },
    ]);
    await decide(0, [LATE, ROOF], 'begun');
    expect(await Promise.all(PAGES().map(status))).toEqual([404, 404]);
    await decide(0, []);
    expect(await Promise.all(PAGES().map(status))).toEqual([200, 200]);
    // Of another article whose own coding is not done there is nothing.
    await decide(1, [LATE]);
    expect(await status(`/articles/${article(1)}/codings/final`)).toBe(404);
    expect(await status(`/articles/${article(1)}/comparison`)).toBe(404);
  });

  test('is hidden again where the project does not show it', async () => {
    await shows(false);
    const all = [...PAGES(), '/work/results', '/work/results/sentences?tag=claim&cell=both'];
    expect(await Promise.all(all.map(status))).toEqual([404, 404, 404, 404]);
    expect((await server.request('/work')).text).not.toContain('/work/results');
    await shows(true);
  });

  test('compares an article sentence by sentence', async () => {
    const page = (await server.request(PAGES()[0] ?? '')).html();
    expect(page('.summary').text()).toBe('Your tags match the final coding in 2 of 5 sentences.');
    const verdicts = page('.comparison tbody tr')
      .map((_, row) => page(row).find('td').last().text())
      .get();
    expect(verdicts).toEqual(['same', 'different', 'different', 'different', 'same']);
    expect(page('.comparison tbody tr').eq(3).find('td').eq(1).text()).toContain('Ines Okafor');
    const short = (await server.request(`${PAGES()[0]}?only=differences`)).html();
    expect(short('.comparison tbody tr')).toHaveLength(3);
  });

  test('tells other words from other tags', async () => {
    await codeArticle(db(), await me(), article(1), [{ words: 'ferry was late', tag: 'claim' }]);
    const page = (await server.request(`/articles/${article(1)}/comparison`)).html();
    expect(page('.summary').text()).toContain('In 1 of these the words or the details differ.');
    expect(page('.comparison tbody tr').first().find('td').last().text()).toBe('other words or details');
  });

  test('over all articles leads from each number to its sentences', async () => {
    const page = (await server.request('/work/results')).html();
    const claim = page('#by-tag').parent().find('tbody tr').first();
    const cells = claim
      .find('td')
      .map((_, cell) => page(cell).text())
      .get();
    // Both: the first sentence in two articles; only mine: rain; only the final one: the roof.
    expect(cells.slice(0, 6)).toEqual(['2', '1', '1', '.67', '.67', '.67']);
    const sentences = async (at: number) => {
      const shown = (await server.request(claim.find('a').eq(at).attr('href') ?? '')).html();
      return shown('.found-sentences .words')
        .map((_, words) => shown(words).text().trim())
        .get();
    };
    expect([await sentences(0), await sentences(1), await sentences(2)]).toEqual([
      [LATE, LATE],
      [RAINED],
      [ROOF],
    ]);
    const list = page('#by-article').parent().find('tbody tr');
    expect(list.map((_, row) => page(row).find('td').text()).get()).toEqual(['3 of 5', '0 of 5']);
    expect(list.first().find('a').attr('href')).toBe(`/articles/${article(0)}/comparison`);
  });

  test('is linked from their work', async () => {
    const page = (await server.request('/work')).html();
    expect(page('a[href="/work/results"]')).toHaveLength(1);
    expect(page(`a[href="/articles/${article(0)}/comparison"]`).text()).toBe('Compare with the final coding');
  });

  test.each([
    '/work/results/sentences?tag=nothing&cell=both',
    '/work/results/sentences?tag=claim&cell=nowhere',
    '/work/results/sentences',
  ])('%s is not there', async (path) => {
    expect(await status(path)).toBe(404);
  });

  test('is a lead’s as well, whatever coders see, and a reader has none', async () => {
    await shows(false);
    await becomes(db(), 'owner');
    expect(await status('/work/results')).toBe(200);
    expect(await status(PAGES()[0] ?? '')).toBe(200);
    await becomes(db(), 'reader');
    await shows(true);
    expect(await status('/work/results')).toBe(404);
    await becomes(db(), 'coder');
  });

  test('together there is none', async () => {
    await db().project.updateMany({ data: { way: 'together' } });
    expect(await status('/work/results')).toBe(404);
  });
});
