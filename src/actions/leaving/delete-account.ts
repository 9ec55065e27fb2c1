import { v7 as uuidv7 } from 'uuid';
import { audit } from '../../accounts/audit.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { accountNames } from '../../store/accounts.ts';
import { recountSeats } from '../../store/assignment-deeds.ts';
import type { Db, Tx } from '../../store/client.ts';
import { emptyComments } from '../../store/comments.ts';
import { countAdmins, findCredential } from '../../store/credentials.ts';
import {
  anonymise,
  countNamed,
  emptyOwnCodings,
  forgetSignIn,
  type LeftProject,
  projectsLeft,
  sharedPlaces,
} from '../../store/leaving.ts';
import { removeMembership } from '../../store/people.ts';
import { sessionIn } from '../../store/session.ts';
import { takeSharedWork } from './take-shared-work.ts';
import { unsettleDecisions } from './unsettle-decisions.ts';

/** Who deletes an account, and from where: its owner, or whoever looks after the desk. */
export interface Deleter {
  readonly accountId: string;
  readonly address?: string | undefined;
}

/** What deleting an account would do. */
export interface DeletionPreview {
  readonly name: string;
  readonly projects: readonly LeftProject[];
  /** Why it cannot be deleted; null where it can. */
  readonly problem: string | null;
}

/** What deleting an account would do, project by project. Throws NotFoundError for one that nobody signs in with. */
export async function previewDeletion(db: Db, accountId: string): Promise<DeletionPreview> {
  return db.$transaction(async (tx) => {
    const name = (await accountNames(tx, [accountId])).get(accountId) ?? '';
    const projects = await projectsLeft(tx, accountId);
    return { name, projects, problem: await problemWith(tx, accountId, projects) };
  });
}

/**
 * Deletes an account for good, all in one transaction: nobody signs in with it any more, its name is that of nobody in
 * particular, and its work stays or goes as each project says. Throws NotFoundError where there is none to delete, and
 * InvalidInputError (field `account`) for the only owner of a project and the last one who looks after the desk.
 */
export async function deleteAccount(db: Db, accountId: string, by: Deleter): Promise<void> {
  await db.$transaction(async (tx) => {
    const projects = await projectsLeft(tx, accountId);
    const problem = await problemWith(tx, accountId, projects);
    if (problem !== null) throw new InvalidInputError({ account: problem });
    for (const project of projects) await leaveProject(db, tx, project, { accountId, by });
    await forgetSignIn(tx, accountId);
    await anonymise(tx, accountId, await freeName(tx));
    const { address } = by;
    await audit(tx, { action: 'account-deleted', accountId: by.accountId, subject: accountId, address });
  });
}

/** Why an account cannot be deleted. Who looks after the desk stays as it is until the transaction ends. */
async function problemWith(
  tx: Tx,
  accountId: string,
  projects: readonly LeftProject[],
): Promise<string | null> {
  const admins = await countAdmins(tx);
  const credential = await findCredential(tx, accountId);
  if (!credential) throw new NotFoundError('person');
  if (credential.isAdmin && credential.closedAt === null && admins === 1) return t('signIn.lastAdmin');
  return lastOwnerOf(projects.filter(({ isLastOwner }) => isLastOwner));
}

function lastOwnerOf(owned: readonly Pick<LeftProject, 'name'>[]): string | null {
  if (owned.length === 0) return null;
  return t('leaving.lastOwnerOf', { projects: owned.map(({ name }) => name).join(', ') });
}

async function leaveProject(
  db: Db,
  tx: Tx,
  project: LeftProject,
  { accountId, by }: { readonly accountId: string; readonly by: Deleter },
): Promise<void> {
  const { id: projectId, onLeaving } = project;
  // First: whoever is saved for meanwhile is waited for, and nothing of theirs is written after it.
  const left = await removeMembership(tx, projectId, accountId);
  if (left === 'last-owner') throw new InvalidInputError({ account: lastOwnerOf([project]) ?? '' });
  if (onLeaving === 'take') await takeWork(db, tx, project, accountId);
  await audit(tx, {
    action: 'account-deleted',
    projectId,
    accountId: by.accountId,
    subject: accountId,
    details: { work: onLeaving },
    address: by.address,
  });
}

async function takeWork(
  db: Db,
  tx: Tx,
  { id: projectId, annotatorIds }: LeftProject,
  accountId: string,
): Promise<void> {
  const session = sessionIn(tx, db.dialect);
  const places = await sharedPlaces(session, projectId, annotatorIds);
  await takeSharedWork(db, session, { projectId, accountId }, { places, step: uuidv7() });
  const articles = await emptyOwnCodings(tx, projectId, annotatorIds);
  await unsettleDecisions(db, session, { projectId, accountId }, { lanes: annotatorIds, step: uuidv7() });
  await emptyComments(session, projectId, annotatorIds);
  await recountSeats(session, { projectId }, articles);
}

/** A name that tells deleted accounts apart and nothing else of them. */
async function freeName(tx: Tx): Promise<string> {
  const beginning = t('leaving.former', { number: '' }).trimEnd();
  return t('leaving.former', { number: (await countNamed(tx, beginning)) + 1 });
}
