import { InvalidInputError } from '../domain/errors.ts';
import { type Member, require } from '../domain/permission.ts';
import { sightOf } from '../domain/sight.ts';
import { t } from '../messages/language.ts';
import type { Database } from '../store/client.ts';
import { countSpeakers } from '../store/speakers.ts';
import { articleOfStep } from '../store/steps.ts';
import { type BulkDone, changeMany } from './change-many.ts';

/** A speaker, as they are spelled, and their new name. */
export interface Rename {
  readonly name: string;
  readonly to: string;
  /** Only there; without it in the whole project. */
  readonly articleId?: string | undefined;
  readonly requestKey?: string | undefined;
}

const MOST = 100_000;

/**
 * Gives a speaker another name wherever they are named, as one step. Throws ForbiddenError, InvalidInputError (field
 * `speaker`), and EditConflictError where somebody changes one of the annotations meanwhile.
 */
export async function renameSpeaker(
  database: Database,
  member: Member,
  { name, to, articleId, requestKey }: Rename,
): Promise<BulkDone> {
  require(member, 'writeCoding');
  const value = to.trim();
  if (value === '') throw new InvalidInputError({ speaker: t('speakers.nameMissing') });
  if (value === name) throw new InvalidInputError({ speaker: t('speakers.same', { name }) });
  const isRepeated = requestKey && (await articleOfStep(database.db, member.accountId, requestKey));
  const where = { sight: sightOf(member), articleId };
  const known = isRepeated ? [] : await countSpeakers(database.db, where, MOST);
  if (!isRepeated && !known.some((speaker) => speaker.name === name))
    throw new InvalidInputError({ speaker: t('speakers.notFound', { name }) });
  const picked = { speaker: name, articleId };
  return changeMany(database, { member, requestKey, picked, deed: { deed: 'speaker', value } });
}
