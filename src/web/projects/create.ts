import type { RequestHandler } from 'express';
import { createProject } from '../../actions/projects/create-project.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { makerOf, sendProjects } from './index.tsx';

/** Makes a project and opens it. */
export const createNewProject: RequestHandler = async (request, response) => {
  const { name = '' } = fieldsOf(request);
  try {
    const project = await createProject(response.locals.database.db, makerOf(response), name);
    redirect(response, `/?project=${encodeURIComponent(project.slug)}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendProjects(request, response, { name, problem: error.fields.name }, 422);
  }
};
