import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../domain/permission.ts';
import type { Tx } from './client.ts';

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
