import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '../domain/annotation.ts';
import type { CodingState } from '../domain/coding.ts';
import {
  type Change,
  codingChange,
  creationOf,
  inverse,
  sentenceMarkChange,
  stateOf,
} from '../domain/history.ts';
import { updateCoding } from './codings.ts';
import { moveComments } from './comments.ts';
import { countsAfter, sentencesOf } from './counts.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { idsIn, insertEvents } from './save-sql.ts';
import { type Mark, readStanding, type Standing } from './standing.ts';
import type { LockedCoding } from './step.ts';

const { sql, raw } = Prisma;

/** What of one coding goes into another of the same article. */
export interface MovedWork {
  readonly annotations: readonly Annotation[];
  readonly marks: readonly Mark[];
}

/** Of which work a change is a part, and whether it takes it back. */
export interface PartOf {
  readonly importId: string;
  readonly action: 'change' | 'undo';
}

/** All that stands in a locked coding. */
export function allIn({ session, scope }: LockedCoding): Promise<Standing> {
  return readStanding(session, scope, { start: 0, end: scope.text.text.length });
}

/**
 * Moves annotations, which stay the same ones, and marks from one locked coding of an article into another, with the
 * counts of both and a line of history on either side, as part of the work called `importId`. A mark stays where it is if
 * its sentence is tagged or marked in the other coding; a mark there gives way to an annotation that comes.
 */
export async function moveWork(
  from: LockedCoding,
  into: LockedCoding,
  wanted: MovedWork,
  by: PartOf,
): Promise<void> {
  const [left, there] = [await allIn(from), await allIn(into)];
  const moved = { ...wanted, marks: fittingMarks(into, there, wanted) };
  const tagged = sentencesIn(into, moved.annotations);
  const givingWay = there.marks.filter(({ sentence }) => tagged.has(sentence));
  await moveRows(from, into, moved);
  await removeMarks(into, givingWay);
  const coming = changesOf(into, moved);
  const gone = givingWay.map((mark) => sentenceMarkChange(into.scope.text.articleId, mark, 'remove'));
  await settle(from, left, without(left, moved), coming.map(inverse), by);
  const kept = without(there, { annotations: [], marks: givingWay });
  await settle(into, there, withMore(kept, moved), [...gone, ...coming], by);
}

function without(standing: Standing, { annotations, marks }: MovedWork): Standing {
  const ids = new Set(annotations.map(({ id }) => id));
  const sentences = new Set(marks.map(({ sentence }) => sentence));
  return {
    ...standing,
    annotations: standing.annotations.filter(({ id }) => !ids.has(id)),
    marks: standing.marks.filter(({ sentence }) => !sentences.has(sentence)),
  };
}

function withMore(standing: Standing, { annotations, marks }: MovedWork): Standing {
  return {
    ...standing,
    annotations: [...standing.annotations, ...annotations],
    marks: [...standing.marks, ...marks],
  };
}

function fittingMarks(into: LockedCoding, there: Standing, { annotations, marks }: MovedWork): Mark[] {
  const held = sentencesIn(into, [...there.annotations, ...annotations]);
  for (const { sentence } of there.marks) held.add(sentence);
  return marks.filter(({ sentence }) => !held.has(sentence));
}

function sentencesIn({ scope }: LockedCoding, annotations: readonly Annotation[]): Set<number> {
  return new Set(annotations.flatMap((one) => sentencesOf(one, scope.text.sentences)));
}

function changesOf({ scope }: LockedCoding, { annotations, marks }: MovedWork): Change[] {
  return [
    ...annotations.map((one) => creationOf(one.id, stateOf(one))),
    ...marks.map((mark) => sentenceMarkChange(scope.text.articleId, mark, 'add')),
  ];
}

async function moveRows(
  from: LockedCoding,
  into: LockedCoding,
  { annotations, marks }: MovedWork,
): Promise<void> {
  const { session, scope } = from;
  const ids = annotations.map(({ id }) => id);
  await session.rows(sql`
    UPDATE "Annotation" SET "lane" = ${into.scope.lane}, "version" = "version" + 1
    WHERE "id" IN (${idsIn(session.dialect, ids)}) AND "lane" = ${scope.lane}`);
  await moveComments(session, scope.text.articleId, ids, into.scope.lane);
  for (const sentences of [marks.map(({ sentence }) => sentence)].filter(({ length }) => length > 0)) {
    await session.rows(sql`
      UPDATE "SentenceMark" SET "lane" = ${into.scope.lane}
      WHERE "articleId" = ${scope.text.articleId} AND "lane" = ${scope.lane} AND "sentence" IN (${raw(sentences.join())})`);
  }
}

async function removeMarks({ session, scope }: LockedCoding, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return;
  const sentences = raw(marks.map(({ sentence }) => sentence).join());
  await session.rows(sql`
    DELETE FROM "SentenceMark" WHERE "articleId" = ${scope.text.articleId} AND "lane" = ${scope.lane}
      AND "sentence" IN (${sentences})`);
}

/** Says how far a locked coding is, with a line of history. Nothing where it is so already. */
export async function turnCoding(locked: LockedCoding, state: CodingState, by: PartOf): Promise<void> {
  const { session, coding } = locked;
  if (coding.state === state) return;
  await updateCoding(session, coding, { counts: coding.counts, longestHull: coding.longestHull, state });
  await writeHistory(locked, [codingChange(coding, state)], by);
}

/** Brings a coding's row up to what was moved, and writes its history. */
async function settle(
  locked: LockedCoding,
  before: Standing,
  after: Standing,
  changes: readonly Change[],
  by: PartOf,
): Promise<void> {
  if (changes.length === 0) return;
  const { session, scope, coding } = locked;
  const counted = countsAfter(coding, before, after, scope.text.sentences);
  await updateCoding(session, coding, { ...counted, state: coding.state === 'done' ? 'done' : undefined });
  await writeHistory(locked, changes, by);
}

async function writeHistory(
  { session, scope }: LockedCoding,
  changes: readonly Change[],
  { importId, action }: PartOf,
): Promise<void> {
  const { projectId, annotatorId } = scope.member;
  const common = {
    projectId,
    annotatorId,
    articleId: scope.text.articleId,
    lane: scope.lane,
    step: importId,
  };
  const createdAt = new Date();
  await insertEvents(
    session,
    changes.map((change) => ({
      ...common,
      ...change,
      id: uuidv7(),
      state: 'settled',
      action: action === 'undo' ? action : actionOf(change),
      createdAt,
    })),
  );
}

function actionOf({ before, after }: Change): 'create' | 'update' | 'delete' {
  if (!before) return 'create';
  return after ? 'update' : 'delete';
}
