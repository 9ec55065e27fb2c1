import type { Request, RequestHandler, Response } from 'express';
import { changeRole, passOwnership, removePerson } from '../../actions/people/change-people.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { redirect } from '../render.tsx';
import { roleIn, untilIn } from './form.ts';
import { sendPeople } from './index.tsx';

/** Gives somebody in the project another role and end. */
export const updatePerson: RequestHandler = async (request, response) => {
  const { member } = viewerOfProject(request, response);
  const accountId = pathPart(request, 'id');
  const fields = fieldsOf(request);
  const problems: Record<string, string> = {};
  const wanted = { role: roleIn(fields, problems), until: untilIn(fields, problems) };
  const typed = { accountId, role: fields.role, until: fields.until };
  try {
    if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
    await changeRole(response.locals.database.db, member, accountId, wanted, { address: request.ip });
    goOn(request, response, 'saved');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendPeople(request, response, { person: typed, problems: error.fields }, 422);
  }
};

/** Takes somebody out of the project; whoever takes themselves out goes on with what is left. */
export const destroyPerson: RequestHandler = async (request, response) => {
  const { member } = viewerOfProject(request, response);
  const accountId = pathPart(request, 'id');
  try {
    await removePerson(response.locals.database.db, member, accountId, { address: request.ip });
    if (accountId === member.accountId) return redirect(response, '/projects');
    goOn(request, response, 'removed');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendPeople(request, response, { problems: error.fields }, 422);
  }
};

/** Makes somebody else the owner, and the person an adjudicator. */
export const updateOwnership: RequestHandler = async (request, response) => {
  const { member } = viewerOfProject(request, response);
  const { to = '' } = fieldsOf(request);
  try {
    await passOwnership(response.locals.database.db, member, to, { address: request.ip });
    goOn(request, response, 'passed');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendPeople(request, response, { problems: error.fields }, 422);
  }
};

/** The page of people again, which says what was done. */
export function goOn(request: Request, response: Response, done: string): void {
  redirect(response, `/projects/${encodeURIComponent(pathPart(request, 'slug'))}/people?done=${done}`);
}
