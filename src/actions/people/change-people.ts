import { audit } from '../../accounts/audit.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { type Member, type Role, require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import {
  changeMembership,
  findMembership,
  type MembershipChange,
  removeMembership,
} from '../../store/people.ts';

/** From where somebody asks, for the audit log. */
export interface From {
  readonly address?: string | undefined;
}

/** What somebody is to be from now on. */
export interface NewRole {
  readonly role: Role;
  readonly until: Date | null;
}

/**
 * Gives somebody in the project another role, and an end. It holds from their next request on. Throws ForbiddenError,
 * NotFoundError, and InvalidInputError (field `role`) where nobody would own the project any more.
 */
export async function changeRole(
  db: Db,
  member: Member,
  accountId: string,
  { role, until }: NewRole,
  from: From,
): Promise<void> {
  require(member, 'managePeople');
  const { projectId, accountId: by } = member;
  await db.$transaction(async (tx) => {
    settled(await changeMembership(tx, { projectId, accountId, role, until }), 'role');
    const details = { role, until: until?.toISOString() ?? null };
    await audit(tx, {
      action: 'role-changed',
      projectId,
      accountId: by,
      subject: accountId,
      details,
      ...from,
    });
  });
}

/** Takes somebody out of the project; their work stays. Throws as `changeRole` does, of the field `people`. */
export async function removePerson(db: Db, member: Member, accountId: string, from: From): Promise<void> {
  const isOwn = member.accountId === accountId;
  require(member, isOwn ? 'leaveProject' : 'managePeople');
  const { projectId, accountId: by } = member;
  await db.$transaction(async (tx) => {
    settled(await removeMembership(tx, projectId, accountId), 'people');
    const action = isOwn ? 'left-project' : 'member-removed';
    await audit(tx, { action, projectId, accountId: by, subject: accountId, ...from });
  });
}

/** Makes somebody else in the project its owner, and the member a coder, in one step. Throws as `changeRole` does. */
export async function passOwnership(db: Db, member: Member, to: string, from: From): Promise<void> {
  require(member, 'managePeople');
  const { projectId, accountId: by } = member;
  if (to === by) throw new InvalidInputError({ to: t('people.passToOther') });
  await db.$transaction(async (tx) => {
    if (!(await findMembership(tx, projectId, to)))
      throw new InvalidInputError({ to: t('people.passToOther') });
    settled(await changeMembership(tx, { projectId, accountId: to, role: 'owner' }), 'to');
    settled(await changeMembership(tx, { projectId, accountId: by, role: 'adjudicator' }), 'to');
    await audit(tx, { action: 'ownership-passed', projectId, accountId: by, subject: to, ...from });
  });
}

function settled(change: MembershipChange, field: string): void {
  if (change === 'missing') throw new NotFoundError('person');
  if (change === 'last-owner') throw new InvalidInputError({ [field]: t('people.lastOwner') });
}
