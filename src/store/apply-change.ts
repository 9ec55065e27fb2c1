import { EditConflictError } from '../domain/errors.ts';
import { type Change, sameContent } from '../domain/history.ts';
import { type AnnotationRow, toAnnotation, toColumns, toState } from './annotation-rows.ts';
import { storedRequestKey } from './annotations.ts';
import { detailsOf, toArticle } from './article-rows.ts';
import { updateSearchText } from './articles.ts';
import type { Tx } from './client.ts';
import type { StepScope } from './step-scope.ts';

type ChangeOf<Subject extends Change['subject']> = Extract<Change, { subject: Subject }>;

/** Writes one change, having checked that its subject still is as `before` says. */
export async function applyChange(
  tx: Tx,
  scope: StepScope,
  change: Change,
  requestKey?: string,
): Promise<void> {
  switch (change.subject) {
    case 'annotation':
      return applyToAnnotation(tx, scope, change, requestKey);
    case 'sentence-mark':
      return applyToSentenceMark(tx, scope, change);
    case 'dismissal':
      return applyToDismissal(tx, scope, change);
    case 'article':
      return applyToArticle(tx, scope, change);
  }
}

async function applyToAnnotation(
  tx: Tx,
  scope: StepScope,
  { subjectId: id, before, after }: ChangeOf<'annotation'>,
  requestKey?: string,
): Promise<void> {
  const { member, articleId } = scope;
  const row = await tx.annotation.findFirst({ where: { id, projectId: member.projectId } });
  const current = row && !row.deletedAt ? toState(row) : null;
  if (!sameContent(current, before)) throw changedMeanwhile(row);
  if (!after) {
    await tx.annotation.update({ where: { id }, data: { deletedAt: new Date(), version: { increment: 1 } } });
  } else if (row) {
    const data = { ...toColumns(after), deletedAt: null, version: { increment: 1 } };
    await tx.annotation.update({ where: { id }, data });
  } else {
    const key = requestKey ? { requestKey: storedRequestKey(scope, requestKey) } : {};
    const fresh = { id, projectId: member.projectId, articleId, ...key };
    await tx.annotation.create({ data: { ...fresh, ...toColumns(after) } });
  }
}

function changedMeanwhile(row: AnnotationRow | null) {
  const current = row && !row.deletedAt ? toAnnotation(row) : null;
  return new EditConflictError('This annotation was changed by somebody else in the meantime.', current);
}

async function applyToSentenceMark(
  tx: Tx,
  { member, articleId }: StepScope,
  { before, after }: ChangeOf<'sentence-mark'>,
): Promise<void> {
  const sentence = (after ?? before)?.sentence ?? 0;
  const key = { projectId: member.projectId, articleId, userId: member.userId, sentence };
  await tx.sentenceMark.deleteMany({ where: key });
  if (after) await tx.sentenceMark.create({ data: key });
}

async function applyToDismissal(
  tx: Tx,
  { member, articleId }: StepScope,
  { before, after }: ChangeOf<'dismissal'>,
): Promise<void> {
  const content = after ?? before;
  if (!content) return;
  // A dismissal's tag is one of the three: it names a suggestion.
  const tag = content.tag as AnnotationRow['tag'];
  const key = { projectId: member.projectId, articleId, userId: member.userId, tag, parts: content.parts };
  await tx.dismissal.deleteMany({ where: key });
  if (after) await tx.dismissal.create({ data: key });
}

async function applyToArticle(
  tx: Tx,
  { member, articleId }: StepScope,
  { before, after }: ChangeOf<'article'>,
): Promise<void> {
  const row = await tx.article.findFirst({ where: { id: articleId, projectId: member.projectId } });
  const current = row && !row.deletedAt ? detailsOf(row) : null;
  if (!sameContent(current, before)) {
    const now = row && !row.deletedAt ? toArticle(row) : null;
    throw new EditConflictError(
      'The details of this article were changed by somebody else in the meantime.',
      now,
    );
  }
  const data = after ? { ...after, deletedAt: null } : { deletedAt: new Date() };
  await tx.article.update({ where: { id: articleId }, data: { ...data, version: { increment: 1 } } });
  if (after && after.title !== row?.title) await updateSearchText(tx, articleId, after.title);
}
