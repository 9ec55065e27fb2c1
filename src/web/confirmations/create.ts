import type { RequestHandler } from 'express';
import { confirmByPassword } from '../../accounts/confirm.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { goOnWith, heldFormOf } from '../held-form.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { renewSignIn } from '../signed-in.ts';
import { sendConfirmation } from './new.tsx';

/** Takes the proof, and goes on with what it was asked for. */
export const createConfirmation: RequestHandler = async (request, response, goOn) => {
  const { password = '', next: asked } = fieldsOf(request);
  const { database, signIn } = response.locals;
  const next = nextPage(asked);
  const held = heldFormOf(request);
  if (!signIn) return redirect(response, next);
  try {
    const device = readCookie(request, response, 'device');
    await confirmByPassword(database.db, signIn.accountId, { password, address: request.ip, device });
  } catch (error) {
    if (!(error instanceof InvalidInputError || error instanceof TooManyError)) throw error;
    const status = error instanceof TooManyError ? 429 : 422;
    return sendConfirmation(request, response, { next, held, problem: error.message }, status);
  }
  await renewSignIn(request, response, signIn.accountId);
  if (held) goOnWith(held, request, goOn);
  else redirect(response, next);
};
