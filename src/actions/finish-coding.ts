import { CannotUndoError, NotAllCodedError } from '../domain/errors.ts';
import { codingChange, sentenceMarkChange } from '../domain/history.ts';
import { type Member, may, require } from '../domain/permission.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import type { Session } from '../store/session.ts';
import type { LockedCoding } from '../store/step.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import { isDecidedOn, referenceLane } from '../store/work.ts';
import type { LoadedArticle } from './load.ts';

/** Whether what somebody looks at is a coding of their own, which they finish by themselves. */
export function canFinish({ member, lane }: Pick<LoadedArticle, 'member' | 'lane'>): boolean {
  return may(member, 'finishCoding') && lane === member.annotatorId;
}

/**
 * Says that a person's own coding is done, as one step that can be undone. Sentences that are not coded are marked as
 * holding nothing where `rest` says so; else throws NotAllCodedError. Throws ForbiddenError where the coding is nobody's
 * own. What is done already stays so.
 */
export async function finishCoding(
  db: Db,
  loaded: LoadedArticle,
  rest: 'nothing' | 'refuse',
): Promise<SavedStep> {
  require(loaded.member, 'finishCoding');
  const { annotatorId } = loaded.member;
  return saveStep(db, loaded, async (locked) => {
    const { coding } = locked;
    if (coding.state === 'done') return { action: 'change', changes: [] };
    const uncoded = await uncodedIn(locked);
    if (uncoded.length > 0 && rest === 'refuse') throw new NotAllCodedError(uncoded);
    const marks = uncoded.map((sentence) =>
      sentenceMarkChange(coding.articleId, { sentence, annotatorId }, 'add'),
    );
    return { action: 'change', changes: [...marks, codingChange(coding, 'done')] };
  });
}

/** Indexes of the sentences of a coding that hold no annotation and no word that they hold nothing. */
export async function uncodedIn({ scope, standing }: LockedCoding): Promise<number[]> {
  const { text, sentences } = scope.text;
  const { annotations, marks } = await standing({ start: 0, end: text.length });
  const coded = new Set(marks.map(({ sentence }) => sentence));
  for (const annotation of annotations) for (const at of sentencesOf(annotation, sentences)) coded.add(at);
  return sentences.flatMap((_, at) => (coded.has(at) ? [] : [at]));
}

/**
 * Opens a coding again that its coder has finished, as a step that can be undone. Throws ForbiddenError, and
 * CannotUndoError where others have begun to decide on the article, or the coder has seen its reference.
 */
export async function reopenCoding(db: Db, loaded: LoadedArticle): Promise<SavedStep> {
  const { member, article } = loaded;
  require(member, 'finishCoding');
  return saveStep(db, loaded, async ({ session, coding }) => {
    if (coding.state !== 'done') return { action: 'change', changes: [] };
    await refuseReopening(session, member, article.id);
    return { action: 'change', changes: [codingChange(coding, 'begun')] };
  });
}

/** Throws CannotUndoError where a finished coding may not be opened any more, by undo either. */
export async function refuseReopening(session: Session, member: Member, articleId: string): Promise<void> {
  if (await referenceLane(session, member, articleId))
    throw new CannotUndoError(t('work.cannotReopenPractice'));
  if (await isDecidedOn(session, member, articleId)) throw new CannotUndoError(t('work.cannotReopen'));
}
