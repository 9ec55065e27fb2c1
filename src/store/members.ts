import { v7 as uuidv7 } from 'uuid';
import type { Member } from '../domain/permission.ts';
import type { Person, Project } from '../domain/project.ts';
import type { Db } from './client.ts';

/** Changes whether a project shows suggestions. */
export async function updateProject(
  db: Db,
  projectId: string,
  settings: Pick<Project, 'suggestions'>,
): Promise<void> {
  await db.project.update({ where: { id: projectId }, data: settings });
}

/** A person's projects, oldest first. */
export async function listProjects(db: Db, userId: string): Promise<(Project & Pick<Member, 'role'>)[]> {
  const memberships = await db.membership.findMany({
    where: { userId },
    select: { role: true, project: { select: { id: true, slug: true, name: true, suggestions: true } } },
    orderBy: { project: { id: 'asc' } },
  });
  return memberships.map(({ role, project }) => ({ ...project, role }));
}

/** Changes a person's settings. */
export async function updatePerson(db: Db, userId: string, settings: Omit<Person, 'id'>): Promise<void> {
  await db.user.update({ where: { id: userId }, data: settings });
}

/** The one person of local mode, with their first project; both are made where there is nobody yet. */
export async function ensureLocalPerson(db: Db): Promise<{ person: Person; isNew: boolean }> {
  const first = await db.user.findFirst({ orderBy: { id: 'asc' } });
  if (first) return { person: first, isNew: false };
  const project = { id: uuidv7(), slug: 'desk', name: 'My desk' };
  const memberships = { create: { role: 'owner' as const, project: { create: project } } };
  const person = await db.user.create({ data: { id: uuidv7(), name: 'Me', memberships } });
  return { person, isNew: true };
}
