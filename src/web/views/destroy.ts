import type { RequestHandler } from 'express';
import { addressWith } from '../../../views/annotations/_table.tsx';
import { forgetView } from '../../actions/keep-view.ts';
import { pathPart } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Deletes a view of the table; the table stays as it was shown, and the page says how to have the view back. */
export const destroyView: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { name, query } = await forgetView(
    response.locals.database.db,
    viewer.member,
    pathPart(request, 'id'),
  );
  const fields = Object.fromEntries(new URLSearchParams(query));
  redirect(response, addressWith(viewer, '/annotations', { ...fields, forgot: name }));
};
