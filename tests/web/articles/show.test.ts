import { expect, test } from 'vitest';
import { loadArticle } from '../../../src/actions/load.ts';
import { tag } from '../../support/annotating.ts';
import { HOSTILE, loadAs, newArticle } from '../../support/articles.ts';
import { becomes } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { targetsOf } from '../../support/fragments.ts';

/** Long enough to be drawn section by section: blocks of about 100 characters. */
const LONG = Array.from(
  { length: 1800 },
  (_, at) => `Paragraph ${at} says the ferry 🚢 came. ${'Word '.repeat(12)}end ${at}.`,
).join('\n\n');

eachServer('the reading page', ({ server, cast, db }) => {
  test('draws every block with exactly its words, at its offset', async () => {
    for (const text of [undefined, HOSTILE]) {
      const article = await newArticle(db(), cast.alice, text);
      await tag(db(), article, article.text.text.slice(0, 60).trim());
      const $ = (await server.request(`/articles/${article.article.id}`)).html();
      for (const [index, { start, end }] of article.text.blocks.entries()) {
        expect($(`#b${index}`).text()).toBe(article.text.text.slice(start, end));
        expect($(`#b${index}`).attr('data-start')).toBe(String(start));
      }
      for (const [index, { start, end }] of article.text.sentences.entries())
        expect($(`#s${index}`).text()).toBe(article.text.text.slice(start, end));
    }
  });

  test('shows everybody’s annotations, in text order, and the person’s own “nothing here”', async () => {
    const article = await newArticle(db(), cast.alice);
    const asBob = await loadAs(cast.bob, db(), article);
    const last = await tag(db(), article, '40 cups');
    const first = await tag(db(), asBob, 'was late', { tag: 'quote' });
    const $ = (await server.request(`/articles/${article.article.id}`)).html();
    const ids = $('#entries .entry')
      .toArray()
      .map((entry) => $(entry).attr('data-annotation'));
    expect(ids).toEqual([first.annotation.id, last.annotation.id]);
    expect($(`#m-${first.annotation.id}`).text()).toBe('was late');
    expect($('#undo').attr('disabled')).toBeUndefined();
  });

  test('of a long article draws the marks around one place, and the others section by section', async () => {
    const article = await newArticle(db(), cast.alice, LONG);
    const early = await tag(db(), article, 'end 3.');
    const late = await tag(db(), article, 'end 1700.');
    const path = `/articles/${article.article.id}`;
    const $ = (await server.request(`${path}?at=0`)).html();
    expect($(`#m-${early.annotation.id}`).text()).toBe('end 3.');
    expect($(`#m-${late.annotation.id}`)).toHaveLength(0);
    expect($('#text .block').text()).toContain('end 1700.');
    const there = (await server.request(`${path}?at=${late.annotation.start}`)).html();
    expect(there(`#m-${late.annotation.id}`).text()).toBe('end 1700.');
    const number = there(`#m-${late.annotation.id}`).closest('.section').attr('data-section');
    const section = await server.request(`${path}/sections/${number}`, { htmx: true });
    expect(targetsOf(section)).toEqual([`#section-${number}`, `#entries-${number}`]);
    expect(section.html()(`#m-${late.annotation.id}`).text()).toBe('end 1700.');
    expect(section.html()(`#entry-${late.annotation.id}`)).toHaveLength(1);
    const plain = await server.request(`${path}/sections/${number}`);
    expect(plain.status).toBe(303);
    expect(plain.headers.location).toMatch(new RegExp(`^${path}\\?at=\\d+#section-${number}$`));
  });

  test('draws each annotation of a long article in the list of one section', async () => {
    const article = await newArticle(db(), cast.alice, LONG);
    const ids = [];
    for (const number of [0, 70, 71, 140, 500, 1799])
      ids.push((await tag(db(), article, `end ${number}.`)).annotation.id);
    const path = `/articles/${article.article.id}`;
    const sections = (await server.request(path)).html()('#text .section').length;
    expect(sections).toBeGreaterThan(3);
    const listed = [];
    for (let number = 0; number < sections; number++) {
      const $ = (await server.request(`${path}/sections/${number}`, { htmx: true })).html();
      listed.push(
        ...$('.entry')
          .toArray()
          .map((entry) => $(entry).attr('data-annotation')),
      );
    }
    expect(listed).toEqual(ids);
  });

  test.each(['-1', '99', 'x', '1.5', '%00'])('there is no section %s', async (number) => {
    const { article } = await newArticle(db(), cast.alice);
    for (const htmx of [true, false])
      expect((await server.request(`/articles/${article.id}/sections/${number}`, { htmx })).status).toBe(404);
  });

  test.each(['', 'x', '-5', '1e99', 'Infinity'])('any place asked for leads somewhere: %j', async (at) => {
    const { article } = await newArticle(db(), cast.alice);
    expect((await server.request(`/articles/${article.id}?at=${at}`)).status).toBe(200);
  });

  test.each(['', '/sections/0', '/sheet', '/annotations/new'])(
    'of another project, of none and of no id is not found: /articles/:id%s',
    async (rest) => {
      const theirs = await newArticle(db(), cast.charlie);
      for (const id of [theirs.article.id, '01900000-0000-7000-8000-000000000000', 'x', '%00'])
        expect((await server.request(`/articles/${id}${rest}`)).status).toBe(404);
    },
  );

  test('a reader may look', async () => {
    const { article } = await newArticle(db(), cast.alice);
    await becomes(db(), 'reader');
    try {
      for (const rest of ['', '/sections/0', '/sheet', '/annotations/new?sentence=1'])
        expect(
          (await server.request(`/articles/${article.id}${rest}`, { htmx: rest === '/sections/0' })).status,
        ).toBe(200);
    } finally {
      await becomes(db(), 'owner');
    }
  });

  test('an article without sentences is shown', async () => {
    const { article } = await newArticle(db(), cast.alice);
    const loaded = await loadArticle(db(), cast.alice.accountId, article.id);
    expect(loaded.text.sentences.length).toBeGreaterThan(0);
    const form = { text: '## Only a heading' };
    const made = (await server.request('/articles', { form })).headers.location ?? '';
    for (const rest of ['', '/sheet']) expect((await server.request(`${made}${rest}`)).status).toBe(200);
    const parts = { tag: 'claim', parts: '3-7', text: 'Only' };
    expect((await server.request(`${made}/annotations`, { form: parts })).status).toBe(303);
    expect((await server.request(`${made}/annotations`, { form: { ...parts, tag: '' } })).status).toBe(422);
  });
});
