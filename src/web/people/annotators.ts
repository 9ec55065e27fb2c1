import type { RequestHandler } from 'express';
import { changeImported } from '../../actions/people/change-annotator.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { redirect } from '../render.tsx';
import { sendPeople } from './index.tsx';

/** Says whose a name is that came with files, and what it is called; the page that follows offers to undo it. */
export const updateAnnotator: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  const id = pathPart(request, 'id');
  const { name = '', account = '' } = fieldsOf(request);
  try {
    const typed = { name, accountId: account === '' ? null : account };
    const before = await changeImported(response.locals.database.db, member, id, typed, {
      address: request.ip,
    });
    const was = new URLSearchParams({ annotator: id, name: before.name, account: before.accountId ?? '' });
    redirect(response, `/projects/${encodeURIComponent(project.slug)}/people?${was}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const annotator = { id, name, account };
    await sendPeople(request, response, { annotator, problems: error.fields }, 422);
  }
};
