import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../domain/permission.ts';
import { lockImports } from './articles.ts';
import type { Db, Tx } from './client.ts';

/** Somebody about to come into a project. */
export interface NewMember {
  readonly projectId: string;
  readonly accountId: string;
  readonly role: Role;
  /** Until when; without it there is no end. */
  readonly until?: Date | null;
}

/**
 * Takes an account into a project, and gives the annotator under whose name it works there: the one that it had, where it
 * was there before.
 */
export async function addMember(tx: Tx, member: NewMember): Promise<{ readonly annotatorId: string }> {
  const { projectId, accountId } = member;
  // Whose time had run out comes back as somebody new.
  await tx.membership.deleteMany({ where: { projectId, accountId, until: { lte: new Date() } } });
  const annotatorId = (await ownAnnotator(tx, projectId, accountId)) ?? (await makeAnnotator(tx, member));
  await tx.membership.create({ data: { ...member, annotatorId } });
  return { annotatorId };
}

async function ownAnnotator(tx: Tx, projectId: string, accountId: string): Promise<string | undefined> {
  const where = { projectId, accountId, importedAs: null };
  return (await tx.annotator.findFirst({ where, select: { id: true }, orderBy: { id: 'asc' } }))?.id;
}

async function makeAnnotator(tx: Tx, { projectId, accountId }: NewMember): Promise<string> {
  const id = uuidv7();
  const { name } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  await tx.annotator.create({ data: { projectId, id, name, accountId } });
  return id;
}

/** Somebody in a project. */
export interface ProjectPerson {
  readonly accountId: string;
  readonly annotatorId: string;
  readonly name: string;
  readonly role: Role;
  readonly until: Date | null;
}

/** Who is in a project, those whose time has run out among them, by name. */
export async function listPeople(db: Db | Tx, projectId: string): Promise<ProjectPerson[]> {
  const rows = await db.membership.findMany({
    where: { projectId },
    select: {
      accountId: true,
      annotatorId: true,
      role: true,
      until: true,
      account: { select: { name: true } },
    },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
  });
  return rows.map(({ account, ...row }) => ({ ...row, name: account.name }));
}

/** What somebody is in a project; null where they are not in it, or their time has run out. */
export async function findMembership(
  db: Db | Tx,
  projectId: string,
  accountId: string,
): Promise<Pick<ProjectPerson, 'role' | 'until'> | null> {
  const OR = [{ until: null }, { until: { gt: new Date() } }];
  return db.membership.findFirst({
    where: { projectId, accountId, OR },
    select: { role: true, until: true },
  });
}

/** What came of a change of somebody's membership: there was none, or it would have left the project without an owner. */
export type MembershipChange = 'done' | 'missing' | 'last-owner';

/** Gives somebody another role, and an end. An owner has no end: there always is one. */
export function changeMembership(
  tx: Tx,
  { projectId, accountId, role, until = null }: NewMember,
): Promise<MembershipChange> {
  const data = { role, until: role === 'owner' ? null : until };
  return keepingAnOwner(tx, projectId, accountId, role === 'owner', async (where) => {
    await tx.membership.updateMany({ where, data });
  });
}

/** Takes somebody out of a project. Their work and the name that it stands under stay. */
export function removeMembership(tx: Tx, projectId: string, accountId: string): Promise<MembershipChange> {
  return keepingAnOwner(tx, projectId, accountId, false, async (where) => {
    await tx.membership.deleteMany({ where });
  });
}

/**
 * Changes a membership while nobody else changes one of the project: of two owners who both leave at the same moment one
 * stays.
 */
async function keepingAnOwner(
  tx: Tx,
  projectId: string,
  accountId: string,
  staysOwner: boolean,
  change: (where: { readonly projectId: string; readonly accountId: string }) => Promise<void>,
): Promise<MembershipChange> {
  await lockImports(tx, projectId);
  const where = { projectId, accountId };
  const found = await tx.membership.findFirst({ where, select: { role: true } });
  if (!found) return 'missing';
  const isOwner = found.role === 'owner' && !staysOwner;
  if (isOwner && (await tx.membership.count({ where: { projectId, role: 'owner' } })) === 1)
    return 'last-owner';
  await change(where);
  return 'done';
}
