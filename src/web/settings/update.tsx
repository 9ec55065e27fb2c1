import type { RequestHandler } from 'express';
import { changeSettings } from '../../actions/change-settings.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { sentSettings } from '../../domain/person-settings.ts';
import { fieldsOf } from '../fields.ts';
import { sendRefused, sendSaved } from './edit.tsx';

/** Saves those of the person's settings that the form holds. */
export const updateSettings: RequestHandler = async (request, response) => {
  const { database, atDesk } = response.locals;
  const typed = sentSettings(fieldsOf(request));
  try {
    await changeSettings(database.db, atDesk.person, typed);
    sendSaved(request, response, typed.name === undefined ? [] : ['name']);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    sendRefused(request, response, { typed, problems: error.fields });
  }
};
