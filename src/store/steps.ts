import { v7 as uuidv7 } from 'uuid';
import { NotFoundError } from '../domain/errors.ts';
import type { Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import { findByRequestKey } from './annotations.ts';
import { applyChange } from './apply-change.ts';
import type { Db, Tx } from './client.ts';
import { countsDelta } from './counts.ts';
import type { StepScope } from './step-scope.ts';

/** What one step does: a change of the person's own, or the taking back or bringing back of an earlier step. */
export interface Step {
  readonly action: 'change' | 'undo' | 'redo';
  readonly changes: readonly Change[];
  /** The step that is undone or redone. */
  readonly of?: string;
  /** The page's own name for the request, kept with the annotation that it makes. */
  readonly requestKey?: string | undefined;
}

/**
 * Saves changes and their events in one transaction: all of it or nothing. Says whether it did: a request that has made
 * its annotation already makes nothing again.
 * Throws NotFoundError where the article is not in the member's project, EditConflictError where a subject is no
 * longer as `before` says.
 */
export async function saveStep(db: Db, scope: StepScope, step: Step): Promise<boolean> {
  if (step.changes.length === 0) return true;
  return db.$transaction(async (tx) => {
    const longestHull = await lockArticle(tx, scope);
    // Behind the lock, so that of two such requests at once the second finds what the first has made.
    if (step.requestKey && (await findByRequestKey(tx, scope, step.requestKey))) return false;
    await writeStep(tx, scope, step, longestHull);
    return true;
  });
}

/**
 * Saves, as `saveStep` does, changes that depend on what is there: `plan` is asked for them when nobody else can
 * change the article any more, so that the same request twice at once does not do the same thing twice.
 */
export async function planStep(
  db: Db,
  scope: StepScope,
  plan: (tx: Tx) => Promise<readonly Change[]>,
): Promise<readonly Change[]> {
  return db.$transaction(async (tx) => {
    const longestHull = await lockArticle(tx, scope);
    const changes = await plan(tx);
    if (changes.length > 0) await writeStep(tx, scope, { action: 'change', changes }, longestHull);
    return changes;
  });
}

async function writeStep(tx: Tx, scope: StepScope, step: Step, longestHull: number): Promise<void> {
  const counts = await countsDelta(tx, scope, step.changes, longestHull);
  for (const change of step.changes) await applyChange(tx, scope, change, step.requestKey);
  await tx.article.updateMany({ where: { id: scope.articleId }, data: counts });
  await writeEvents(tx, scope, step);
}

/**
 * The first statement writes, so that SQLite takes its write lock at once instead of failing later, and PostgreSQL
 * lets the steps of one article in one by one, which keeps the counts right. Gives the article's longest hull.
 */
async function lockArticle(tx: Tx, { member, articleId }: StepScope): Promise<number> {
  const [article] = await tx.article.updateManyAndReturn({
    where: { id: articleId, projectId: member.projectId },
    data: { updatedAt: new Date() },
    select: { longestHull: true },
  });
  if (!article) throw new NotFoundError('article');
  return article.longestHull;
}

async function writeEvents(tx: Tx, { member, articleId }: StepScope, step: Step): Promise<void> {
  const { projectId, userId } = member;
  const mine = { projectId, articleId, userId };
  if (step.action === 'change') {
    await tx.event.updateMany({ where: { ...mine, state: 'undone' }, data: { state: 'settled' } });
  } else {
    const state = step.action === 'undo' ? 'undone' : 'done';
    await tx.event.updateMany({ where: { ...mine, step: step.of ?? '' }, data: { state } });
  }
  const id = uuidv7();
  await tx.event.createMany({
    data: step.changes.map((change) => ({
      id: uuidv7(),
      ...mine,
      step: id,
      action: step.action === 'change' ? actionOf(change) : step.action,
      subject: change.subject,
      subjectId: change.subjectId,
      ...contentsOf(change),
      state: step.action === 'change' ? ('done' as const) : ('settled' as const),
    })),
  });
}

function actionOf({ before, after }: Change): 'create' | 'update' | 'delete' {
  if (!before) return 'create';
  return after ? 'update' : 'delete';
}

/** Contents are plain JSON: numbers, strings, null and arrays of them. */
function contentsOf({ before, after }: Change): { before?: object; after?: object } {
  return { ...(before && { before }), ...(after && { after }) };
}

/** A step of a person in an article that can be undone, or redone, with its changes in the order they were made. */
export async function findStep(
  db: Db,
  member: Member,
  articleId: string,
  which: 'undo' | 'redo',
): Promise<{ readonly id: string; readonly changes: readonly Change[] } | null> {
  const mine = { projectId: member.projectId, articleId, userId: member.userId };
  const event = await db.event.findFirst({
    where: { ...mine, state: which === 'undo' ? 'done' : 'undone' },
    orderBy: { id: which === 'undo' ? 'desc' : 'asc' },
    select: { step: true },
  });
  if (!event) return null;
  const events = await db.event.findMany({ where: { ...mine, step: event.step }, orderBy: { id: 'asc' } });
  // Only writeEvents fills these columns, from a Change.
  const changes = events.map(
    ({ subject, subjectId, before, after }) => ({ subject, subjectId, before, after }) as Change,
  );
  return { id: event.step, changes };
}

/** Takes a step of a person out of what can be undone or redone. */
export async function settleStep(db: Db, { member, articleId }: StepScope, step: string): Promise<void> {
  const { projectId, userId } = member;
  await db.event.updateMany({ where: { projectId, articleId, userId, step }, data: { state: 'settled' } });
}

/** Whether a person has something to undo and to redo in an article. */
export async function undoState(db: Db, member: Member, articleId: string) {
  const mine = { projectId: member.projectId, articleId, userId: member.userId };
  // One look-up of the index for each state: a search for either would read all that is settled, too.
  const has = async (state: 'done' | 'undone') =>
    (await db.event.findFirst({ where: { ...mine, state }, select: { id: true } })) !== null;
  return { canUndo: await has('done'), canRedo: await has('undone') };
}
