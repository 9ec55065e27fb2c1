import type { Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import { DETAILS, type Lane } from '../domain/sight.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';
import type { ReadingPlace } from './standing.ts';
import { eventsOf, type StoredEvent } from './stored-events.ts';

const { sql } = Prisma;

/** The articles that an import changed, in a lasting order. */
export async function articlesOfImport(
  db: Db,
  { projectId }: Pick<Member, 'projectId'>,
  importId: string,
): Promise<string[]> {
  const where = { step: importId, projectId };
  const groups = await db.event.groupBy({ by: ['articleId'], where, orderBy: { articleId: 'asc' } });
  return groups.map(({ articleId }) => articleId);
}

/** The codings that an import changed, in a lasting order; of an article without any, its details alone. */
export async function placesOfImport(
  db: Db,
  { projectId }: Pick<Member, 'projectId'>,
  importId: string,
): Promise<{ readonly articleId: string; readonly lane: Lane }[]> {
  const where = { step: importId, projectId };
  const by = ['articleId', 'lane'] as const;
  const groups = await db.event.groupBy({
    by: [...by],
    where,
    orderBy: [{ articleId: 'asc' }, { lane: 'asc' }],
  });
  const withCoding = new Set(groups.filter(({ lane }) => lane !== DETAILS).map(({ articleId }) => articleId));
  return groups.filter(({ articleId, lane }) => lane !== DETAILS || !withCoding.has(articleId));
}

/** Whether there is work on an article in another of its codings. */
export async function hasWorkBeside(
  session: Session,
  { text: { articleId }, lane }: Pick<ReadingPlace, 'text' | 'lane'>,
): Promise<boolean> {
  const rows = await session.rows(sql`
    SELECT 1 FROM "Annotation" WHERE "articleId" = ${articleId} AND "lane" <> ${lane} AND "deletedAt" IS NULL
    UNION ALL SELECT 1 FROM "SentenceMark" WHERE "articleId" = ${articleId} AND "lane" <> ${lane} LIMIT 1`);
  return rows.length > 0;
}

/** Whether a coding was changed by anything but one import. */
export async function hasStepsBeside(
  session: Session,
  { text: { articleId }, lane }: Pick<ReadingPlace, 'text' | 'lane'>,
  importId: string,
): Promise<boolean> {
  const rows = await session.rows(sql`
    SELECT 1 FROM "Event" WHERE "articleId" = ${articleId} AND "lane" = ${lane} AND "step" <> ${importId} LIMIT 1`);
  return rows.length > 0;
}

/** The last event of an import for each thing in an article: whether it stands there or is undone. */
export async function lastEvents(
  session: Session,
  scope: ReadingPlace,
  importId: string,
): Promise<StoredEvent[]> {
  const all = await eventsOf(session, scope, importId);
  const events = all.filter(({ lane }) => lane === scope.lane || lane === DETAILS);
  const last = new Map(events.map((event) => [keyOf(event.change), event]));
  return [...last.values()];
}

function keyOf(change: Change): string {
  const { subject, subjectId } = change;
  // Several people may have marked one sentence.
  if (subject !== 'sentence-mark') return `${subject} ${subjectId}`;
  return `${subject} ${subjectId} ${(change.after ?? change.before)?.annotatorId}`;
}

/** Notes that an import that was done is undone, or the other way round. */
export async function setImportState(
  db: Db,
  { projectId }: Member,
  id: string,
  state: 'undone' | 'done',
): Promise<void> {
  await db.import.updateMany({
    where: { id, projectId, state: state === 'done' ? 'undone' : 'done' },
    data: { state },
  });
}
