import { type Member, require } from '../../domain/permission.ts';
import { openArticles, saveDeed } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';
import { type ArticleChoice, chosenArticles } from './chosen-articles.ts';

/**
 * Lets coders take articles for themselves, at most `seats` coders each; none with zero. One step that can be undone.
 * Gives how many articles that changed. Throws ForbiddenError.
 */
export async function openSeats(
  db: Db,
  member: Member,
  choice: ArticleChoice,
  { seats, batchId }: { readonly seats: number; readonly batchId: string },
): Promise<number> {
  require(member, 'assign');
  const { ids } = await chosenArticles(db, member, choice);
  const articles = await openArticles(db, member.projectId, ids);
  const rows = articles
    .filter((article) => article.seats !== seats)
    .map((article) => ({ articleId: article.id, before: article.seats, after: seats }));
  return rows.length === 0 ? 0 : saveDeed(db, member, batchId, { kind: 'seats', rows });
}
