import { v7 as uuidv7 } from 'uuid';
import { CannotUndoError, NotFoundError } from '../domain/errors.ts';
import { type Change, inverse, sameContent, stateOf } from '../domain/history.ts';
import { type Member, require } from '../domain/permission.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import { annotationsById, type Standing } from '../store/standing.ts';
import type { LockedCoding, Step } from '../store/step.ts';
import { articleOfStep, settleStep } from '../store/steps.ts';
import { ownEvents } from '../store/stored-events.ts';
import { findWideStep, placesOfStep, saveWideStep } from '../store/wide-steps.ts';

/** How many annotations were taken back, or brought again, and how many somebody has changed since. */
export interface WideUndone {
  readonly changed: number;
  readonly kept: number;
}

/**
 * Takes back a person's step in all of its articles, or brings it again, as one step. What somebody changed since
 * stays as it is. Throws ForbiddenError, NotFoundError, and CannotUndoError where there is nothing of it to take back.
 */
export async function undoMany(
  db: Db,
  member: Member,
  step: string,
  { which, requestKey }: { readonly which: 'undo' | 'redo'; readonly requestKey?: string | undefined },
): Promise<WideUndone> {
  require(member, 'undoOwnStep');
  if (requestKey && (await articleOfStep(db, member.accountId, requestKey))) return { changed: 0, kept: 0 };
  const places = await placesOfStep(db, member, step, which === 'undo' ? 'done' : 'undone');
  if (places.length === 0) {
    if (!(await findWideStep(db, member, step))) throw new NotFoundError('step');
    throw new CannotUndoError(t('annotations.cannotUndo'));
  }
  for (const place of places) require(member, 'undoOwnStep', place);
  let kept = 0;
  const scope = { member, places, step: requestKey ?? uuidv7() };
  const saved = await saveWideStep(db, scope, async (locked) => {
    const { changes, others } = await reversed(locked, step, which);
    kept += others;
    if (changes.length === 0) await settleStep(locked.session, locked.scope, step);
    return { action: which, of: step, changes };
  });
  const isAnnotation = ({ subject }: Change) => subject === 'annotation';
  const changed = saved.reduce((sum, { changes }) => sum + changes.filter(isAnnotation).length, 0);
  return { changed, kept };
}

/** The changes of an article that lead back, or forth again; `others` are no longer as they were left. */
async function reversed(
  { session, scope, standing }: LockedCoding,
  step: string,
  which: 'undo' | 'redo',
): Promise<Pick<Step, 'changes'> & { readonly others: number }> {
  const done = (await ownEvents(session, scope, step)).map(({ change }) => change);
  const wanted = which === 'undo' ? done.toReversed().map(inverse) : done;
  const own = wanted.filter(({ subject }) => subject === 'annotation');
  const stored = await annotationsById(
    session,
    own.map(({ subjectId }) => subjectId),
  );
  const isAsLeft = ({ subjectId, before }: Change) => {
    const found = stored.get(subjectId);
    return sameContent(found && !found.isDeleted ? stateOf(found.annotation) : null, before);
  };
  const same = own.filter(isAsLeft);
  const gone = new Set(same.map(({ subjectId }) => subjectId));
  const now = await standing({ start: 0, end: scope.text.text.length });
  const left = now.annotations.filter(({ id }) => !gone.has(id));
  const marks = wanted.filter(
    (change) =>
      change.subject === 'sentence-mark' && isFree(change, { ...now, annotations: left }, scope.text),
  );
  const links = wanted.filter(({ subject }) => subject === 'link');
  return {
    changes: same.length > 0 ? [...same, ...links, ...marks] : marks,
    others: own.length - same.length,
  };
}

/** "Nothing here" comes back only where nothing was tagged or said since. */
function isFree(
  { before, after }: Extract<Change, { subject: 'sentence-mark' }>,
  { annotations, marks }: Standing,
  { sentences }: LockedCoding['scope']['text'],
): boolean {
  const mark = after ?? before;
  const there = marks.find(({ sentence }) => sentence === mark?.sentence) ?? null;
  if (!sameContent(there, before)) return false;
  if (after === null) return true;
  return !annotations.some((annotation) => sentencesOf(annotation, sentences).includes(after.sentence));
}
