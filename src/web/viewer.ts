import type { Request, Response } from 'express';
import { NotFoundError } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import type { Person, Project } from '../domain/project.ts';
import { ensureLocalPerson, listProjects } from '../store/members.ts';

/** Who looks at a page, and in which project. */
export interface Viewer {
  readonly person: Person;
  readonly project: Project;
  readonly projects: readonly Project[];
  readonly member: Member;
}

/**
 * The viewer of a page, in the project that the address names (`?project=slug`), or in `projectId` where the thing
 * looked at decides, or in the person's first one. Throws NotFoundError for a project that is not theirs.
 */
export async function viewerOf(request: Request, response: Response, projectId?: string): Promise<Viewer> {
  const { db } = response.locals.database;
  const { person } = await ensureLocalPerson(db);
  const projects = await listProjects(db, person.id);
  const slug = typeof request.query.project === 'string' ? request.query.project : undefined;
  const project = projects.find((candidate) => {
    if (projectId !== undefined) return candidate.id === projectId;
    return slug === undefined || candidate.slug === slug;
  });
  if (!project) throw new NotFoundError('project');
  return {
    person,
    project,
    projects,
    member: { userId: person.id, projectId: project.id, role: project.role },
  };
}

/** The person who sends a request: in local mode there is one. */
export async function personOf(response: Response): Promise<Person> {
  const { person } = await ensureLocalPerson(response.locals.database.db);
  return person;
}
