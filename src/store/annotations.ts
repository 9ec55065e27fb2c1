import { createHash } from 'node:crypto';
import type { Annotation } from '../domain/annotation.ts';
import { toAnnotation } from './annotation-rows.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { searchTextOf } from './search-text.ts';
import type { Session } from './session.ts';
import { annotationsById, annotationsWhere } from './standing.ts';
import type { StepScope } from './step.ts';

/** One annotation that is not deleted, in whatever project, or null. */
export async function findAnnotation(session: Session, id: string): Promise<Annotation | null> {
  const found = (await annotationsById(session, [id])).get(id);
  return found && !found.isDeleted ? found.annotation : null;
}

/** What this person's request with this key, if it has one, has made already in this article, deleted or not. */
export async function findByRequestKey(session: Session, scope: StepScope, requestKey: string | undefined) {
  if (!requestKey) return undefined;
  const where = Prisma.sql`"requestKey" = ${storedRequestKey(scope, requestKey)}`;
  const [found] = (await annotationsWhere(session, where)).values();
  return found?.annotation;
}

/** A request's key as it is stored: of one length whatever was sent, and nobody else's in any other article. */
export function storedRequestKey({ member, text }: StepScope, requestKey: string): string {
  return createHash('sha256').update(`${text.articleId}\n${member.userId}\n${requestKey}`).digest('hex');
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
    where: { projectId, articleId, deletedAt: null, searchText: { contains: searchTextOf(words) } },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(toAnnotation);
}
