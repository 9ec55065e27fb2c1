import { beforeAll, describe, expect, test } from 'vitest';
import { removeArticle } from '../../src/actions/edit-article.ts';
import { loadArticle } from '../../src/actions/load.ts';
import type { Member } from '../../src/domain/permission.ts';
import {
  ARTICLE_SORTS,
  type ArticleQuery,
  articleTitles,
  findArticle,
  findArticleByHash,
  findArticleEvenDeleted,
  listArticles,
} from '../../src/store/articles.ts';
import type { Db } from '../../src/store/client.ts';
import { tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { importText } from '../support/desk.ts';

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

  const list = async (query: Partial<ArticleQuery>, { projectId }: Member = cast.alice) => {
    const { articles, total } = await listArticles(db, projectId, {
      words: '',
      sort: 'oldest',
      page: 1,
      pageSize: 50,
      ...query,
    });
    return { titles: articles.map(({ title }) => title), total };
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

    test.each(ARTICLE_SORTS)('sorts by %s, each article on one page', async (sort) => {
      const all = (await list({ sort })).titles;
      expect(all.toSorted()).toEqual(['Bravo', 'Charlie', 'alpha']);
      const paged = [];
      for (const page of [1, 2, 3, 4]) {
        const { titles, total } = await list({ sort, page, pageSize: 1 });
        expect(total).toBe(3);
        paged.push(...titles);
      }
      expect(paged).toEqual(all);
    });

    test('brings what was worked on last to the top', async () => {
      const first = await list({ sort: 'changed' });
      const last = await newArticle(db, cast.alice);
      expect((await list({ sort: 'changed' })).titles).toEqual([last.article.title, ...first.titles]);
      const id = await db.article.findFirstOrThrow({ where: { title: 'Bravo' } });
      await tag(db, await loadArticle(db, cast.alice.userId, id.id), 'was late');
      expect((await list({ sort: 'changed' })).titles[0]).toBe('Bravo');
      await removeArticle(db, last, 1);
    });

    test('shows nothing of other projects, nor what was deleted', async () => {
      expect((await list({}, cast.charlie)).total).toBe(1);
      expect((await list({ words: 'ferry' })).total).toBe(1);
    });
  });

  test('an article is found in its own project alone; a deleted one only where asked for', async () => {
    const loaded = await newArticle(db, cast.alice);
    const { id, projectId } = loaded.article;
    const { textHash } = await db.article.findUniqueOrThrow({ where: { id } });
    const elsewhere = cast.charlie.projectId;
    expect(await findArticle(db, projectId, id)).toEqual(loaded.article);
    expect(await findArticle(db, elsewhere, id)).toBeNull();
    expect(await findArticleEvenDeleted(db, elsewhere, id)).toBeNull();
    expect(await findArticleByHash(db, elsewhere, textHash)).toBeNull();
    await removeArticle(db, loaded, 1);
    expect(await findArticle(db, projectId, id)).toBeNull();
    expect((await findArticleEvenDeleted(db, projectId, id))?.deletedAt).toBeInstanceOf(Date);
    expect((await findArticleByHash(db, projectId, textHash))?.id).toBe(id);
    expect((await articleTitles(db, projectId)).map((title) => title.id)).not.toContain(id);
  });
});
