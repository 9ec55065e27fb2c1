import { ALL_ARTICLES, type ArticleFilter } from '../../domain/article-filter.ts';
import type { Member } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import { articleIds } from '../../store/article-sql.ts';
import type { Db } from '../../store/client.ts';
import { withoutCoder } from '../../store/work.ts';

/** Which articles something is done to. */
export type ArticleChoice =
  | { readonly which: 'all' }
  /** Those that nobody has. */
  | { readonly which: 'free' }
  | { readonly which: 'filter'; readonly filter: ArticleFilter }
  | { readonly which: 'ticked'; readonly ids: readonly string[] };

/** Most articles of one step: what is given fits in one statement and in one row of history. */
export const MAX_ARTICLES_AT_ONCE = 5000;

/** The ids of the articles that are chosen, oldest first; what is not in the project is passed over. */
export async function chosenArticles(
  db: Db,
  member: Member,
  choice: ArticleChoice,
): Promise<{ readonly ids: readonly string[]; readonly isCut: boolean }> {
  const limit = MAX_ARTICLES_AT_ONCE + 1;
  const ids =
    choice.which === 'free'
      ? await withoutCoder(db, member.projectId, limit)
      : await articleIds(
          db,
          sightOf(member),
          filterOf(choice),
          { by: 'added', isDescending: false },
          { offset: 0, limit },
        );
  return { ids: ids.slice(0, MAX_ARTICLES_AT_ONCE), isCut: ids.length > MAX_ARTICLES_AT_ONCE };
}

function filterOf(choice: Exclude<ArticleChoice, { which: 'free' }>): ArticleFilter {
  if (choice.which === 'filter') return choice.filter;
  return choice.which === 'ticked' ? { ...ALL_ARTICLES, ids: choice.ids } : ALL_ARTICLES;
}
