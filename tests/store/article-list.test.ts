import { beforeAll, describe, expect, test } from 'vitest';
import { editArticle, removeArticle } from '../../src/actions/edit-article.ts';
import { loadArticle } from '../../src/actions/load.ts';
import { detailsOf } from '../../src/domain/article.ts';
import { ALL_ARTICLES, type ArticleFilter } from '../../src/domain/article-filter.ts';
import type { Member } from '../../src/domain/permission.ts';
import { sightOf } from '../../src/domain/sight.ts';
import {
  ARTICLE_SORTS,
  type ArticleOrder,
  type ArticlePage,
  listArticles,
  listLabels,
} from '../../src/store/article-list.ts';
import type { Db } from '../../src/store/client.ts';
import { tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { importText } from '../support/desk.ts';

const OLDEST: ArticleOrder = { by: 'added', isDescending: false };
const CHANGED: ArticleOrder = { by: 'changed', isDescending: true };
const ORDERS = ARTICLE_SORTS.flatMap((by) => [false, true].map((isDescending) => ({ by, isDescending })));

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
    for (const [text, title] of [
      ['The ferry 🚢 was late. Café au lait.', 'Bravo'],
      ['A train came, 100% on time_table.', 'alpha'],
      ['Nothing \\ came. “Nobody” told us.', 'Charlie'],
    ] as const) {
      const { article } = await importText(db, cast.alice, `---\ntitle: ${title}\n---\n\n${text}`);
      expect(article.title).toBe(title);
    }
    await importText(db, cast.charlie, 'The ferry of somebody else was late.');
  });

  const titled = async (title: string) => {
    const { id } = await db.article.findFirstOrThrow({ where: { title, projectId: cast.alice.projectId } });
    return loadArticle(db, cast.alice.accountId, id);
  };

  const list = async (
    filter: Partial<ArticleFilter>,
    { order = OLDEST, page = 1, pageSize = 50 }: Partial<ArticlePage> = {},
    member: Member = cast.alice,
  ) => {
    const wanted = { ...ALL_ARTICLES, ...filter };
    const { articles, totals } = await listArticles(db, sightOf(member), wanted, {
      order,
      page,
      pageSize,
      tags: [],
    });
    return { titles: articles.map(({ title }) => title), total: totals.articles };
  };

  describe('listArticles', () => {
    test.each([
      ['', ['Bravo', 'alpha', 'Charlie']],
      ['ferry', ['Bravo']],
      ['FERRY late', ['Bravo']],
      ['late FERRY bravo', ['Bravo']],
      ['cafe', ['Bravo']],
      ['came', ['alpha', 'Charlie']],
      ['came train', ['alpha']],
      ['100%', ['alpha']],
      ['%', ['alpha']],
      ['e_t', ['alpha']],
      ['_', ['alpha']],
      ['\\', ['Charlie']],
      ['"nobody"', ['Charlie']],
      ['🚢', ['Bravo']],
      ['somebody', []],
      ["' OR 1=1 --", []],
    ])('finds by %j', async (words, titles) => {
      expect(await list({ words })).toEqual({ titles, total: titles.length });
    });

    test.each(ORDERS)('sorts by $by, descending: $isDescending, each article on one page', async (order) => {
      const all = (await list({}, { order })).titles;
      expect(all.toSorted()).toEqual(['Bravo', 'Charlie', 'alpha']);
      const paged = [];
      for (const page of [1, 2, 3, 4]) {
        const { titles, total } = await list({}, { order, page, pageSize: 1 });
        expect(total).toBe(3);
        paged.push(...titles);
      }
      expect(paged).toEqual(all);
    });

    test('brings what was worked on last to the top', async () => {
      const first = await list({}, { order: CHANGED });
      const last = await newArticle(db, cast.alice);
      expect((await list({}, { order: CHANGED })).titles).toEqual([last.article.title, ...first.titles]);
      const id = await db.article.findFirstOrThrow({ where: { title: 'Bravo' } });
      await tag(db, await loadArticle(db, cast.alice.accountId, id.id), 'was late');
      expect((await list({}, { order: CHANGED })).titles[0]).toBe('Bravo');
      await removeArticle(db, last, 1);
    });

    test('shows nothing of other projects, nor what was deleted', async () => {
      expect((await list({}, {}, cast.charlie)).total).toBe(1);
      expect((await list({ words: 'ferry' })).total).toBe(1);
    });
  });

  describe('by state', () => {
    beforeAll(async () => {
      const alpha = await titled('alpha');
      await tag(db, alpha, 'A train');
    });

    test.each([
      ['not-begun', ['Charlie']],
      ['begun', ['Bravo']],
      ['done', ['alpha']],
    ] as const)('%s', async (state, titles) => {
      expect(await list({ state })).toEqual({ titles, total: titles.length });
    });

    test('counts all states, whichever is looked at, and adds up what is found', async () => {
      const page = { order: OLDEST, page: 1, pageSize: 1, tags: ['claim', 'quote'] };
      const begun = { ...ALL_ARTICLES, state: 'begun' as const };
      const { states, totals } = await listArticles(db, sightOf(cast.alice), begun, page);
      expect(states).toEqual({ 'not-begun': 1, begun: 1, done: 1 });
      expect(totals).toMatchObject({
        articles: 1,
        sentences: 2,
        coded: 1,
        annotations: 1,
        tags: { claim: 1, quote: 0 },
      });
      const all = (await listArticles(db, sightOf(cast.alice), ALL_ARTICLES, page)).totals;
      expect(all).toMatchObject({ articles: 3, sentences: 5, coded: 2, tags: { claim: 2 } });
    });
  });

  describe('by label', () => {
    beforeAll(async () => {
      for (const [title, labels] of [
        ['Bravo', 'batch_1, Elections'],
        ['alpha', 'batch-1, Batch_1 late'],
        ['Charlie', 'Elections'],
      ] as const) {
        const loaded = await titled(title);
        const details = { ...detailsOf(loaded.article), labels };
        await editArticle(db, loaded, { version: loaded.article.version, details });
      }
    });

    test.each([
      ['Elections', ['Bravo', 'Charlie']],
      ['batch_1', ['Bravo']],
      ['batch-1', ['alpha']],
      ['Batch_1 late', ['alpha']],
      ['Elect', []],
      ['%', []],
    ])('%j', async (label, titles) => {
      expect(await list({ label })).toEqual({ titles, total: titles.length });
    });

    test('all are listed with how many have them, but for deleted ones and those of other projects', async () => {
      const labels = [
        { name: 'batch_1', count: 1 },
        { name: 'batch-1', count: 1 },
        { name: 'Batch_1 late', count: 1 },
        { name: 'Elections', count: 2 },
      ];
      const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
      expect((await listLabels(db, cast.alice.projectId)).sort(byName)).toEqual(labels.sort(byName));
      expect(await listLabels(db, cast.charlie.projectId)).toEqual([]);
    });

    test('holds together with words and state', async () => {
      expect((await list({ label: 'Elections', words: 'nobody' })).titles).toEqual(['Charlie']);
      expect((await list({ label: 'Elections', state: 'done' })).titles).toEqual([]);
      expect((await list({ label: 'Elections', words: 'ferry', state: 'begun' })).titles).toEqual(['Bravo']);
    });
  });

  test('by ids: those of the project alone', async () => {
    const [bravo, foreign] = [
      await titled('Bravo'),
      await db.article.findFirstOrThrow({ where: { projectId: cast.charlie.projectId } }),
    ];
    expect((await list({ ids: [foreign.id, bravo.article.id] })).titles).toEqual(['Bravo']);
    expect((await list({ ids: [] })).total).toBe(0);
  });
});
