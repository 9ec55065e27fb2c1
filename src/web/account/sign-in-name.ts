import type { RequestHandler } from 'express';
import { changeSignInName } from '../../accounts/change-sign-in.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { sendAccount } from './show.tsx';

/** Changes what the person signs in with. */
export const updateSignInName: RequestHandler = async (request, response) => {
  const { sign_in = '' } = fieldsOf(request);
  const { database, atDesk } = response.locals;
  try {
    await changeSignInName(database.db, { accountId: atDesk.person.id, address: request.ip }, sign_in);
    redirect(response, '/account?saved=1');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendAccount(request, response, { typedSignIn: sign_in, problems: error.fields }, 422);
  }
};
