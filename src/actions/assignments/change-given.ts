import { type Member, require } from '../../domain/permission.ts';
import type { Lane } from '../../domain/sight.ts';
import { givenCodings, saveDeed } from '../../store/assignments.ts';
import type { Db } from '../../store/client.ts';

/** One coder's coding of an article. */
export interface CodingName {
  readonly articleId: string;
  readonly lane: Lane;
}

/**
 * Takes assignments back that nobody has begun, as one step that can be undone; what was begun, or not given by anybody,
 * stays. Gives how many. Throws ForbiddenError.
 */
export async function takeBackGiven(
  db: Db,
  member: Member,
  codings: readonly CodingName[],
  batchId: string,
): Promise<number> {
  require(member, 'assign');
  const given = await givenCodings(db, member.projectId, codings);
  const rows = given.flatMap(({ batchId: by, isBegun, ...coding }) =>
    by === null || isBegun ? [] : [{ ...coding, batchId: by }],
  );
  return rows.length === 0 ? 0 : saveDeed(db, member, batchId, { kind: 'withdraw', rows });
}

/**
 * Gives codings another due date, or none, as one step that can be undone. Gives how many that changed. Throws
 * ForbiddenError.
 */
export async function changeDue(
  db: Db,
  member: Member,
  codings: readonly CodingName[],
  { dueAt, batchId }: { readonly dueAt: Date | null; readonly batchId: string },
): Promise<number> {
  require(member, 'assign');
  const after = dueAt?.toISOString() ?? null;
  const given = await givenCodings(db, member.projectId, codings);
  const rows = given
    .filter((coding) => coding.dueAt !== after)
    .map(({ articleId, lane, dueAt: before }) => ({ articleId, lane, before, after }));
  return rows.length === 0 ? 0 : saveDeed(db, member, batchId, { kind: 'due', rows });
}
