import { type Change, sameContent, stateOf } from '../../domain/history.ts';
import { type Lane, SHARED } from '../../domain/lane.ts';
import type { Tx } from '../../store/client.ts';
import { noteLanes } from '../../store/imported-annotations.ts';
import { allIn, type MovedWork, moveWork, turnCoding } from '../../store/move-work.ts';
import type { Session } from '../../store/session.ts';
import type { Standing } from '../../store/standing.ts';
import type { LockedCoding, StepScope } from '../../store/step.ts';
import { lock } from '../../store/steps.ts';
import { eventsOf, type StoredEvent } from '../../store/stored-events.ts';

/** The split of which an article is a part. */
export interface Split {
  readonly importId: string;
  /** Whether sentences without a tag hold nothing: the codings are then done. */
  readonly isComplete: boolean;
}

/** An article in whichever coding. */
export type SplitScope = Omit<StepScope, 'lane'>;

/**
 * Moves what each annotator made in the shared coding of an article into a coding of their own, in the transaction of
 * `session`. What does not fit there stays; a shared coding of which nothing is left is to do again.
 */
export async function splitArticle(
  tx: Tx,
  session: Session,
  scope: SplitScope,
  { importId, isComplete }: Split,
): Promise<void> {
  const people = peopleIn(await allIn(await lockLane(session, scope, SHARED)));
  for (const [lane, work] of people) {
    // Locked again for its counts, which have changed.
    const shared = await lockLane(session, scope, SHARED);
    const own = await lockLane(session, scope, lane);
    await moveWork(shared, own, work, { importId, action: 'change' });
    if (isComplete && own.coding.state === 'todo')
      await turnCoding(await lockLane(session, scope, lane), 'done', { importId, action: 'change' });
  }
  const shared = await lockLane(session, scope, SHARED);
  if (isEmpty(await allIn(shared))) await turnCoding(shared, 'todo', { importId, action: 'change' });
  await noteLanes(tx, importId, [...people.keys(), SHARED]);
}

/**
 * Moves what a split took out of the shared coding of an article back into it, and gives how much. What its annotator has
 * changed since stays in their own coding.
 */
export async function joinArticle(
  session: Session,
  scope: SplitScope,
  importId: string,
): Promise<{ readonly removed: number; readonly kept: number }> {
  const [before, ...moved] = await movedBy(session, scope, importId);
  let [removed, kept] = [0, 0];
  for (const [lane, changes] of moved) {
    const shared = await lockLane(session, scope, SHARED);
    const own = await lockLane(session, scope, lane);
    const work = unchanged(await allIn(own), changes);
    await moveWork(own, shared, work, { importId, action: 'undo' });
    await openAgain(await lockLane(session, scope, lane), changes, importId);
    removed += work.annotations.length;
    kept += changes.filter(({ subject }) => subject === 'annotation').length - work.annotations.length;
  }
  const turned = before?.[1].find(({ subject }) => subject === 'coding');
  const state = turned?.subject === 'coding' ? turned.before?.state : undefined;
  if (state) await turnCoding(await lockLane(session, scope, SHARED), state, { importId, action: 'undo' });
  return { removed, kept };
}

/** The article's own row is locked first by all who lock several codings of it, so none waits for another. */
function lockLane(session: Session, scope: SplitScope, lane: Lane): Promise<LockedCoding> {
  return lock(session, { ...scope, lane }, 'both');
}

function isEmpty({ annotations, marks }: Standing): boolean {
  return annotations.length + marks.length === 0;
}

/** What each annotator made, in the order of their ids. */
function peopleIn({ annotations, marks }: Standing): ReadonlyMap<Lane, MovedWork> {
  const ids = new Set([...annotations, ...marks].map(({ annotatorId }) => annotatorId));
  return new Map(
    [...ids].sort().map((id) => [
      id,
      {
        annotations: annotations.filter(({ annotatorId }) => annotatorId === id),
        marks: marks.filter(({ annotatorId }) => annotatorId === id),
      },
    ]),
  );
}

/** What a split has done in each coding of an article and is not undone: that of the shared one first. */
async function movedBy(
  session: Session,
  scope: SplitScope,
  importId: string,
): Promise<(readonly [lane: Lane, changes: readonly Change[]])[]> {
  const last = new Map<string, StoredEvent>();
  for (const event of await eventsOf(session, scope, importId)) {
    const { subject, subjectId } = event.change;
    last.set(`${event.lane} ${subject} ${subjectId}`, event);
  }
  const standing = [...last.values()].filter(({ action }) => action !== 'undo');
  const of = (lane: Lane) => standing.filter((event) => event.lane === lane).map(({ change }) => change);
  const lanes = new Set(standing.map(({ lane }) => lane));
  lanes.delete(SHARED);
  return [[SHARED, of(SHARED)], ...[...lanes].sort().map((lane) => [lane, of(lane)] as const)];
}

/** What of that came into a coding and still is there as it came. */
function unchanged({ annotations, marks }: Standing, changes: readonly Change[]): MovedWork {
  const came = new Map(changes.map(({ subjectId, after }) => [subjectId, after]));
  const said = changes.flatMap((change) => (change.subject === 'sentence-mark' && change.after) || []);
  return {
    annotations: annotations.filter((one) => came.has(one.id) && sameContent(stateOf(one), came.get(one.id))),
    marks: marks.filter((mark) => said.some((each) => sameContent(mark, each))),
  };
}

/** A coding that the split has filled, and nobody else, is to do again; one that it finished is open again. */
async function openAgain(own: LockedCoding, changes: readonly Change[], importId: string): Promise<void> {
  const wasFinished = changes.some(({ subject }) => subject === 'coding') && own.coding.state === 'done';
  const by = { importId, action: 'undo' } as const;
  if (isEmpty(await allIn(own))) await turnCoding(own, 'todo', by);
  else if (wasFinished) await turnCoding(own, 'begun', by);
}
