import type { Db } from '../store/client.ts';
import { articleOfStep, type SavedStep, savedBefore } from '../store/steps.ts';
import { type LoadedArticle, loadEvenDeleted } from './load.ts';

/** What a request that is sent again has done the first time, where it was done. */
export interface DoneBefore {
  readonly loaded: LoadedArticle;
  readonly saved: SavedStep;
}

/**
 * Looks for what a person's request has done already, by its key: what it is about may be gone or changed
 * since, so that the request itself could not be done again. Null where it has done nothing.
 */
export async function doneBefore(
  db: Db,
  accountId: string,
  requestKey: string | undefined,
): Promise<DoneBefore | null> {
  const articleId = requestKey && (await articleOfStep(db, accountId, requestKey));
  if (!articleId) return null;
  const loaded = { ...(await loadEvenDeleted(db, accountId, articleId)), requestKey };
  const saved = await savedBefore(db, loaded);
  return saved && { loaded, saved };
}
