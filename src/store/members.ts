import { v7 as uuidv7 } from 'uuid';
import type { Member } from '../domain/permission.ts';
import type { Person, Project } from '../domain/project.ts';
import type { Db } from './client.ts';
import { type LocalPersonRow, localPersonRows } from './dialect.ts';

/** The membership through which a person may see this article, deleted ones included, or null. */
export async function memberOfArticle(db: Db, userId: string, articleId: string): Promise<Member | null> {
  return db.membership.findFirst({
    where: { userId, project: { articles: { some: { id: articleId } } } },
    select: { userId: true, projectId: true, role: true },
  });
}

/** The membership through which a person may see this annotation, or null. */
export async function memberOfAnnotation(
  db: Db,
  userId: string,
  annotationId: string,
): Promise<Member | null> {
  const found = await db.annotation.findUnique({ where: { id: annotationId }, select: { articleId: true } });
  return found && memberOfArticle(db, userId, found.articleId);
}

/** Whether a member's project and the member both want the text engine's suggestions. */
export async function wantsSuggestions(db: Db, { userId, projectId }: Member): Promise<boolean> {
  const wanted = { userId, projectId, user: { suggestions: true }, project: { suggestions: true } };
  return (await db.membership.findFirst({ where: wanted, select: { role: true } })) !== null;
}

/** Changes whether a project shows suggestions. */
export async function updateProject(
  db: Db,
  projectId: string,
  settings: Pick<Project, 'suggestions'>,
): Promise<void> {
  await db.project.update({ where: { id: projectId }, data: settings });
}

/** Changes a person's settings. */
export async function updatePerson(db: Db, userId: string, settings: Omit<Person, 'id'>): Promise<void> {
  await db.user.update({ where: { id: userId }, data: settings });
}

/** A project with the membership through which a person is in it. */
export type OwnProject = Project & { readonly member: Member };

/** Somebody with their projects, oldest first. */
export interface AtDesk {
  readonly person: Person;
  readonly projects: readonly OwnProject[];
}

/** The one person of local mode; they are made, with a first project, where there is nobody yet. */
export async function ensureLocalPerson(db: Db): Promise<AtDesk & { readonly isNew: boolean }> {
  const rows = await localPersonRows(db);
  const [first] = rows;
  if (first) return { person: toPerson(first), projects: rows.flatMap(toProjects), isNew: false };
  const project = { id: uuidv7(), slug: 'desk', name: 'My desk' };
  const memberships = { create: { role: 'owner' as const, project: { create: project } } };
  await db.user.create({ data: { id: uuidv7(), name: 'Me', memberships } });
  return { ...(await ensureLocalPerson(db)), isNew: true };
}

function toPerson({ id, name, trimSelections, keys, suggestions }: LocalPersonRow): Person {
  return {
    id,
    name,
    trimSelections: Boolean(trimSelections),
    keys: Boolean(keys),
    suggestions: Boolean(suggestions),
  };
}

function toProjects({ id: userId, projectId, role, slug, ...row }: LocalPersonRow): OwnProject[] {
  if (projectId === null) return [];
  const suggestions = Boolean(row.projectSuggestions);
  return [{ id: projectId, slug, name: row.projectName, suggestions, member: { userId, projectId, role } }];
}
