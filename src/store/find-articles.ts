import type { Article } from '../domain/article.ts';
import { toArticle } from './article-rows.ts';
import type { Db } from './client.ts';

const OLDEST_FIRST = { id: 'asc' as const };

/** The articles, not deleted ones, that have one of these addresses, oldest first, no more than two. */
export async function liveArticlesAt(db: Db, projectId: string, urls: readonly string[]): Promise<Article[]> {
  const where = { projectId, deletedAt: null, url: { in: [...urls] } };
  return (await db.article.findMany({ where, orderBy: OLDEST_FIRST, take: 2 })).map(toArticle);
}

/** The articles, not deleted ones, that have this very title, oldest first, no more than two. */
export async function liveArticlesTitled(db: Db, projectId: string, title: string): Promise<Article[]> {
  const where = { projectId, deletedAt: null, title };
  return (await db.article.findMany({ where, orderBy: OLDEST_FIRST, take: 2 })).map(toArticle);
}
