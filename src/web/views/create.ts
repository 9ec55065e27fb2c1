import type { RequestHandler } from 'express';
import { addressWith } from '../../../views/annotations/_table.tsx';
import { keepView } from '../../actions/keep-view.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { sendTablePage } from '../annotations/index.tsx';
import { queryIn, queryText } from '../annotations/table-query.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Keeps a view of the table under a name. */
export const createView: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { name = '', query: written = '' } = fieldsOf(request);
  const query = queryIn(`/annotations?${written}`, viewer.project.codebook);
  try {
    const kept = await keepView(response.locals.database.db, viewer.member, {
      name,
      query: queryText(query),
    });
    redirect(response, addressWith(viewer, `/annotations?${kept.query}`, {}));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const viewProblem = { name, problem: error.message };
    await sendTablePage(request, response, viewer, { query, viewProblem, status: 422 });
  }
};
