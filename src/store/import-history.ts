import type { Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import type { Db } from './client.ts';
import type { Session } from './session.ts';
import type { ReadingPlace } from './standing.ts';
import { eventsOf, type StoredEvent } from './stored-events.ts';

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

/** The last event of an import for each thing in an article: whether it stands there or is undone. */
export async function lastEvents(
  session: Session,
  scope: ReadingPlace,
  importId: string,
): Promise<StoredEvent[]> {
  const events = await eventsOf(session, scope, importId);
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
