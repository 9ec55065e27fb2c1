import { type Member, require } from '../../domain/permission.ts';
import { saveDeed } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';
import { type AssignmentOrder, type PlannedAssignment, planOrder } from './plan.ts';

/** What came of an order: how many codings were given, or the plan where it is no longer the one that was seen. */
export type Assigned =
  | { readonly is: 'done'; readonly given: number }
  | { readonly is: 'changed'; readonly planned: PlannedAssignment };

/**
 * Gives articles to coders as one step that can be undone. Where `seen` is the mark of another plan than the order leads
 * to by now, nothing is given: somebody changed the project since the person looked. Throws ForbiddenError.
 */
export async function assign(
  db: Db,
  member: Member,
  order: AssignmentOrder,
  { batchId, seen }: { readonly batchId: string; readonly seen?: string | undefined },
): Promise<Assigned> {
  require(member, 'assign');
  const planned = await planOrder(db, member, order);
  if (seen !== undefined && seen !== planned.mark) return { is: 'changed', planned };
  const dueAt = order.dueAt?.toISOString() ?? null;
  const rows = planned.plan.assignments.map(({ articleId, coderId: lane }) => {
    return { articleId, lane, dueAt, batchId };
  });
  return { is: 'done', given: await saveDeed(db, member, batchId, { kind: 'assign', rows }) };
}
