import { v7 as uuidv7 } from 'uuid';
import type { Article, ArticleText } from '../domain/article.ts';
import { NotFoundError } from '../domain/errors.ts';
import { type Change, spansOf } from '../domain/history.ts';
import { hullOf, type Span, touching } from '../text/span.ts';
import { applyChanges, updateArticle } from './apply-change.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { insertEvents } from './save-sql.ts';
import type { Session, Sessions } from './session.ts';
import { eventsOf, lockedArticle, ownEvents, readStanding, type Standing, undoState } from './standing.ts';
import type { LockedArticle, Step, StepScope } from './step.ts';

const { sql, raw } = Prisma;

/** What a step has saved, which is all that its answer shows. */
export interface SavedStep {
  readonly changes: readonly Change[];
  /** The changes, or what the step shows in their place. */
  readonly shown: readonly Change[];
  readonly article: Article;
  /** What stands by now in the blocks that the shown changes touch, and in what was read beside them. */
  readonly standing: Standing;
}

/**
 * Saves the changes that `plan` asks for, and their events, in one transaction: all of it or nothing. The
 * plan is made when nobody else can change the article any more, so that the same request twice at once does
 * nothing twice: the second time it shows what the first has done. Throws NotFoundError where the article is
 * not in the member's project, EditConflictError where a subject is no longer as `before` says.
 */
export async function saveStep(
  db: Sessions,
  scope: StepScope,
  plan: (locked: LockedArticle) => Promise<Step>,
): Promise<SavedStep> {
  return db.transaction(async (session) => {
    const locked = await lockArticle(session, scope);
    const shown = await doneBefore(session, scope);
    return writeStep(
      locked,
      shown.length > 0 ? { action: 'change', changes: [], shown } : await plan(locked),
    );
  });
}

/**
 * What a request that is sent again has done the first time, as it stands now; null where it has done
 * nothing.
 */
export async function savedBefore(db: Sessions, scope: StepScope): Promise<SavedStep | null> {
  const shown = await doneBefore(db, scope);
  if (shown.length === 0) return null;
  return db.transaction(async (session) =>
    writeStep(await lockArticle(session, scope), { action: 'change', changes: [], shown }),
  );
}

/** The article in which a person has made a step of this name; null where there is none. */
export async function articleOfStep(session: Session, userId: string, step: string): Promise<string | null> {
  const [row] = await session.rows(
    sql`SELECT "articleId" FROM "Event" WHERE "step" = ${step} AND "userId" = ${userId} LIMIT 1`,
  );
  return row ? String(row[0]) : null;
}

async function doneBefore(session: Session, scope: StepScope): Promise<readonly Change[]> {
  if (!scope.requestKey) return [];
  return (await ownEvents(session, scope, scope.requestKey)).map(({ change }) => change);
}

/** Lets the steps of one article in one by one, which keeps its counts right. Throws NotFoundError. */
export async function lockArticle(session: Session, scope: StepScope): Promise<LockedArticle> {
  const article = await lockedArticle(session, scope);
  if (!article) throw new NotFoundError('article');
  let known: Standing | undefined;
  const standing = async (span: Span) => {
    const isKnown = known && known.span.start <= span.start && known.span.end >= span.end;
    if (!known || !isKnown) known = await readStanding(session, scope, inBlocks(scope.text, span));
    return known;
  };
  return { session, scope, article, standing };
}

/** A span widened to whole blocks, and so to whole sentences. */
function inBlocks({ blocks }: ArticleText, span: Span): Span {
  return hullOf([span, ...blocks.slice(...touching(blocks, span))]);
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Writes a step into an article, as `saveStep` does. */
export async function writeStep(locked: LockedArticle, step: Step): Promise<SavedStep> {
  const { scope, article } = locked;
  const { changes } = step;
  const shown = changes.length > 0 ? changes : (step.shown ?? []);
  const spans = spansOf(scope.text, shown);
  const before = await locked.standing(spans.length > 0 ? hullOf(spans) : NOWHERE);
  if (changes.length === 0) return { changes, shown, article, standing: before };
  const after = await applyChanges(locked, step, before);
  const changed = await updateArticle(locked, changes, before, after);
  await writeEvents(locked, step, before);
  const standing = { ...after, undoState: await undoStateAfter(locked, step, before) };
  return { changes, shown, article: changed, standing };
}

async function writeEvents({ session, scope }: LockedArticle, step: Step, before: Standing): Promise<void> {
  const { action, importId } = step;
  if (!importId) await turnSteps(session, scope, step, before);
  const { projectId, userId } = scope.member;
  const isOwn = action === 'change' && !importId;
  const common = {
    projectId,
    articleId: scope.text.articleId,
    userId,
    step: importId ?? scope.requestKey ?? uuidv7(),
    state: isOwn ? 'done' : 'settled',
    createdAt: new Date(),
  };
  await insertEvents(
    session,
    step.changes.map((change) => ({
      ...common,
      ...change,
      id: uuidv7(),
      action: action === 'change' ? actionOf(change) : action,
    })),
  );
}

function actionOf({ before, after }: Change): 'create' | 'update' | 'delete' {
  if (!before) return 'create';
  return after ? 'update' : 'delete';
}

/** A new change makes what was undone impossible to redo; undo and redo turn the step that they are of. */
async function turnSteps(session: Session, scope: StepScope, { action, of }: Step, before: Standing) {
  const state = { change: 'settled', undo: 'undone', redo: 'done' }[action];
  if (action !== 'change') await setState(session, scope, state, sql`"step" = ${of}`);
  else if (before.undoState.canRedo) await setState(session, scope, state, sql`"state" = 'undone'`);
}

async function setState(session: Session, scope: StepScope, state: string, which: Prisma.Sql) {
  const name = Prisma.raw(`'${state}'`);
  await session.rows(sql`UPDATE "Event" SET "state" = ${name} WHERE ${own(scope)} AND ${which}`);
}

function own({ member, text }: StepScope): Prisma.Sql {
  const { projectId, userId } = member;
  return sql`"projectId" = ${projectId} AND "articleId" = ${text.articleId} AND "userId" = ${userId}`;
}

async function undoStateAfter({ session, scope }: LockedArticle, step: Step, before: Standing) {
  if (step.importId) return before.undoState;
  if (step.action === 'change') return { canUndo: true, canRedo: false };
  return undoState(session, scope.member, scope.text.articleId);
}

/**
 * A step of a person in an article that can be undone, or redone, with its changes in the order they were
 * made: the one called `of`, or the last one.
 */
export async function findStep(
  session: Session,
  scope: StepScope,
  which: 'undo' | 'redo',
  of?: string,
): Promise<{ readonly id: string; readonly changes: readonly Change[] } | null> {
  const found = which === 'undo' ? sql`'done'` : sql`'undone'`;
  const order = raw(which === 'undo' ? 'DESC' : 'ASC');
  const named = of === undefined ? Prisma.empty : sql`AND "step" = ${of}`;
  const [row] = await session.rows(sql`
    SELECT "step" FROM "Event" WHERE ${own(scope)} AND "state" = ${found} ${named} ORDER BY "id" ${order} LIMIT 1`);
  if (!row) return null;
  const id = String(row[0]);
  return { id, changes: (await eventsOf(session, scope, id)).map(({ change }) => change) };
}

/** Takes a step of a person out of what can be undone or redone. */
export async function settleStep(session: Session, scope: StepScope, step: string): Promise<void> {
  await setState(session, scope, 'settled', sql`"step" = ${step}`);
}
