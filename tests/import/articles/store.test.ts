import { beforeAll, expect, test } from 'vitest';
import { removeArticle } from '../../../src/actions/edit-article.ts';
import { loadArticle } from '../../../src/actions/load.ts';
import { ALL_ARTICLES } from '../../../src/domain/article-filter.ts';
import { ForbiddenError } from '../../../src/domain/errors.ts';
import type { Member } from '../../../src/domain/permission.ts';
import { sightOf } from '../../../src/domain/sight.ts';
import { readArticle } from '../../../src/import/articles/read.ts';
import { importArticle, importArticles } from '../../../src/import/articles/store.ts';
import { listArticles } from '../../../src/store/article-list.ts';
import type { Db } from '../../../src/store/client.ts';
import { undoState } from '../../../src/store/standing.ts';
import { eachDatabase } from '../../support/databases.ts';
import { importText, localMember, stranger } from '../../support/desk.ts';

eachDatabase((open) => {
  let db: Db;
  let member: Member;
  beforeAll(async () => {
    ({ db } = await open());
    member = await localMember(db);
  });

  const read = (content: string, given = {}) => readArticle({ content, given }, 1000);

  async function remove(id: string) {
    const loaded = await loadArticle(db, member.accountId, id);
    await removeArticle(db, loaded, loaded.article.version);
  }

  test('stores the text with its structure and a line of history', async () => {
    const { article, duplicate } = await importText(db, member, '# A ferry\n\nIt was late. It often is.');
    expect(duplicate).toBe(false);
    const loaded = await loadArticle(db, member.accountId, article.id);
    const { text } = loaded;
    expect(text.text).toBe('It was late. It often is.');
    expect(text.sentences).toHaveLength(2);
    expect(article).toMatchObject({ title: 'A ferry', sentenceCount: 2 });
    const events = await db.event.findMany({ where: { articleId: article.id } });
    expect(events).toMatchObject([{ action: 'create', subject: 'article', annotatorId: member.annotatorId }]);
    expect(await undoState(db, loaded)).toEqual({ canUndo: false, canRedo: false });
  });

  test('leads to the article that holds the text already', async () => {
    const first = await importText(db, member, 'The same words.');
    const again = await importText(db, member, '\r\nThe same words.\r\n');
    expect(again).toEqual({ article: first.article, duplicate: true });
  });

  test('stores a text once that comes twice in one batch, and keeps the order', async () => {
    const texts = ['One of three.', 'Two of three.', 'One of three.'];
    const imported = await importArticles(
      db,
      member,
      texts.map((text) => read(text)),
    );
    expect(imported.map(({ article }) => article.title)).toEqual(texts);
    expect(imported.map(({ duplicate }) => duplicate)).toEqual([false, false, true]);
    expect(imported[2]?.article.id).toBe(imported[0]?.article.id);
  });

  test('stores a text once that two people bring at the same time', async () => {
    const imported = await Promise.all(
      Array.from({ length: 4 }, () => importText(db, member, 'Everybody has this one.')),
    );
    expect(new Set(imported.map(({ article }) => article.id)).size).toBe(1);
    expect(imported.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  });

  test('keeps projects apart', async () => {
    const here = await importText(db, member, 'Known in two places.');
    const there = await importText(db, await stranger(db), 'Known in two places.');
    expect(there.duplicate).toBe(false);
    expect(there.article.id).not.toBe(here.article.id);
  });

  test('brings a deleted article back, with details given by hand', async () => {
    const content = 'By Mara Lindqvist\n\nGone and back again.';
    const { article } = await importArticle(db, member, read(content, { publication: 'The Record' }));
    await remove(article.id);
    const again = await importArticle(db, member, read(content, { title: 'A new title' }));
    expect(again.duplicate).toBe(true);
    expect(again.article).toMatchObject({
      id: article.id,
      title: 'A new title',
      publication: 'The Record',
      deletedAt: null,
    });
    const filter = { ...ALL_ARTICLES, words: 'new title gone' };
    const order = { by: 'added', isDescending: true } as const;
    const { articles } = await listArticles(db, sightOf(member), filter, {
      order,
      page: 1,
      pageSize: 10,
      tags: [],
    });
    expect(articles.map(({ id }) => id)).toEqual([article.id]);
  });

  test('refuses a reader', async () => {
    const reader = { ...member, role: 'reader' as const };
    await expect(importText(db, reader, 'Not for you to add.')).rejects.toThrow(ForbiddenError);
  });
});
