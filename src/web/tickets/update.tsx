import type { Request, RequestHandler, Response } from 'express';
import { becomeFirstOwner } from '../../accounts/open-account.ts';
import { resetPassword } from '../../accounts/passwords.ts';
import { readTicket } from '../../accounts/tickets.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { enter } from '../sign-in/enter.ts';
import { sendTicket } from './show.tsx';

/** Does what a link is for, uses it up and signs in. */
export const updateTicket: RequestHandler = async (request, response) => {
  const { name, sign_in } = fieldsOf(request);
  try {
    const accountId = await accountOf(request, response);
    await enter(request, response, { accountId, way: 'link', next: '/' });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendTicket(request, response, { typed: { name, signIn: sign_in }, problems: error.fields }, 422);
  }
};

async function accountOf(request: Request, response: Response): Promise<string> {
  const { name = '', sign_in = '', password = '' } = fieldsOf(request);
  const token = pathPart(request, 'token');
  const { db } = response.locals.database;
  if (!(await readTicket(db, 'first-owner', token))) return resetPassword(db, token, password, request.ip);
  return becomeFirstOwner(db, token, { name, signIn: sign_in, password }, request.ip);
}
