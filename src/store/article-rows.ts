import { type Article, detailsOf } from '../domain/article.ts';
import type { Prisma } from './generated/sqlite/client.ts';

/** A row as Prisma reads it. */
export type ArticleRow = Omit<Prisma.ArticleGetPayload<object>, 'seatsLeft' | 'isPractice'>;

/** A row as the domain knows it. */
export function toArticle(row: ArticleRow): Article {
  const { id, projectId, length, sentenceCount, version, createdAt, updatedAt, deletedAt } = row;
  const own = { id, projectId, length, sentenceCount, version, createdAt, updatedAt, deletedAt };
  return { ...own, ...detailsOf(row) };
}
