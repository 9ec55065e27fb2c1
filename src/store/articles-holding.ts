import type { Db } from './client.ts';
import { searchTextOf } from './search-text.ts';

/**
 * The first articles of a project whose title or text holds words, whatever their case and accents; or the one named,
 * where it does.
 */
export async function articlesHolding(
  db: Db,
  { projectId, articleId }: { readonly projectId: string; readonly articleId?: string | undefined },
  words: string,
  most: number,
): Promise<{ id: string; title: string }[]> {
  const wanted = searchTextOf(words);
  if (wanted === '') return [];
  return db.article.findMany({
    where: {
      projectId,
      deletedAt: null,
      ...(articleId !== undefined && { id: articleId }),
      text: { searchText: { contains: wanted } },
    },
    select: { id: true, title: true },
    orderBy: { id: 'asc' },
    take: most,
  });
}
