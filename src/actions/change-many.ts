import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '../domain/annotation.ts';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import { afterDeed, type BulkDeed, checkDeed, MAX_BULK } from '../domain/bulk.ts';
import { EditConflictError, InvalidInputError } from '../domain/errors.ts';
import { type Change, stateOf } from '../domain/history.ts';
import { type Member, require } from '../domain/permission.ts';
import { type Sight, sees, sightOf } from '../domain/sight.ts';
import { t } from '../messages/language.ts';
import { idsMatching } from '../store/annotation-table.ts';
import type { Database } from '../store/client.ts';
import type { Session } from '../store/session.ts';
import { idsOfSpeaker } from '../store/speakers.ts';
import { annotationsById, type StoredAnnotation } from '../store/standing.ts';
import { articleOfStep } from '../store/steps.ts';
import { saveWideStep } from '../store/wide-steps.ts';

/**
 * Which annotations: those ticked, with the versions that the person saw, all that a filter finds, or all of a speaker
 * spelled just so in the project or an article of it.
 */
export type Picked =
  | { readonly versions: ReadonlyMap<string, number> }
  | { readonly speaker: string; readonly articleId?: string | undefined }
  | {
      readonly filter: AnnotationFilter;
      /** How many the person saw that there are. */
      readonly seen: number;
    };

/** Who changes what, under which name: sent again under the same, nothing is done again. */
export interface BulkRequest {
  readonly member: Member;
  readonly requestKey?: string | undefined;
  readonly picked: Picked;
  readonly deed: BulkDeed;
}

/** What was done; the step can be undone as a whole. */
export interface BulkDone {
  /** Null where nothing was to be changed. */
  readonly step: string | null;
  readonly changed: number;
  /** Annotations whose tag does not have what was to be set. */
  readonly unfit: number;
}

/**
 * Changes many annotations of a project as one step: all of them, or none. Throws ForbiddenError, InvalidInputError
 * (fields `pick` and that of the deed), and EditConflictError with those that were changed since the person saw them.
 */
export async function changeMany(
  database: Database,
  { member, requestKey, picked, deed }: BulkRequest,
): Promise<BulkDone> {
  const { db } = database;
  require(member, 'writeCoding');
  checkDeed(deed);
  const step = requestKey ?? uuidv7();
  if (requestKey && (await articleOfStep(db, member.accountId, requestKey)))
    return { step, changed: 0, unfit: 0 };
  const ids = await idsOf(database, member, picked);
  const seen = await readAll(db, member, ids, picked);
  let unfit = 0;
  const saved = await saveWideStep(db, { member, places: seen, step }, async ({ session, scope }) => {
    const here = seen.filter((one) => one.articleId === scope.text.articleId && one.lane === scope.lane);
    // Once more behind the lock: only now can nobody change them any more.
    const now = await readAll(session, member, idsIn(here), picked);
    const outcomes = now.map((annotation) => changeOf(member, annotation, deed));
    unfit += outcomes.filter((outcome) => outcome === 'unfit').length;
    return { action: 'change', changes: outcomes.filter((outcome) => typeof outcome === 'object') };
  });
  const changed = saved.reduce((sum, { changes }) => sum + changes.length, 0);
  return { step: changed > 0 ? step : null, changed, unfit };
}

function idsIn(annotations: readonly Annotation[]): string[] {
  return annotations.map(({ id }) => id);
}

async function idsOf(database: Database, member: Member, picked: Picked): Promise<string[]> {
  if ('versions' in picked) return checked([...picked.versions.keys()]);
  const sight = sightOf(member);
  if ('speaker' in picked) {
    const where = { sight, articleId: picked.articleId };
    return checked(await idsOfSpeaker(database.db, where, picked.speaker, MAX_BULK + 1));
  }
  const ids = checked(await idsMatching(database, sight, picked.filter, MAX_BULK + 1));
  if (ids.length === picked.seen) return ids;
  throw new EditConflictError(t('annotations.othersMatch', { seen: picked.seen, count: ids.length }), []);
}

function checked(ids: string[]): string[] {
  if (ids.length === 0) throw new InvalidInputError({ pick: t('annotations.pickFirst') });
  if (ids.length > MAX_BULK)
    throw new InvalidInputError({ pick: t('annotations.pickFewer', { most: MAX_BULK }) });
  return ids;
}

/** The annotations as they are now. Throws EditConflictError where one is not as the person saw it. */
async function readAll(
  session: Session,
  member: Member,
  ids: readonly string[],
  picked: Picked,
): Promise<Annotation[]> {
  const sight = sightOf(member);
  const stored = await annotationsById(session, ids);
  const found = ids.map((id) => stored.get(id));
  const stale = found.filter((one, at) => !isAsSeen(one, sight, picked, ids[at] ?? ''));
  if (stale.length > 0) {
    const words = stale.flatMap((one) => (one && isSeen(one, sight) ? [one.annotation] : []));
    throw new EditConflictError(
      t('annotations.changedSince', { count: stale.length, all: ids.length }),
      words,
    );
  }
  return found.flatMap((one) => one?.annotation ?? []);
}

function isSeen({ annotation: { projectId, lane } }: StoredAnnotation, sight: Sight): boolean {
  return projectId === sight.projectId && sees(sight, lane);
}

function isAsSeen(one: StoredAnnotation | undefined, sight: Sight, picked: Picked, id: string): boolean {
  if (!one || one.isDeleted || !isSeen(one, sight)) return false;
  if ('speaker' in picked) return one.annotation.speaker === picked.speaker;
  return !('versions' in picked) || picked.versions.get(id) === one.annotation.version;
}

function changeOf(member: Member, annotation: Annotation, deed: BulkDeed): Change | 'unfit' | 'same' {
  require(member, 'writeCoding', annotation);
  const after = afterDeed(annotation, deed);
  if (after === 'unfit' || after === 'same') return after;
  return { subject: 'annotation', subjectId: annotation.id, before: stateOf(annotation), after };
}
