import type { RequestHandler } from 'express';
import { InvalidInputError } from '../../domain/errors.ts';
import { beginAnnotationImport } from '../../import/receive.ts';
import { sentFiles } from '../middleware/upload.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { sendNewImport } from './new.tsx';

/** Takes files of annotations in; nothing is stored until their labels have been looked at. */
export const createImport: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  try {
    const { id } = await beginAnnotationImport(response.locals.database.db, member, sentFiles(request));
    redirect(response, `/imports/${id}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendNewImport(request, response, error.fields.file);
  }
};
