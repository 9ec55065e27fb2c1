// Which project somebody used last stands in a cookie, by its id: no page writes to the database to remember it, and it
// is each browser's own. It says where a page opens that names no project, and gives no right to anything.

import type { Request, Response } from 'express';
import type { Project } from '../domain/project.ts';

const NAME = 'project';

/** In ms. */
const KEPT = 365 * 24 * 60 * 60 * 1000;

/** The one of these projects that the browser used last, if it is there. */
export function lastUsed<P extends Project>(request: Request, projects: readonly P[]): P | undefined {
  const id = remembered(request);
  return projects.find((project) => project.id === id);
}

/** Remembers a project that a page is of, where there is another that could be meant. */
export function rememberUse(request: Request, response: Response, project: Project): void {
  if (request.method !== 'GET' || project.isArchived || response.locals.atDesk.projects.length < 2) return;
  if (remembered(request) === project.id) return;
  response.cookie(NAME, project.id, {
    maxAge: KEPT,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
  });
}

function remembered(request: Request): string | undefined {
  const cookies = request.get('Cookie')?.split(/; */) ?? [];
  return cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}
