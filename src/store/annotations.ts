import type { Annotation } from '../domain/annotation.ts';
import type { Sight } from '../domain/sight.ts';
import { toAnnotation } from './annotation-rows.ts';
import type { Db } from './client.ts';
import { whereSeen } from './lane-test.ts';
import { searchTextOf } from './search-text.ts';
import type { Session } from './session.ts';
import { annotationsById } from './standing.ts';

/** One annotation that is not deleted, in whatever project, or null. */
export async function findAnnotation(session: Session, id: string): Promise<Annotation | null> {
  const found = (await annotationsById(session, [id])).get(id);
  return found && !found.isDeleted ? found.annotation : null;
}

/** An article's first annotations that may be seen and whose words, speaker or note hold `words`, in text order. */
export async function findInArticle(
  db: Db,
  sight: Sight,
  articleId: string,
  words: string,
  most: number,
): Promise<Annotation[]> {
  const rows = await db.annotation.findMany({
    where: { ...whereSeen(sight), articleId, deletedAt: null, searchText: { contains: searchTextOf(words) } },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(toAnnotation);
}

/** An article's deleted annotations that may be seen, those deleted last coming first. */
export async function deletedAnnotations(
  db: Db,
  sight: Sight,
  articleId: string,
  most: number,
): Promise<(Annotation & { readonly deletedAt: Date })[]> {
  const rows = await db.annotation.findMany({
    where: { ...whereSeen(sight), articleId, deletedAt: { not: null } },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map((row) => ({ ...toAnnotation(row), deletedAt: row.deletedAt ?? row.updatedAt }));
}
