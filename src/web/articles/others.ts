import type { LoadedArticle } from '../../actions/load.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { sightOf } from '../../domain/sight.ts';
import { annotatorNames } from '../../store/annotators.ts';
import type { Db } from '../../store/client.ts';

const NOBODY: ReadonlyMap<string, string> = new Map();

/**
 * What others who made some of these annotations are called, by the ids of annotators. One's own go without a name, so
 * nothing is asked of the database where all are.
 */
export async function othersIn(
  db: Db,
  { member }: LoadedArticle,
  annotations: readonly Annotation[],
): Promise<ReadonlyMap<string, string>> {
  const own = new Set([member.annotatorId, ...member.annotatorIds]);
  const ids = new Set(annotations.map(({ annotatorId }) => annotatorId).filter((id) => !own.has(id)));
  if (ids.size === 0) return NOBODY;
  return new Map([...(await annotatorNames(db, sightOf(member)))].filter(([id]) => ids.has(id)));
}

/** The same of one annotation. */
export async function whoseIs(
  db: Db,
  loaded: LoadedArticle,
  annotation: Annotation,
): Promise<string | undefined> {
  return (await othersIn(db, loaded, [annotation])).get(annotation.annotatorId);
}
