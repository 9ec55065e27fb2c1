import type { Request, RequestHandler, Response } from 'express';
import { NotFoundError } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import type { Person, Project } from '../domain/project.ts';
import { type Sight, sightOf } from '../domain/sight.ts';
import type { SuggestionChoice } from '../domain/suggestion.ts';
import { ensureLocalPerson } from '../store/members.ts';

/** Who looks at a page, and in which project. */
export interface Viewer {
  readonly person: Person;
  readonly project: Project;
  readonly projects: readonly Project[];
  readonly member: Member;
  /** What of people's work they may see in it. */
  readonly sight: Sight;
  /** Which suggestions they want to see in the project. */
  readonly suggestionChoice: SuggestionChoice;
}

/**
 * Finds who sends a request, once for all that is done with it: in local mode there is one person; where people sign in,
 * the gate has found them already.
 */
export const findViewer: RequestHandler = async (_request, response, next) => {
  const { config, database } = response.locals;
  if (!config.accounts) response.locals.atDesk = await ensureLocalPerson(database.db);
  next();
};

/**
 * The viewer of a page, in the project that the address names (`?project=slug`), or in `projectId` where the
 * thing looked at decides, or in the person's first one. Throws NotFoundError for a project that is not
 * theirs.
 */
export function viewerOf(request: Request, response: Response, projectId?: string): Viewer {
  const { person, projects } = response.locals.atDesk;
  const slug = typeof request.query.project === 'string' ? request.query.project : undefined;
  const project = projects.find((candidate) => {
    if (projectId !== undefined) return candidate.id === projectId;
    return slug === undefined || candidate.slug === slug;
  });
  if (!project) throw new NotFoundError('project');
  const { member, suggestionChoice } = project;
  return { person, project, projects, member, sight: sightOf(member), suggestionChoice };
}
