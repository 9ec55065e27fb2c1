import { CannotUndoError, EditConflictError } from '../domain/errors.ts';
import { type Change, inverse } from '../domain/history.ts';
import { require } from '../domain/permission.ts';
import { DETAILS, FINAL } from '../domain/sight.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import type { LockedCoding, Step, StepScope } from '../store/step.ts';
import { findStep, type SavedStep, saveStep, settleStep } from '../store/steps.ts';
import { refuseReopening } from './finish-coding.ts';

/**
 * Takes back a person's last step in an article, or brings the last undone one again, and says what that
 * changed; or the step that is `named`, and no other. Throws CannotUndoError where there is none, or where
 * somebody else changed the same thing since; that step is then out of the way of those before it.
 */
export async function undo(
  db: Db,
  scope: StepScope,
  which: 'undo' | 'redo',
  named?: string,
): Promise<SavedStep> {
  require(scope.member, 'undoOwnStep', scope);
  const found = await findStep(db, scope, which, named);
  const locks = found?.lane === DETAILS ? 'details' : 'coding';
  let of = '';
  const plan = async ({ session }: LockedCoding): Promise<Step> => {
    // Once more behind the lock: two requests at once take back two steps.
    const step = await findStep(session, scope, which, named);
    if (!step || (step.lane === DETAILS) !== (locks === 'details'))
      throw new CannotUndoError(whyNone(which, named));
    of = step.id;
    const changes = which === 'redo' ? step.changes : step.changes.toReversed().map(inverse);
    if (scope.lane !== FINAL && changes.some(opensAgain))
      await refuseReopening(session, scope.member, scope.article.id);
    return { action: which, changes, of };
  };
  try {
    return await saveStep(db, scope, plan, locks);
  } catch (error) {
    if (!(error instanceof EditConflictError)) throw error;
    await settleStep(db, scope, of);
    throw new CannotUndoError(t(which === 'undo' ? 'change.cannotUndo' : 'change.cannotRedo'));
  }
}

function opensAgain(change: Change): boolean {
  return change.subject === 'coding' && change.before?.state === 'done';
}

/** A step that the page names but nobody can find made no change; there may be others before it. */
function whyNone(which: 'undo' | 'redo', named: string | undefined): string {
  if (which === 'redo') return t('change.nothingToRedo');
  return named === undefined ? t('change.nothingToUndo') : t('change.stepGone');
}
