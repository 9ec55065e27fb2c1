import { CannotUndoError, EditConflictError } from '../domain/errors.ts';
import { type Change, inverse } from '../domain/history.ts';
import { require } from '../domain/permission.ts';
import type { Db } from '../store/client.ts';
import type { StepScope } from '../store/step-scope.ts';
import { findStep, saveStep, settleStep } from '../store/steps.ts';

/**
 * Takes back a person's last step in an article, or brings the last undone one again, and says what that changed.
 * Throws CannotUndoError where there is none, or where somebody else changed the same thing since; that step is then out of
 * the way of those before it.
 */
export async function undo(db: Db, scope: StepScope, which: 'undo' | 'redo'): Promise<readonly Change[]> {
  require(scope.member, 'undoOwnStep');
  const step = await findStep(db, scope.member, scope.articleId, which);
  if (!step) throw new CannotUndoError(which === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.');
  const changes = which === 'redo' ? step.changes : step.changes.toReversed().map(inverse);
  try {
    await saveStep(db, scope, { action: which, changes, of: step.id });
  } catch (error) {
    if (!(error instanceof EditConflictError)) throw error;
    await settleStep(db, scope, step.id);
    throw new CannotUndoError(
      `Somebody else changed this since, so it was left as it is. The next ${which} takes the step beyond it.`,
    );
  }
  return changes;
}
