import type { Request, RequestHandler, Response } from 'express';
import { removeAnnotation } from '../../actions/remove-annotation.ts';
import { articleOfStep } from '../../store/steps.ts';
import { sendChanges } from '../articles/changed.tsx';
import { changing } from '../changing.ts';
import { fieldsOf, pathPart, queryOf } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { withStep } from '../steps/undo.ts';
import { viewerOf } from '../viewer.ts';
import { versionField } from './form.ts';
import { formKeyOf, loadFrom } from './load.ts';
import { sendNoRow } from './row.tsx';

/**
 * Deletes an annotation; undo brings it back. The version comes in the form, or for a bare DELETE in the
 * query.
 */
export const destroyAnnotation: RequestHandler = changing(async (request, response) => {
  const fields = fieldsOf(request);
  if (fields.view === 'row') return destroyRow(request, response);
  const { db } = response.locals.database;
  const loaded = await loadFrom(request, response);
  const version = versionField({ version: queryOf(request, 'version'), ...fields });
  const saved = await removeAnnotation(db, loaded, version);
  if (wantsFragments(request)) return sendChanges(response, loaded, saved);
  redirect(response, `/articles/${loaded.article.id}`);
});

/** Deletes the annotation of a row of the table, which stays where it is asked for. */
async function destroyRow(request: Request, response: Response): Promise<void> {
  const { db } = response.locals.database;
  const { atDesk } = response.locals;
  const step = requestKeyOf(request) ?? formKeyOf(request);
  const isDone = step !== undefined && (await articleOfStep(db, atDesk.person.id, step)) !== null;
  if (!isDone) {
    const loaded = await loadFrom(request, response);
    await removeAnnotation(db, loaded, versionField(fieldsOf(request)));
  }
  const id = pathPart(request, 'id');
  if (wantsFragments(request)) return sendNoRow(response, viewerOf(request, response), id, step);
  redirect(response, withStep(fieldsOf(request).back ?? '/annotations', { deleted: `${id}.${step ?? ''}` }));
}
