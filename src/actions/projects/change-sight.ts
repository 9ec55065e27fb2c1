import { audit } from '../../accounts/audit.ts';
import { type Member, require, type SightSettings } from '../../domain/permission.ts';
import type { Db } from '../../store/client.ts';
import { changeSightOf } from '../../store/projects.ts';
import type { From } from '../people/change-people.ts';

/**
 * Changes what coders see where people work apart: each other's codings, the final one beside their own, names. What is
 * not given stays. Throws ForbiddenError. The log keeps it.
 */
export async function changeSight(
  db: Db,
  member: Member,
  changes: Partial<SightSettings>,
  from: From = {},
): Promise<void> {
  require(member, 'liftBlind');
  const { projectId, accountId, isBlind, showsResult, showsNames } = member;
  const before: SightSettings = { isBlind, showsResult, showsNames };
  const after = { ...before, ...changes };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await changeSightOf(db, projectId, after);
  await audit(db, {
    action: 'sight-changed',
    projectId,
    accountId,
    subject: projectId,
    details: { blind: after.isBlind, result: after.showsResult, names: after.showsNames },
    ...from,
  });
}
