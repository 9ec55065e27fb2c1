import type { RequestHandler } from 'express';
import { copyProject } from '../../actions/projects/copy-project.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOfProject } from './load.ts';
import { sendProject } from './show.tsx';

/** Makes a copy of a project; where its articles are to come too, the page of that work follows. */
export const createCopy: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  const { copy_name: name = '', articles } = fieldsOf(request);
  const copy = { name, withArticles: articles === '1' };
  try {
    const made = await copyProject(response.locals.database.db, member, project, copy);
    const own = `/projects/${encodeURIComponent(made.slug)}?done=created`;
    redirect(response, made.importId ? `/imports/${made.importId}` : own);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const { name: problem = '' } = error.fields;
    sendProject(request, response, { copy, problems: { copy_name: problem } }, 422);
  }
};
