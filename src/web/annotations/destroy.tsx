import type { RequestHandler } from 'express';
import { removeAnnotation } from '../../actions/remove-annotation.ts';
import { sendChanges } from '../articles/changed.tsx';
import { changing } from '../changing.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { versionField } from './form.ts';
import { loadFrom } from './load.ts';
import { sendNoRow } from './row.tsx';

/**
 * Deletes an annotation; undo brings it back. The version comes in the form, or for a bare DELETE in the
 * query.
 */
export const destroyAnnotation: RequestHandler = changing(async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await loadFrom(request, response);
  const fields = fieldsOf(request);
  const version = versionField({ version: queryOf(request, 'version'), ...fields });
  const saved = await removeAnnotation(db, loaded, version);
  if (!wantsFragments(request)) return redirect(response, `/articles/${loaded.article.id}`);
  if (fields.view === 'row') return sendNoRow(response, loaded);
  await sendChanges(response, loaded, saved);
});
