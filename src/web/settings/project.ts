import type { RequestHandler } from 'express';
import { changeProject } from '../../actions/change-project.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Saves the settings of the project that the address names. */
export const updateProjectSettings: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  const { suggestions } = fieldsOf(request);
  await changeProject(response.locals.database.db, member, { suggestions: suggestions !== undefined });
  redirect(response, '/settings?saved=1');
};
