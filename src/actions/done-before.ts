import { DETAILS } from '../domain/sight.ts';
import type { Db } from '../store/client.ts';
import { placeOfStep, type SavedStep, savedBefore } from '../store/steps.ts';
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
  const place = requestKey ? await placeOfStep(db, accountId, requestKey) : null;
  if (!place) return null;
  const lane = place.lane === DETAILS ? undefined : place.lane;
  const loaded = { ...(await loadEvenDeleted(db, accountId, place.articleId, { lane })), requestKey };
  const saved = await savedBefore(db, loaded);
  return saved && { loaded, saved };
}
