import type { RequestHandler } from 'express';
import { changeProject } from '../../actions/change-project.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { sentProjectSettings } from '../../domain/person-settings.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { stateFragments } from '../settings/edit.tsx';
import { viewerOfProject } from './load.ts';
import { sendProject } from './show.tsx';

/** Saves those settings of the project that the form holds. */
export const updateProject: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  const typed = sentProjectSettings(fieldsOf(request));
  try {
    await changeProject(response.locals.database.db, member, typed);
    if (!wantsFragments(request))
      return redirect(response, `/projects/${encodeURIComponent(project.slug)}?done=saved`);
    sendFragments(response, stateFragments(request, typed.name === undefined ? [] : ['project_name'], {}));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const { fields: problems } = error;
    if (!wantsFragments(request)) return sendProject(request, response, { typed, problems }, 422);
    sendFragments(response, stateFragments(request, Object.keys(problems), problems), 422);
  }
};
