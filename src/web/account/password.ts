import type { RequestHandler } from 'express';
import { changePassword } from '../../accounts/change-sign-in.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { renewSignIn } from '../signed-in.ts';
import { sendAccount } from './show.tsx';

/** Changes the password; whoever is signed in elsewhere is out. */
export const updatePassword: RequestHandler = async (request, response) => {
  const { current = '', password = '' } = fieldsOf(request);
  const { database, atDesk } = response.locals;
  const who = { accountId: atDesk.person.id, address: request.ip };
  const device = readCookie(request, response, 'device');
  try {
    await changePassword(database.db, who, { current, password, device });
  } catch (error) {
    if (error instanceof InvalidInputError)
      return sendAccount(request, response, { problems: error.fields }, 422);
    if (!(error instanceof TooManyError)) throw error;
    response.set('Retry-After', String(error.seconds));
    return sendAccount(request, response, { problems: { current: error.message } }, 429);
  }
  await renewSignIn(request, response, who.accountId);
  redirect(response, '/account?saved=1');
};
