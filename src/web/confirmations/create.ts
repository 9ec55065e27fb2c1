import type { RequestHandler } from 'express';
import { confirmByPassword } from '../../accounts/confirm.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { renewSignIn } from '../signed-in.ts';
import { sendConfirmation } from './new.tsx';

/** Takes the proof, and goes on with what it was asked for. */
export const createConfirmation: RequestHandler = async (request, response) => {
  const { password = '', next: asked, back } = fieldsOf(request);
  const { database, signIn } = response.locals;
  const next = nextPage(asked);
  if (!signIn) return redirect(response, next);
  try {
    const device = readCookie(request, response, 'device');
    await confirmByPassword(database.db, signIn.accountId, { password, address: request.ip, device });
  } catch (error) {
    if (!(error instanceof InvalidInputError || error instanceof TooManyError)) throw error;
    const status = error instanceof TooManyError ? 429 : 422;
    return sendConfirmation(response, { next, back: nextPage(back), problem: error.message }, status);
  }
  await renewSignIn(request, response, signIn.accountId);
  redirect(response, next);
};
