import { type ArticleDetails, detailsOf } from '../domain/article.ts';
import { CannotUndoError } from '../domain/errors.ts';
import { articleChange } from '../domain/history.ts';
import { readLabels, withLabels, withoutLabels } from '../domain/labels.ts';
import { type Member, require } from '../domain/permission.ts';
import { sightOf } from '../domain/sight.ts';
import { findArticleText } from '../store/article-texts.ts';
import { articlesOfStep, findArticleEvenDeleted } from '../store/articles.ts';
import type { Db } from '../store/client.ts';
import type { LockedCoding, Step, StepScope } from '../store/step.ts';
import { saveStep } from '../store/steps.ts';
import { undo } from './undo.ts';

/** Articles that are changed together. Each is a transaction; the same step again does nothing twice. */
export interface ArticlesStep {
  /** A UUID, by which all of it is undone. */
  readonly step: string;
  /** What is not in the member's project is passed over. */
  readonly ids: readonly string[];
}

/** Gives labels to articles, or takes them away. Throws ForbiddenError. */
export async function labelArticles(
  db: Db,
  member: Member,
  step: ArticlesStep,
  { how, labels }: { readonly how: 'add' | 'remove'; readonly labels: string },
): Promise<void> {
  require(member, 'editArticle');
  const change = how === 'add' ? withLabels : withoutLabels;
  await changeEach(db, member, step, (details) => ({
    ...details,
    labels: change(details.labels, readLabels(labels)),
  }));
}

/** Deletes articles with their annotations. Throws ForbiddenError. */
export async function removeArticles(db: Db, member: Member, step: ArticlesStep): Promise<void> {
  require(member, 'deleteArticle');
  await changeEach(db, member, step, () => null);
}

async function changeEach(
  db: Db,
  member: Member,
  { step, ids }: ArticlesStep,
  after: (details: ArticleDetails) => ArticleDetails | null,
): Promise<void> {
  for (const id of new Set(ids)) {
    const scope = await scopeIn(db, member, id);
    if (!scope) continue;
    const plan = async ({ article }: LockedCoding): Promise<Step> => {
      const wanted = after(detailsOf(article));
      const isSame = wanted?.labels === article.labels;
      if (article.deletedAt || isSame) return { action: 'change', changes: [] };
      return { action: 'change', changes: [articleChange(id, article, wanted)] };
    };
    await saveStep(db, { ...scope, requestKey: step }, plan, 'details');
  }
}

/** Where the details of an article are changed; null for what is not in the member's project. */
async function scopeIn(db: Db, member: Member, id: string): Promise<StepScope | null> {
  const article = await findArticleEvenDeleted(db, member.projectId, id);
  const text = article && (await findArticleText(db, member.projectId, id));
  return article && text && { member, article, text, lane: sightOf(member).main };
}

/** What a step did to articles, and how many of them; undone where it has been taken back in all. */
export interface DoneOnArticles {
  readonly kind: 'deleted' | 'labelled' | 'nothing';
  readonly articles: number;
  readonly isUndone: boolean;
}

/** What a step of the person's did. */
export async function stepOnArticles(db: Db, member: Member, step: string): Promise<DoneOnArticles> {
  const found = await articlesOfStep(db, member, step);
  const [first] = found;
  if (!first) return { kind: 'nothing', articles: 0, isUndone: false };
  const kind = first.action === 'delete' ? 'deleted' : 'labelled';
  return { kind, articles: found.length, isUndone: found.every(({ state }) => state === 'undone') };
}

/**
 * Takes a step of the person's back in each of its articles; where somebody else changed one since, that one
 * stays as it is. Throws ForbiddenError.
 */
export async function undoOnArticles(db: Db, member: Member, step: string): Promise<void> {
  require(member, 'undoOwnStep');
  for (const { articleId, state } of await articlesOfStep(db, member, step)) {
    const scope = state === 'done' && (await scopeIn(db, member, articleId));
    if (!scope) continue;
    try {
      await undo(db, scope, 'undo', step);
    } catch (error) {
      if (!(error instanceof CannotUndoError)) throw error;
    }
  }
}
