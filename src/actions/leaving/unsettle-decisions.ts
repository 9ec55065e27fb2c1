import { type Change, codingChange, decisionChange } from '../../domain/history.ts';
import type { Member } from '../../domain/permission.ts';
import { FINAL } from '../../domain/sight.ts';
import { findArticleText } from '../../store/article-texts.ts';
import { findArticleEvenDeleted } from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import { articlesDecidedOn, decisionsOn } from '../../store/decisions.ts';
import type { Session } from '../../store/session.ts';
import { annotationsById } from '../../store/standing.ts';
import type { LockedCoding, StepScope } from '../../store/step.ts';
import { lock, writeStep } from '../../store/steps.ts';
import { recountCasesIn } from '../adjudication/read-cases.ts';
import { leaving } from './take-shared-work.ts';

/**
 * Has decisions that rest on annotations which are gone be looked at again, once the codings of `lanes` are empty: they are
 * stale, and the final coding of their article is begun. What came of them stays. One step of history called `step`, in the
 * transaction of `session`, that nobody's undo takes up; `db` reads texts, which never change.
 */
export async function unsettleDecisions(
  db: Db,
  session: Session,
  { projectId, accountId }: Pick<Member, 'projectId' | 'accountId'>,
  { lanes, step }: { readonly lanes: readonly string[]; readonly step: string },
): Promise<void> {
  for (const articleId of await articlesDecidedOn(session, projectId, lanes)) {
    const article = await findArticleEvenDeleted(db, projectId, articleId);
    const text = article && (await findArticleText(db, projectId, articleId));
    const [annotatorId = ''] = lanes;
    if (!article || !text) continue;
    // Nobody acts: rights were asked before, and it is the project that looks again.
    const member: Member = { ...leaving({ projectId, accountId }, annotatorId), role: 'owner', way: 'apart' };
    const scope: StepScope = { member, article, text, lane: FINAL, requestKey: step };
    const locked = await lock(session, scope, 'both');
    await writeStep(locked, { action: 'change', isFirm: true, changes: await unsettled(locked) });
    await recountCasesIn(session, scope);
  }
}

/** The decisions of which a source is deleted, made stale, and the final coding opened for them. */
async function unsettled({ session, scope, coding }: LockedCoding): Promise<Change[]> {
  const decisions = await decisionsOn(session, scope.member, scope.article.id);
  const ids = decisions.flatMap(({ sources }) => sources.map(([id]) => id));
  const kept = await annotationsById(session, ids);
  const isGone = (id: string) => kept.get(id)?.isDeleted ?? true;
  const resting = decisions.filter(({ isStale, sources }) => !isStale && sources.some(([id]) => isGone(id)));
  if (resting.length === 0) return [];
  const stale = resting.map((one) => decisionChange(one.id, one, { ...one, isStale: true }));
  return [...stale, ...(coding.state === 'done' ? [codingChange(coding, 'begun')] : [])];
}
