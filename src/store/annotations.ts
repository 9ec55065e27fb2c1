import { createHash } from 'node:crypto';
import type { Annotation } from '../domain/annotation.ts';
import { toAnnotation } from './annotation-rows.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { searchTextOf } from './search-text.ts';
import type { Session } from './session.ts';
import { annotationsById } from './standing.ts';
import type { StepScope } from './step.ts';

/** One annotation that is not deleted, in whatever project, or null. */
export async function findAnnotation(session: Session, id: string): Promise<Annotation | null> {
  const found = (await annotationsById(session, [id])).get(id);
  return found && !found.isDeleted ? found.annotation : null;
}

/** The annotation that this person's request with this key has made already in this article, deleted or not, or null. */
export async function findByRequestKey(
  session: Session,
  scope: StepScope,
  requestKey: string,
): Promise<Annotation | null> {
  const key = storedRequestKey(scope, requestKey);
  const [row] = await session.rows(Prisma.sql`SELECT "id" FROM "Annotation" WHERE "requestKey" = ${key}`);
  const id = String(row?.[0]);
  return row ? ((await annotationsById(session, [id])).get(id)?.annotation ?? null) : null;
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
