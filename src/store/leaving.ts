// What an account leaves behind when it is deleted: counted before, taken away or kept without its name.

import { FINAL } from '../domain/lane.ts';
import { type OnLeaving, storedOnLeaving } from '../domain/project.ts';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';

const { sql, join } = Prisma;

/** A project in which an account works, or has worked. */
export interface LeftProject {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly onLeaving: OnLeaving;
  /** The names there that are theirs, by id. */
  readonly annotatorIds: readonly string[];
  /** Not counting those that are deleted. */
  readonly annotations: number;
  /** Sentences on which they said "nothing here". */
  readonly marks: number;
  /** Whether nobody would own it without them. */
  readonly isLastOwner: boolean;
}

/** The projects of an account by name, those that it is not in any more among them. */
export async function projectsLeft(db: Db | Tx, accountId: string): Promise<LeftProject[]> {
  const annotators = await db.annotator.findMany({
    where: { accountId },
    select: { id: true, project: { select: { id: true, slug: true, name: true, onLeaving: true } } },
    orderBy: [{ project: { name: 'asc' } }, { projectId: 'asc' }, { id: 'asc' }],
  });
  const projects = new Map(annotators.map(({ project }) => [project.id, project]));
  const left: LeftProject[] = [];
  for (const { onLeaving, ...project } of projects.values()) {
    const annotatorIds = annotators.filter((one) => one.project.id === project.id).map(({ id }) => id);
    const where = { projectId: project.id, annotatorId: { in: annotatorIds } };
    left.push({
      ...project,
      onLeaving: storedOnLeaving(onLeaving),
      annotatorIds,
      annotations: await db.annotation.count({ where: { ...where, deletedAt: null } }),
      marks: await db.sentenceMark.count({ where }),
      isLastOwner: await isLastOwner(db, project.id, accountId),
    });
  }
  return left;
}

async function isLastOwner(db: Db | Tx, projectId: string, accountId: string): Promise<boolean> {
  const owners = await db.membership.findMany({
    where: { projectId, role: 'owner' },
    select: { accountId: true },
  });
  return owners.length === 1 && owners[0]?.accountId === accountId;
}

/** A coding of several in which an annotator has work. */
export interface SharedPlace {
  readonly articleId: string;
  readonly lane: string;
  readonly annotatorId: string;
}

/** Where some annotators have worked beside others, deleted articles included; the final coding is the project's. */
export async function sharedPlaces(
  session: Session,
  projectId: string,
  annotatorIds: readonly string[],
): Promise<SharedPlace[]> {
  const theirs = sql`"projectId" = ${projectId} AND "annotatorId" IN (${join([...annotatorIds])})
    AND "lane" NOT IN (${join([...annotatorIds, FINAL])})`;
  const rows = await session.rows(sql`
    SELECT "articleId", "lane", "annotatorId" FROM "Annotation" WHERE ${theirs} AND "deletedAt" IS NULL
    UNION SELECT "articleId", "lane", "annotatorId" FROM "SentenceMark" WHERE ${theirs}
    ORDER BY 1, 2, 3`);
  return rows.map(([articleId, lane, annotatorId]) => ({
    articleId: String(articleId),
    lane: String(lane),
    annotatorId: String(annotatorId),
  }));
}

/**
 * Empties the codings that are of some annotators alone: annotations are deleted as undo deletes them, and the codings
 * count as given back. Gives their articles.
 */
export async function emptyOwnCodings(
  tx: Tx,
  projectId: string,
  annotatorIds: readonly string[],
): Promise<string[]> {
  const where = { projectId, lane: { in: [...annotatorIds] } };
  const codings = await tx.coding.findMany({ where, select: { articleId: true } });
  const deletedAt = new Date();
  await tx.annotation.updateMany({
    where: { ...where, deletedAt: null },
    data: { deletedAt, version: { increment: 1 } },
  });
  await tx.sentenceMark.deleteMany({ where });
  const emptied = { annotationCount: 0, codedCount: 0, counts: {}, doneAt: null, codebookDone: null };
  await tx.coding.updateMany({
    where,
    data: { ...emptied, state: 'released', version: { increment: 1 }, updatedAt: deletedAt },
  });
  await tx.dismissal.deleteMany({ where: { projectId, annotatorId: { in: [...annotatorIds] } } });
  return [...new Set(codings.map(({ articleId }) => articleId))];
}

/** Gives an account and all its annotators the name of nobody in particular. Names that came with files go, too. */
export async function anonymise(tx: Tx, accountId: string, name: string): Promise<void> {
  await tx.annotator.updateMany({ where: { accountId }, data: { name, importedAs: null } });
  await tx.savedView.deleteMany({ where: { accountId } });
  await tx.account.update({ where: { id: accountId }, data: { name, keymap: null } });
}

/** How many accounts bear a name that begins so. */
export function countNamed(tx: Tx, beginning: string): Promise<number> {
  return tx.account.count({ where: { name: { startsWith: beginning } } });
}

/** Takes away all by which somebody could sign in with an account, or use a link that it was given or has given. */
export async function forgetSignIn(tx: Tx, accountId: string): Promise<void> {
  const where = { accountId };
  const credential = await tx.credential.findUnique({ where, select: { email: true } });
  const links = [{ accountId }, { createdById: accountId }];
  const email = credential?.email;
  await tx.ticket.deleteMany({ where: { OR: email ? [...links, { email }] : links } });
  await tx.session.deleteMany({ where });
  await tx.passkey.deleteMany({ where });
  await tx.recoveryCode.deleteMany({ where });
  await tx.identity.deleteMany({ where });
  await tx.credential.deleteMany({ where });
}
