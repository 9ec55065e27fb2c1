import type { RequestHandler } from 'express';
import { accountByPassword } from '../../accounts/sign-in.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { enter } from './enter.ts';
import { sendSignIn } from './new.tsx';

/** Signs somebody in by name and password, and leads to the page that they wanted. */
export const createSignIn: RequestHandler = async (request, response) => {
  const { name = '', password = '', next } = fieldsOf(request);
  const page = nextPage(next);
  const { config, database } = response.locals;
  if (!config.accounts) return redirect(response, page);
  try {
    const device = readCookie(request, response, 'device');
    const accountId = await accountByPassword(database.db, { name, password, address: request.ip, device });
    await enter(request, response, { accountId, way: 'password', next: page });
  } catch (error) {
    if (error instanceof InvalidInputError)
      return sendSignIn(response, { next: page, name, problem: error.message }, 422);
    if (!(error instanceof TooManyError)) throw error;
    response.set('Retry-After', String(error.seconds));
    sendSignIn(response, { next: page, name, problem: error.message }, 429);
  }
};
