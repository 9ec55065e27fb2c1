import { CannotUndoError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { turnBatch } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';

/**
 * Takes back what was done to assignments at once, or does it again; what coders have begun stays. Says how many of its
 * rows that touched. Throws ForbiddenError, and CannotUndoError where there is no such batch or it stands so already.
 */
export async function turnAssignments(
  db: Db,
  member: Member,
  batchId: string,
  which: 'undo' | 'redo',
): Promise<{ readonly touched: number; readonly rows: number }> {
  require(member, 'assign');
  const turned = await turnBatch(db, member, batchId, which);
  if (!turned)
    throw new CannotUndoError(t(which === 'undo' ? 'change.nothingToUndo' : 'change.nothingToRedo'));
  return turned;
}
