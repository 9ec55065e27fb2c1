import type { RequestHandler } from 'express';
import { changeSettings } from '../../actions/change-settings.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { sentSettings } from '../../domain/person-settings.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { sendSettings } from './edit.tsx';

/** Saves the person's settings. */
export const updateSettings: RequestHandler = async (request, response) => {
  const typed = sentSettings(fieldsOf(request));
  try {
    await changeSettings(response.locals.database.db, response.locals.atDesk.person, typed);
    redirect(response, '/settings?saved=1');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendSettings(request, response, { typed, problems: error.fields }, 422);
  }
};
