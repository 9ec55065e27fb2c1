import { v7 as uuidv7 } from 'uuid';
import type { Article, ArticleText } from '../domain/article.ts';
import type { Coding } from '../domain/coding.ts';
import { CodingDoneError, EditConflictError, NotFoundError } from '../domain/errors.ts';
import { type Change, spansOf } from '../domain/history.ts';
import { type Role, requireStill, rolesStill } from '../domain/permission.ts';
import { DETAILS, type Lane } from '../domain/sight.ts';
import { hullOf, type Span, touching } from '../text/span.ts';
import { applyChanges, applyToDetails } from './apply-change.ts';
import { findCoding, lockedCoding, updateCoding } from './codings.ts';
import { countsAfter } from './counts.ts';
import { lockedArticle, lockedMember } from './find-article.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { applyToLinks } from './links.ts';
import { insertEvents } from './save-sql.ts';
import type { Session, Sessions } from './session.ts';
import { ownEventsIn, readStanding, type Standing, undoState } from './standing.ts';
import type { LockedCoding, Locks, Step, StepScope } from './step.ts';
import { eventsOf, ownEvents } from './stored-events.ts';

const { sql, raw } = Prisma;

/** What a step has saved, which is all that its answer shows. */
export interface SavedStep {
  readonly changes: readonly Change[];
  /** The changes, or what the step shows in their place. */
  readonly shown: readonly Change[];
  readonly article: Article;
  readonly coding: Coding;
  /** What stands by now in the blocks that the shown changes touch, and in what was read beside them. */
  readonly standing: Standing;
}

/**
 * Saves the changes that `plan` asks for, and their events, in one transaction: all of it or nothing. The
 * plan is made when nobody else can change the coding any more, or what else `locks` says, so that the same request
 * twice at once does nothing twice: the second time it shows what the first has done. Throws NotFoundError where the
 * article is not in the member's project, EditConflictError where a subject is no longer as `before` says, and as
 * `lockAsMember` does.
 */
export async function saveStep(
  db: Sessions,
  scope: StepScope,
  plan: (locked: LockedCoding) => Promise<Step>,
  locks: Locks = 'coding',
): Promise<SavedStep> {
  return db.transaction(async (session) => {
    const locked = await lockAsMember(session, scope, locks);
    const shown = await doneBefore(session, scope);
    return writeStep(
      locked,
      shown.length > 0 ? { action: 'change', changes: [], shown } : await plan(locked),
    );
  });
}

/**
 * Locks for somebody who may have been taken out of the project, or made something else in it, since they were loaded:
 * once that is answered, nothing of theirs is written. Throws NotFoundError and ForbiddenError.
 */
export async function lockAsMember(session: Session, scope: StepScope, locks: Locks): Promise<LockedCoding> {
  const lane = locks === 'coding' ? scope.lane : DETAILS;
  if (locks !== 'coding') await refuseRemoved(session, scope, lane);
  const locked = await tryLock(session, scope, locks, rolesStill(scope.member, lane));
  if (!locked) await refuseRemoved(session, scope, lane);
  return orNotThere(locked);
}

async function refuseRemoved(session: Session, { member }: StepScope, lane: Lane): Promise<void> {
  requireStill(member, await lockedMember(session, member), lane);
}

/**
 * What a request that is sent again has done the first time, as it stands now; null where it has done
 * nothing.
 */
export async function savedBefore(db: Sessions, scope: StepScope): Promise<SavedStep | null> {
  const shown = await doneBefore(db, scope);
  if (shown.length === 0) return null;
  // Nothing is written, so nothing is locked; the article may be deleted by now.
  const coding = await findCoding(db, scope.article, scope.lane);
  return writeStep(holding(db, scope, scope.article, coding, 'details'), {
    action: 'change',
    changes: [],
    shown,
  });
}

/** The article in which a person has made a step of this name, in whichever project; null where there is none. */
export async function articleOfStep(
  session: Session,
  accountId: string,
  step: string,
): Promise<string | null> {
  return (await placeOfStep(session, accountId, step))?.articleId ?? null;
}

/** The same with the coding that was changed, or `DETAILS`. */
export async function placeOfStep(
  session: Session,
  accountId: string,
  step: string,
): Promise<{ readonly articleId: string; readonly lane: Lane } | null> {
  const [row] = await session.rows(sql`
    SELECT "e"."articleId", "e"."lane" FROM "Event" AS "e"
    JOIN "Annotator" AS "a" ON "a"."projectId" = "e"."projectId" AND "a"."id" = "e"."annotatorId"
    WHERE "e"."step" = ${step} AND "a"."accountId" = ${accountId} LIMIT 1`);
  return row ? { articleId: String(row[0]), lane: String(row[1]) } : null;
}

async function doneBefore(session: Session, scope: StepScope): Promise<readonly Change[]> {
  if (!scope.requestKey) return [];
  return (await ownEvents(session, scope, scope.requestKey)).map(({ change }) => change);
}

/**
 * Lets the steps of one coding in one by one, which keeps its counts right; or those that change an article's own
 * details. Who locks both locks the details first. Throws NotFoundError.
 */
export async function lock(session: Session, scope: StepScope, locks: Locks): Promise<LockedCoding> {
  return orNotThere(await tryLock(session, scope, locks));
}

function orNotThere(locked: LockedCoding | null): LockedCoding {
  if (!locked) throw new NotFoundError('article');
  return locked;
}

async function tryLock(
  session: Session,
  scope: StepScope,
  locks: Locks,
  roles?: readonly Role[],
): Promise<LockedCoding | null> {
  const article = locks === 'coding' ? scope.article : await lockedArticle(session, scope);
  if (!article) return null;
  const coding =
    locks === 'details'
      ? await findCoding(session, article, scope.lane)
      : await lockedCoding(session, { ...scope, article }, { evenDeleted: locks === 'both', roles });
  return coding && holding(session, scope, article, coding, locks);
}

function holding(
  session: Session,
  scope: StepScope,
  article: Article,
  coding: Coding,
  locks: Locks,
): LockedCoding {
  let known: Standing | undefined;
  const standing = async (span: Span) => {
    const isKnown = known && known.span.start <= span.start && known.span.end >= span.end;
    if (!known || !isKnown) known = await readStanding(session, scope, inBlocks(scope.text, span));
    return known;
  };
  return { session, scope, locks, article, coding, standing };
}

/** A span widened to whole blocks, and so to whole sentences. */
function inBlocks({ blocks }: ArticleText, span: Span): Span {
  return hullOf([span, ...blocks.slice(...touching(blocks, span))]);
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Writes a step into what is locked, as `saveStep` does. */
export async function writeStep(locked: LockedCoding, step: Step): Promise<SavedStep> {
  const { scope, article, coding } = locked;
  const shown = step.changes.length > 0 ? step.changes : (step.shown ?? []);
  const spans = spansOf(scope.text, shown);
  const before = await locked.standing(spans.length > 0 ? hullOf(spans) : NOWHERE);
  if (step.changes.length === 0) return { changes: [], shown, article, coding, standing: before };
  refuseUnlocked(locked, step.changes);
  refuseDone(locked, step);
  const after = await applyChanges(locked, step, before);
  const changes = await applyToLinks(locked, step.changes);
  const changed = {
    article: await applyToDetails(locked, changes),
    coding: await updatedCoding(locked, changes, before, after),
  };
  await writeEvents(locked, { ...step, changes }, before);
  const standing = { ...after, undoState: await undoStateAfter(locked, step, before) };
  return { changes, shown: changes, ...changed, standing };
}

const isOfDetails = ({ subject }: Change) => subject === 'article';

/** A mistake of the program's own: what is changed without a lock may be changed by two at once. */
function refuseUnlocked({ locks }: LockedCoding, changes: readonly Change[]): void {
  const isHeld = (change: Change) => locks === 'both' || (locks === 'details') === isOfDetails(change);
  if (!changes.every(isHeld)) throw new Error('A step changes what it has not locked.');
}

const WORK: ReadonlySet<Change['subject']> = new Set(['annotation', 'sentence-mark', 'decision', 'link']);

/** What somebody has finished is opened again before it is changed; what is nobody's own is never finished so. */
function refuseDone({ scope, coding }: LockedCoding, { changes, importId }: Step): void {
  if (coding.state !== 'done' || scope.member.way !== 'apart' || importId) return;
  const isOpened = changes.some(({ subject }) => subject === 'coding');
  const isWork = changes.some(({ subject }) => WORK.has(subject));
  if (isWork && !isOpened) throw new CodingDoneError();
}

async function updatedCoding(
  { session, scope, coding }: LockedCoding,
  changes: readonly Change[],
  before: Standing,
  after: Standing,
): Promise<Coding> {
  if (changes.every(isOfDetails)) return coding;
  const counted = countsAfter(coding, before, after, scope.text.sentences);
  const turned = changes.find((change) => change.subject === 'coding');
  if (turned && turned.before?.state !== coding.state)
    throw new EditConflictError('This coding was finished or opened again in the meantime.', null);
  const isLinked = changes.some(({ subject, after }) => subject === 'link' && after);
  const hasLinks = coding.hasLinks || isLinked;
  return updateCoding(session, coding, { ...counted, hasLinks, state: turned?.after?.state });
}

async function writeEvents({ session, scope }: LockedCoding, step: Step, before: Standing): Promise<void> {
  const { action, importId } = step;
  if (!importId) await turnSteps(session, scope, step, before);
  const { projectId, annotatorId } = scope.member;
  const isOwn = action === 'change' && !importId && !step.isFirm;
  const common = {
    projectId,
    articleId: scope.text.articleId,
    annotatorId,
    step: importId ?? scope.requestKey ?? uuidv7(),
    state: isOwn ? 'done' : 'settled',
    createdAt: new Date(),
  };
  await insertEvents(
    session,
    step.changes.map((change) => ({
      ...common,
      ...change,
      lane: isOfDetails(change) ? DETAILS : scope.lane,
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
  await session.rows(sql`UPDATE "Event" SET "state" = ${name} WHERE ${ownEventsIn(scope)} AND ${which}`);
}

async function undoStateAfter({ session, scope }: LockedCoding, step: Step, before: Standing) {
  if (step.importId) return before.undoState;
  if (step.action === 'change') return { canUndo: true, canRedo: false };
  return undoState(session, scope);
}

/** A step of a person that can be undone or redone. */
export interface FoundStep {
  readonly id: string;
  /** The coding that it changed, or `DETAILS`. */
  readonly lane: Lane;
  /** In the order in which they were made. */
  readonly changes: readonly Change[];
}

/**
 * A step of a person in a coding, or in the details of its article, that can be undone, or redone: the one called `of`,
 * or the last one of both.
 */
export async function findStep(
  session: Session,
  scope: StepScope,
  which: 'undo' | 'redo',
  of?: string,
): Promise<FoundStep | null> {
  const found = which === 'undo' ? sql`'done'` : sql`'undone'`;
  const last = raw(which === 'undo' ? 'max' : 'min');
  const named = of === undefined ? Prisma.empty : sql`AND "step" = ${of}`;
  // One look-up of the index for each: a search for both would sort all that can be undone.
  const [inCoding, inDetails] = [scope.lane, DETAILS].map(
    (lane) => sql`SELECT ${last}("id") AS "id" FROM "Event"
      WHERE ${ownEventsIn({ ...scope, lane })} AND "lane" = ${lane} AND "state" = ${found} ${named}`,
  );
  const [row] = await session.rows(sql`
    SELECT "step", "lane" FROM "Event"
    WHERE "id" = (SELECT ${last}("id") FROM (${inCoding} UNION ALL ${inDetails}) AS "each")`);
  if (!row) return null;
  const [id, lane] = row.map(String);
  const events = await eventsOf(session, scope, id ?? '');
  return { id: id ?? '', lane: lane ?? '', changes: events.map(({ change }) => change) };
}

/** Takes a step of a person out of what can be undone or redone. */
export async function settleStep(session: Session, scope: StepScope, step: string): Promise<void> {
  await setState(session, scope, 'settled', sql`"step" = ${step}`);
}
