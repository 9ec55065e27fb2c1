import { createHash } from 'node:crypto';
import type { Annotation } from '../domain/annotation.ts';
import type { Span } from '../text/span.ts';
import { toAnnotation } from './annotation-rows.ts';
import type { Db, Tx } from './client.ts';
import { searchTextOf } from './search-text.ts';
import type { StepScope } from './step-scope.ts';

const LIVE = { deletedAt: null };
const TEXT_ORDER = [{ start: 'asc' as const }, { id: 'asc' as const }];

/** One annotation that is not deleted, or null. */
export async function findAnnotation(db: Db | Tx, projectId: string, id: string): Promise<Annotation | null> {
  const row = await db.annotation.findFirst({ where: { id, projectId, ...LIVE } });
  return row && toAnnotation(row);
}

/** The annotation that this person's request with this key has made already in this article, deleted or not, or null. */
export async function findByRequestKey(
  db: Db | Tx,
  scope: StepScope,
  requestKey: string,
): Promise<Annotation | null> {
  const where = { requestKey: storedRequestKey(scope, requestKey), projectId: scope.member.projectId };
  const row = await db.annotation.findFirst({ where });
  return row && toAnnotation(row);
}

/** A request's key as it is stored: of one length whatever was sent, and nobody else's in any other article. */
export function storedRequestKey({ member, articleId }: StepScope, requestKey: string): string {
  return createHash('sha256').update(`${articleId}\n${member.userId}\n${requestKey}`).digest('hex');
}

/**
 * An article's annotations whose hull shares a code unit with `span`, in text order. `longestHull` is the article's, where
 * the caller has read it already.
 */
export async function annotationsWithin(
  db: Db | Tx,
  projectId: string,
  articleId: string,
  span: Span,
  longestHull?: number,
): Promise<Annotation[]> {
  const longest = longestHull ?? (await longestHullOf(db, projectId, articleId));
  // Without the lower bound on `start` the index would be read from the article's first annotation on.
  const start = { gt: span.start - longest, lt: span.end };
  const rows = await db.annotation.findMany({
    where: { projectId, articleId, ...LIVE, start, end: { gt: span.start } },
    orderBy: TEXT_ORDER,
  });
  return rows.map(toAnnotation);
}

async function longestHullOf(db: Db | Tx, projectId: string, id: string): Promise<number> {
  const article = await db.article.findFirst({ where: { id, projectId }, select: { longestHull: true } });
  return article?.longestHull ?? 0;
}

/** An article's first annotations whose words, speaker or note hold `words`, in text order. */
export async function findInArticle(
  db: Db,
  projectId: string,
  articleId: string,
  words: string,
  most: number,
): Promise<Annotation[]> {
  const rows = await db.annotation.findMany({
    where: { projectId, articleId, ...LIVE, searchText: { contains: searchTextOf(words) } },
    orderBy: TEXT_ORDER,
    take: most,
  });
  return rows.map(toAnnotation);
}
