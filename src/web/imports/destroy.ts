import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { cancelImport } from '../../import/receive.ts';
import { redirect } from '../render.tsx';
import { importFrom } from './load.ts';

/** Throws an import away that has not begun. */
export const destroyImport: RequestHandler = async (request, response) => {
  const { found, viewer } = await importFrom(request, response);
  await cancelImport(response.locals.database.db, viewer.member, found.id);
  redirect(response, inProject(viewer, '/imports'));
};
