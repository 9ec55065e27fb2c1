import type { AnnotationState, Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import { toState } from './annotation-rows.ts';
import type { Db, Tx } from './client.ts';
import type { ImportScope } from './imported-annotations.ts';

/** What an import, its undoing or its redoing did last to one thing in an article. */
export interface LastEvent {
  /** `create` and `delete` are the import's own. */
  readonly action: string;
  readonly change: Change;
  /** Whose a "nothing here" is. */
  readonly owner: string;
}

/** The articles that an import changed, in a lasting order. */
export async function articlesOfImport(db: Db, { projectId }: Member, importId: string): Promise<string[]> {
  const where = { step: importId, projectId };
  const groups = await db.event.groupBy({ by: ['articleId'], where, orderBy: { articleId: 'asc' } });
  return groups.map(({ articleId }) => articleId);
}

/** The last event of an import for each thing in one article, which tells whether the import stands there or is undone. */
export async function lastEvents(tx: Tx, scope: ImportScope): Promise<LastEvent[]> {
  const { member, importId, articleId } = scope;
  const events = await tx.event.findMany({
    where: { step: importId, projectId: member.projectId, articleId },
    orderBy: { id: 'asc' },
    select: { subject: true, subjectId: true, action: true, before: true, after: true },
  });
  const last = new Map<string, LastEvent>();
  for (const { action, ...event } of events) {
    // Only writeImportEvents and insertArticles fill these columns for an import, from a Change.
    const change = event as Change;
    const owner = ownerOf(change);
    const key = change.subject === 'sentence-mark' ? `${change.subjectId} ${owner}` : change.subjectId;
    last.set(`${change.subject} ${key}`, { action, change, owner });
  }
  return [...last.values()];
}

function ownerOf({ before, after }: Change): string {
  const content = before ?? after ?? {};
  return 'userId' in content && typeof content.userId === 'string' ? content.userId : '';
}

/** An annotation as it stands, deleted or not. */
export interface StandingAnnotation {
  readonly state: AnnotationState;
  readonly isDeleted: boolean;
}

const MOST_IDS = 10_000;

/** Annotations of an article by their ids, deleted ones included. */
export async function standingAnnotations(
  tx: Tx,
  { member, articleId }: ImportScope,
  ids: readonly string[],
): Promise<Map<string, StandingAnnotation>> {
  const found = new Map<string, StandingAnnotation>();
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    // By id alone: with the article's, PostgreSQL might read all of it and compare each row with all ids.
    const rows = await tx.annotation.findMany({ where: { id: { in: ids.slice(at, at + MOST_IDS) } } });
    for (const row of rows) {
      if (row.projectId !== member.projectId || row.articleId !== articleId) continue;
      found.set(row.id, { state: toState(row), isDeleted: row.deletedAt !== null });
    }
  }
  return found;
}

/** Notes that an import that was done is undone, or the other way round. */
export async function turnImport(
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
