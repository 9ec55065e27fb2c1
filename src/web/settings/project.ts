import type { RequestHandler } from 'express';
import { changeProject } from '../../actions/change-project.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { sentProjectSettings } from '../../domain/person-settings.ts';
import { fieldsOf } from '../fields.ts';
import { viewerOf } from '../viewer.ts';
import { sendRefused, sendSaved } from './edit.tsx';

/** Saves those settings of the project that the address names which the form holds. */
export const updateProjectSettings: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  const typedProject = sentProjectSettings(fieldsOf(request));
  try {
    await changeProject(response.locals.database.db, member, typedProject);
    sendSaved(request, response, typedProject.name === undefined ? [] : ['project_name']);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    sendRefused(request, response, { typedProject, problems: error.fields });
  }
};
