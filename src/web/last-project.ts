// Which project somebody used last stands in a cookie, by its id: no page writes to the database to remember it, and it
// is each browser's own. It says where a page opens that names no project, and gives no right to anything.

import type { Request, Response } from 'express';
import type { Project } from '../domain/project.ts';
import { readCookie, setCookie } from './cookies.ts';

/** In ms. */
const KEPT = 365 * 24 * 60 * 60 * 1000;

/** The one of these projects that the browser used last, if it is there. */
export function lastUsed<P extends Project>(
  request: Request,
  response: Response,
  projects: readonly P[],
): P | undefined {
  const id = readCookie(request, response, 'project');
  return projects.find((project) => project.id === id);
}

/** Remembers a project that a page is of, where there is another that could be meant. */
export function rememberUse(request: Request, response: Response, project: Project): void {
  if (request.method !== 'GET' || project.isArchived || response.locals.atDesk.projects.length < 2) return;
  if (readCookie(request, response, 'project') !== project.id)
    setCookie(response, 'project', project.id, KEPT);
}
