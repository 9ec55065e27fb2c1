import { UndecidedError } from '../../domain/errors.ts';
import { type Change, codingChange, decisionChange, sentenceMarkChange } from '../../domain/history.ts';
import { require } from '../../domain/permission.ts';
import { FINAL, type Lane } from '../../domain/sight.ts';
import type { Db } from '../../store/client.ts';
import { decisionsOn } from '../../store/decisions.ts';
import type { Session } from '../../store/session.ts';
import type { LockedCoding, StepScope } from '../../store/step.ts';
import { lock, lockAsMember, type SavedStep, saveStep, writeStep } from '../../store/steps.ts';
import { codingsOf } from '../../store/work.ts';
import { uncodedIn } from '../finish-coding.ts';
import type { LoadedArticle } from '../load.ts';
import { readCases, recountCases, wholeOf } from './read-cases.ts';

/**
 * Says that the final coding is done: sentences on which nothing was decided hold nothing, which is said of each. One
 * step that can be undone. Throws ForbiddenError, and UndecidedError where cases are open or stale.
 */
export async function finishFinal(db: Db, loaded: LoadedArticle): Promise<SavedStep> {
  require(loaded.member, 'adjudicate');
  const { annotatorId } = loaded.member;
  return saveStep(db, loaded, async (locked) => {
    const { coding, session } = locked;
    if (coding.state === 'done') return { action: 'change', changes: [] };
    const { counts, strays } = await readCases(session, loaded, 'done');
    const left = counts.cases - counts.decided + strays.length;
    if (left > 0) throw new UndecidedError(left);
    const marks = (await uncodedIn(locked)).map((sentence) =>
      sentenceMarkChange(coding.articleId, { sentence, annotatorId }, 'add'),
    );
    return { action: 'change', changes: [...marks, codingChange(coding, 'done')] };
  });
}

/** Opens the final coding again, as a step that can be undone. */
export async function reopenFinal(db: Db, loaded: LoadedArticle): Promise<SavedStep> {
  require(loaded.member, 'adjudicate');
  return saveStep(db, loaded, async ({ coding }) => {
    const changes = coding.state === 'done' ? [codingChange(coding, 'begun')] : [];
    return { action: 'change', changes };
  });
}

/**
 * Opens a coder's finished coding on which others have decided, so that the coder can change it. The decisions that rest on
 * it are stale from then on, and the final coding is begun again. All of it or nothing, one step in each of the codings.
 * Throws ForbiddenError. What is not finished stays as it is.
 */
export async function unlockCoding(db: Db, loaded: LoadedArticle, lane: Lane): Promise<void> {
  const { member, article } = loaded;
  require(member, 'unlockCoding');
  const codings = await codingsOf(db, member.projectId, [article.id]);
  // A lock would make a coding that is not there.
  if (!codings.some(({ coderId, state }) => coderId === lane && state === 'done')) return;
  await db.transaction(async (session) => {
    // In one order for all who lock several.
    const scopes = [FINAL, lane].sort().map((each) => ({ ...loaded, lane: each }));
    const locked: LockedCoding[] = [];
    for (const scope of scopes) locked.push(await lockFor(session, scope));
    const own = locked.find(({ scope }) => scope.lane === lane);
    const final = locked.find(({ scope }) => scope.lane === FINAL);
    if (!own || !final || own.coding.state !== 'done') return;
    await writeStep(own, { ...FIRM, changes: [codingChange(own.coding, 'begun')] });
    await writeStep(final, { ...FIRM, changes: await openings(final, lane) });
  });
  await recountCases(db, loaded);
}

/** Nobody but its coder writes in a coder's coding: only of the final one can the right have been taken away. */
const lockFor = (session: Session, scope: StepScope) =>
  (scope.lane === FINAL ? lockAsMember : lock)(session, scope, 'coding');

/** To undo one half would leave the other. */
const FIRM = { action: 'change', isFirm: true } as const;

async function openings({ session, scope, coding }: LockedCoding, lane: Lane): Promise<Change[]> {
  const { annotations } = await wholeOf(session, { ...scope, lane });
  const ids = new Set(annotations.map(({ id }) => id));
  const decisions = await decisionsOn(session, scope.member, coding.articleId);
  const resting = decisions.filter(({ isStale, sources }) => !isStale && sources.some(([id]) => ids.has(id)));
  const stale = resting.map((one) => decisionChange(one.id, one, { ...one, isStale: true }));
  return [...stale, ...(coding.state === 'done' ? [codingChange(coding, 'begun')] : [])];
}
