import type { RequestHandler } from 'express';
import { chooseSuggestions } from '../../actions/choose-suggestions.ts';
import { readChoice } from '../../domain/suggestion.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { viewerOf } from '../viewer.ts';
import { sendSaved } from './edit.tsx';

/** Saves which suggestions the person wants to see in the project that the address names. */
export const updateSuggestionSettings: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  const choice = readChoice(allFieldsOf(request, 'kinds'), fieldsOf(request).sureness);
  await chooseSuggestions(response.locals.database.db, member, choice);
  sendSaved(request, response, []);
};
