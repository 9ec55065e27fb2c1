import { audit } from '../../accounts/audit.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { type Member, require, WAYS } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import { switchWayOf } from '../../store/projects.ts';
import type { From } from '../people/change-people.ts';

/**
 * Has the people of a project code together or apart. Nothing is moved: what was made together is, apart, for owners and
 * adjudicators to read, and everybody's again once they work together. Throws ForbiddenError, and InvalidInputError
 * (field `way`) for a way that there is not, and while something is being brought in.
 */
export async function switchWay(db: Db, member: Member, named: string, from: From = {}): Promise<void> {
  require(member, 'switchWay');
  const way = WAYS.find((known) => known === named);
  if (!way) throw new InvalidInputError({ way: t('projects.noWay') });
  if (way === member.way) return;
  const { projectId, accountId } = member;
  if (!(await switchWayOf(db, projectId, way)))
    throw new InvalidInputError({ way: t('projects.importingWay') });
  await audit(db, {
    action: 'way-switched',
    projectId,
    accountId,
    subject: projectId,
    details: { way },
    ...from,
  });
}
