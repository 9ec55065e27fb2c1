import { sentenceMarkChange, stateOf } from '../../domain/history.ts';
import type { Member } from '../../domain/permission.ts';
import { findArticleText } from '../../store/article-texts.ts';
import { findArticleEvenDeleted } from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import type { SharedPlace } from '../../store/leaving.ts';
import type { Session } from '../../store/session.ts';
import type { LockedCoding, Step } from '../../store/step.ts';
import { lock, writeStep } from '../../store/steps.ts';

/** Whose work it is, which steps carry though nobody acts as them any more. */
type Leaver = Pick<Member, 'projectId' | 'accountId'>;

/**
 * Deletes what an account has made in codings of several, as one step called `step` that nobody's undo takes up, in the
 * transaction of `session`. `db` reads texts, which never change.
 */
export async function takeSharedWork(
  db: Db,
  session: Session,
  { projectId, accountId }: Leaver,
  { places, step }: { readonly places: readonly SharedPlace[]; readonly step: string },
): Promise<void> {
  for (const { articleId, lane, annotatorId } of places) {
    const article = await findArticleEvenDeleted(db, projectId, articleId);
    const text = article && (await findArticleText(db, projectId, articleId));
    if (!article || !text) continue;
    const member = leaving({ projectId, accountId }, annotatorId);
    const locked = await lock(session, { member, article, text, lane, requestKey: step }, 'both');
    await writeStep(locked, await removalOf(locked, annotatorId));
  }
}

/** Everything of one annotator in a coding, taken out of it. */
async function removalOf({ scope, standing }: LockedCoding, annotatorId: string): Promise<Step> {
  const { text } = scope;
  const { annotations, marks } = await standing({ start: 0, end: text.text.length });
  const isTheirs = (one: { readonly annotatorId: string }) => one.annotatorId === annotatorId;
  const removed = annotations.filter(isTheirs).map((annotation) => ({
    subject: 'annotation' as const,
    subjectId: annotation.id,
    before: stateOf(annotation),
    after: null,
  }));
  const unsaid = marks.filter(isTheirs).map((mark) => sentenceMarkChange(text.articleId, mark, 'remove'));
  return { action: 'change', changes: [...removed, ...unsaid], isFirm: true };
}

/** As whom a step is written for somebody who leaves: rights were asked before, and nothing of these is asked again. */
export function leaving({ projectId, accountId }: Leaver, annotatorId: string): Member {
  return {
    projectId,
    accountId,
    annotatorId,
    annotatorIds: [annotatorId],
    role: 'coder',
    way: 'together',
    isBlind: false,
    showsResult: false,
    showsNames: false,
    isArchived: false,
  };
}
