import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '../domain/annotation.ts';
import { CannotUndoError, NotFoundError } from '../domain/errors.ts';
import { type Change, inverse, sameContent, stateOf } from '../domain/history.ts';
import { type Member, require } from '../domain/permission.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import { annotationsById, ownEvents } from '../store/standing.ts';
import type { LockedArticle, Step } from '../store/step.ts';
import { articleOfStep, settleStep } from '../store/steps.ts';
import { articlesOfStep, findWideStep, saveWideStep } from '../store/wide-steps.ts';

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
  if (requestKey && (await articleOfStep(db, member.userId, requestKey))) return { changed: 0, kept: 0 };
  const articleIds = await articlesOfStep(db, member, step, which === 'undo' ? 'done' : 'undone');
  if (articleIds.length === 0) {
    if (!(await findWideStep(db, member, step))) throw new NotFoundError('step');
    throw new CannotUndoError(t('annotations.cannotUndo'));
  }
  let kept = 0;
  const scope = { member, articleIds, step: requestKey ?? uuidv7() };
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
  { session, scope, standing }: LockedArticle,
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
  const { annotations } = await standing({ start: 0, end: scope.text.text.length });
  const left = annotations.filter(({ id, userId }) => userId === scope.member.userId && !gone.has(id));
  const marks = wanted.filter(
    (change) => change.subject === 'sentence-mark' && isFree(change, left, scope.text),
  );
  return { changes: [...same, ...marks], others: own.length - same.length };
}

/** "Nothing here" comes back only where the person has tagged nothing since. */
function isFree(
  { before, after }: Extract<Change, { subject: 'sentence-mark' }> | Change,
  left: readonly Annotation[],
  text: LockedArticle['scope']['text'],
): boolean {
  if (before !== null || after === null || !('sentence' in after)) return true;
  return !left.some((annotation) => sentencesOf(annotation, text.sentences).includes(after.sentence));
}
