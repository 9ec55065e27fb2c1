import type { RequestHandler } from 'express';
import { changeSight } from '../../actions/projects/change-sight.ts';
import type { SightSettings } from '../../domain/permission.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOfProject } from './load.ts';

/** Changes what coders see from now on; what the form does not hold stays. */
export const updateSight: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  await changeSight(response.locals.database.db, member, sent(fieldsOf(request)), { address: request.ip });
  redirect(response, `/projects/${encodeURIComponent(project.slug)}?done=switched`);
};

function sent(fields: ReturnType<typeof fieldsOf>): Partial<SightSettings> {
  const { see_result: result, see_others: others, see_names: names } = fields;
  return {
    ...(result !== undefined && { showsResult: result === '1' }),
    ...(others !== undefined && { isBlind: others !== '1' }),
    ...(names !== undefined && { showsNames: names === '1' }),
  };
}
