import type { RequestHandler } from 'express';
import { redoImport, undoImport } from '../../import/undo.ts';
import { noteDeed } from '../audit/note.ts';
import { redirect } from '../render.tsx';
import { importFrom } from './load.ts';

/** Takes all of an import back; what people changed since stays. */
export const undoWholeImport: RequestHandler = async (request, response) => {
  const { found, viewer } = await importFrom(request, response);
  await undoImport(response.locals.database, viewer.member, found.id);
  const told = { projectId: viewer.project.id, subject: found.id };
  await noteDeed(request, response, { action: 'import-undone', ...told });
  redirect(response, `/imports/${found.id}`);
};

/** Brings it in again. */
export const redoWholeImport: RequestHandler = async (request, response) => {
  const { found, viewer } = await importFrom(request, response);
  await redoImport(response.locals.database, viewer.member, found.id);
  const told = { projectId: viewer.project.id, subject: found.id };
  await noteDeed(request, response, { action: 'import-redone', ...told });
  redirect(response, `/imports/${found.id}`);
};
