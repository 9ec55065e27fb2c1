import type { WhoseChoice } from '../../../views/articles/_whose.tsx';
import { type LoadedArticle, sightIn } from '../../actions/load.ts';
import { FINAL, type Lane, SHARED } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import type { Db } from '../../store/client.ts';
import { annotatorsIn, codingsSeen } from '../../store/whose-work.ts';

/**
 * Whose work in an article can be looked at by itself: where it is coded together its annotators, apart the codings that
 * may be seen; nothing where that is one. `hasOthers` says whether anybody else's work is on the page: where nobody
 * else works nothing is asked of the database.
 */
export async function whoseChoices(
  db: Db,
  { member, article, lane }: LoadedArticle,
  hasOthers: boolean,
): Promise<WhoseChoice[]> {
  if (member.way === 'together' && !hasOthers) return [];
  const sight = await sightIn(db, member, article.id);
  if (sight.lanes !== 'all' && sight.lanes.length === 1 && !hasOthers) return [];
  const ids =
    lane === SHARED ? await annotatorsIn(db, sight, article.id) : await codingsSeen(db, sight, article.id);
  if (ids.filter((id) => id !== lane).length === 0) return [];
  const names = await annotatorNames(db, sight);
  const nameOf = (id: Lane) => (id === FINAL ? t('codings.final') : (names.get(id) ?? ''));
  return ids.filter((id) => id !== lane).map((id) => ({ id, name: nameOf(id) }));
}

/** Where the work of one annotator in an article is read: their coding, or theirs of the shared one. */
export function whoseAddress({ member, article, lane }: LoadedArticle, annotator: string): string {
  const codings = `/articles/${article.id}/codings`;
  const asked = encodeURIComponent(annotator);
  if (member.way === 'together') return `${codings}/${SHARED}?annotator=${asked}`;
  return annotator === lane ? `/articles/${article.id}` : `${codings}/${asked}`;
}
