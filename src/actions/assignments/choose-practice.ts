import { type Member, require } from '../../domain/permission.ts';
import { openArticles, saveDeed } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';
import { type ArticleChoice, chosenArticles } from './chosen-articles.ts';

/**
 * Has coders practise on articles, or no longer. One step that can be undone. Gives how many articles that changed.
 * Throws ForbiddenError.
 */
export async function choosePractice(
  db: Db,
  member: Member,
  choice: ArticleChoice,
  { isPractice, batchId }: { readonly isPractice: boolean; readonly batchId: string },
): Promise<number> {
  require(member, 'assign');
  const { ids } = await chosenArticles(db, member, choice);
  const articles = await openArticles(db, member.projectId, ids);
  const rows = articles
    .filter((article) => article.isPractice !== isPractice)
    .map((article) => ({ articleId: article.id, before: article.isPractice, after: isPractice }));
  return rows.length === 0 ? 0 : saveDeed(db, member, batchId, { kind: 'practice', rows });
}
