import type { AnnotationEvent } from '../domain/annotation-history.ts';
import type { Change } from '../domain/history.ts';
import type { Lane, Sight } from '../domain/sight.ts';
import type { Columns } from './dialect.ts';
import { upgraded } from './event-contents.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { list, parsed, timeOf } from './json-rows.ts';
import { seenBy } from './lane-test.ts';
import type { Session } from './session.ts';
import type { ReadingPlace } from './standing.ts';

const { sql } = Prisma;

const EVENT_COLUMNS = {
  action: 'text',
  subject: 'text',
  subjectId: 'text',
  lane: 'text',
  annotatorId: 'text',
  before: 'jsonb',
  after: 'jsonb',
} as const satisfies Columns;

type EventPlace = Pick<ReadingPlace, 'member'> & { readonly text: { readonly articleId: string } };

/** A line of history. */
export interface StoredEvent {
  /** `create`, `update`, `delete`, `undo` or `redo`. */
  readonly action: string;
  readonly change: Change;
  /** The coding that was changed, or `DETAILS`. */
  readonly lane: Lane;
}

/** What one step has done in an article, in the order in which it was done. */
export async function eventsOf(
  session: Session,
  { member, text }: EventPlace,
  step: string,
): Promise<StoredEvent[]> {
  const { projectId } = member;
  return readEvents(
    session,
    sql`"step" = ${step} AND "projectId" = ${projectId} AND "articleId" = ${text.articleId}`,
  );
}

/** What one step of the person has done in an article; none where the name is that of somebody else's. */
export async function ownEvents(
  session: Session,
  { member, text }: EventPlace,
  step: string,
): Promise<StoredEvent[]> {
  const { projectId, annotatorId } = member;
  return readEvents(
    session,
    sql`"step" = ${step} AND "projectId" = ${projectId} AND "articleId" = ${text.articleId} AND "annotatorId" = ${annotatorId}`,
  );
}

/** All that was done to one annotation of a coding. */
export async function codingEventsOf(
  session: Session,
  { member, text, lane }: EventPlace & Pick<ReadingPlace, 'lane'>,
  annotationId: string,
): Promise<StoredEvent[]> {
  const where = sql`"projectId" = ${member.projectId} AND "articleId" = ${text.articleId} AND "lane" = ${lane}`;
  return readEvents(session, sql`"subjectId" = ${annotationId} AND "subject" = 'annotation' AND ${where}`);
}

async function readEvents(session: Session, which: Prisma.Sql): Promise<StoredEvent[]> {
  const from = sql`"Event" WHERE ${which} ORDER BY "id"`;
  const [row = []] = await session.rows(list(session, EVENT_COLUMNS, from));
  // Only writeStep and insertArticles fill these columns, from a Change.
  return parsed<Omit<StoredEvent, 'change'> & { readonly annotatorId: string } & Change>(row[0]).map(
    ({ action, lane, annotatorId, ...change }) => ({ action, lane, change: upgraded(change, annotatorId) }),
  );
}

const HISTORY_COLUMNS = {
  ...EVENT_COLUMNS,
  id: 'text',
  createdAt: 'timestamp(3)',
} as const satisfies Columns;

/** What was done to one annotation, as far as the codings in which it was done may be seen, in that order. */
export async function eventsOfAnnotation(
  session: Session,
  sight: Sight,
  annotationId: string,
): Promise<AnnotationEvent[]> {
  const from = sql`"Event" WHERE "subjectId" = ${annotationId} AND "subject" = 'annotation' AND ${seenBy(sight)}
    ORDER BY "id"`;
  const [row = []] = await session.rows(list(session, HISTORY_COLUMNS, from));
  // Only writeStep, moveWork and imports fill these columns, from a Change.
  return parsed<HistoryRow>(row[0]).map(({ id, action, annotatorId, createdAt, ...change }) => {
    const { before, after } = upgraded(change, annotatorId);
    return { id, action, annotatorId, at: timeOf(createdAt) ?? new Date(0), before, after };
  });
}

type HistoryRow = Extract<Change, { subject: 'annotation' }> & {
  readonly id: string;
  readonly action: string;
  readonly annotatorId: string;
  readonly createdAt: string;
};
