import type { RequestHandler } from 'express';
import { switchWay } from '../../actions/projects/switch-way.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOfProject } from './load.ts';
import { sendProject } from './show.tsx';

/** Has the people of a project work together or apart from now on. */
export const updateWay: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  const { way = '' } = fieldsOf(request);
  try {
    await switchWay(response.locals.database.db, member, way, { address: request.ip });
    redirect(response, `/projects/${encodeURIComponent(project.slug)}?done=switched`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    sendProject(request, response, { problems: error.fields }, 422);
  }
};
