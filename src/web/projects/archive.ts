import type { Request, RequestHandler, Response } from 'express';
import { bringBack, putAway } from '../../actions/projects/archive-project.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { redirect } from '../render.tsx';
import { viewerOfProject } from './load.ts';
import { sendProject } from './show.tsx';

/** Puts a project away. */
export const createArchive: RequestHandler = async (request, response) => {
  const { member } = viewerOfProject(request, response);
  try {
    await putAway(response.locals.database.db, member);
    goOn(request, response, 'archived');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    sendProject(request, response, { problems: error.fields }, 422);
  }
};

/** Brings it back. */
export const destroyArchive: RequestHandler = async (request, response) => {
  const { member } = viewerOfProject(request, response);
  await bringBack(response.locals.database.db, member);
  goOn(request, response, 'restored');
};

function goOn(request: Request, response: Response, done: string): void {
  const { project } = viewerOfProject(request, response);
  redirect(response, `/projects/${encodeURIComponent(project.slug)}?done=${done}`);
}
