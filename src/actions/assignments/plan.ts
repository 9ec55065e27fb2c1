import { createHash } from 'node:crypto';
import { type AssignmentChoice, type AssignmentPlan, planAssignments } from '../../domain/assignment.ts';
import { type Member, require } from '../../domain/permission.ts';
import { type OpenArticle, openArticles, type ProjectCoder, projectCoders } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';
import { type ArticleChoice, chosenArticles } from './chosen-articles.ts';

/** What is to be given to whom. */
export interface AssignmentOrder extends AssignmentChoice {
  readonly articles: ArticleChoice;
  /** Annotators; who is no member is passed over. */
  readonly coders: readonly string[];
  readonly dueAt: Date | null;
}

/** Who would get what, with what a page says of it. */
export interface PlannedAssignment {
  readonly plan: AssignmentPlan;
  readonly articles: readonly OpenArticle[];
  readonly coders: readonly ProjectCoder[];
  /** Whether it was cut to the most that one step takes. */
  readonly isCut: boolean;
  /** The same for the same plan, and no other. */
  readonly mark: string;
}

/** Works out who gets what, and stores nothing. Throws ForbiddenError. */
export async function planOrder(db: Db, member: Member, order: AssignmentOrder): Promise<PlannedAssignment> {
  require(member, 'assign');
  const { ids, isCut } = await chosenArticles(db, member, order.articles);
  const articles = await openArticles(db, member.projectId, ids);
  const all = await projectCoders(db, member.projectId);
  const coders = all.filter(({ annotatorId }) => order.coders.includes(annotatorId));
  const seats = coders.map(({ annotatorId: id, load }) => ({ id, load }));
  const plan = planAssignments(articles, seats, order);
  return { plan, articles, coders, isCut, mark: markOf(plan) };
}

function markOf({ assignments, sample }: AssignmentPlan): string {
  const written = JSON.stringify([assignments.map(({ articleId, coderId }) => [articleId, coderId]), sample]);
  return createHash('sha256').update(written).digest('hex').slice(0, 32);
}
