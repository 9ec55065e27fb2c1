import type { RequestHandler } from 'express';
import { MAX_ARTICLES_AT_ONCE } from '../../actions/assignments/chosen-articles.ts';
import { require } from '../../domain/permission.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendAssignments } from './page.tsx';

/** Who codes what in a project; `?article=` names those that were ticked in a list, once for each. */
export const indexAssignments: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'seeProgress');
  const named = [request.query.article ?? []].flat().filter((id) => typeof id === 'string');
  await sendAssignments(request, response, viewer, { ticked: named.slice(0, MAX_ARTICLES_AT_ONCE) });
};
