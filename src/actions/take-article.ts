import { type Member, require } from '../domain/permission.ts';
import { daysBefore } from '../domain/progress.ts';
import { staleDays } from '../store/assignments.ts';
import type { Db } from '../store/client.ts';
import { releaseStale, takeNext, takeSeatOf } from '../store/seats.ts';
import { nextPractice } from '../store/work.ts';

/**
 * Takes an article for a coder: `articleId`, or the next one that is free; null where there is none for them. Whoever
 * has practice left goes on with that. What others took and let lie for longer than the owner allows is free again
 * first. Throws ForbiddenError.
 */
export async function takeArticle(
  db: Db,
  member: Member,
  now: Date,
  articleId?: string | undefined,
): Promise<string | null> {
  require(member, 'takeArticle');
  const practice = articleId === undefined ? await nextPractice(db, member) : null;
  if (practice !== null) return practice;
  const days = await staleDays(db, member.projectId);
  if (days !== null) await releaseStale(db, member, daysBefore(now, days));
  return articleId === undefined ? takeNext(db, member) : takeSeatOf(db, member, articleId);
}
