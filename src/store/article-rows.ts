import { type Article, detailsOf } from '../domain/article.ts';
import { fromCountColumns } from './count-columns.ts';
import type { Prisma } from './generated/sqlite/client.ts';

/** A row as Prisma reads it. */
export type ArticleRow = Prisma.ArticleGetPayload<object>;

/** A row as the domain knows it. */
export function toArticle(row: ArticleRow): Article {
  const { id, projectId, length, longestHull, version, createdAt, updatedAt, deletedAt } = row;
  const counts = { sentences: row.sentenceCount, coded: row.codedCount, ...fromCountColumns(row) };
  const own = { id, projectId, length, longestHull, version, createdAt, updatedAt, deletedAt };
  return { ...own, ...detailsOf(row), counts };
}
