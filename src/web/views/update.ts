import type { RequestHandler } from 'express';
import { addressWith } from '../../../views/annotations/_table.tsx';
import { renameOwnView } from '../../actions/keep-view.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { listViews } from '../../store/saved-views.ts';
import { sendTablePage } from '../annotations/index.tsx';
import { queryIn } from '../annotations/table-query.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Gives a view of the table another name. */
export const updateView: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { db } = response.locals.database;
  const id = pathPart(request, 'id');
  const { name = '' } = fieldsOf(request);
  try {
    const { query } = await renameOwnView(db, viewer.member, id, name);
    redirect(response, addressWith(viewer, `/annotations?${query}`, {}));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const view = (await listViews(db, viewer.member)).find((one) => one.id === id);
    const query = queryIn(`/annotations?${view?.query ?? ''}`, viewer.project.codebook);
    const viewProblem = { id, name, problem: error.message };
    await sendTablePage(request, response, viewer, { query, viewProblem, status: 422 });
  }
};
