import type { Request, RequestHandler, Response } from 'express';
import { accountByPassword } from '../../accounts/sign-in.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { enter } from './enter.ts';
import { sendSignIn, sendSignInInPlace } from './new.tsx';

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
    if (!(error instanceof InvalidInputError || error instanceof TooManyError)) throw error;
    askAgain(request, response, error);
  }
};

function askAgain(request: Request, response: Response, error: InvalidInputError | TooManyError): void {
  const { name, next, person = '' } = fieldsOf(request);
  const isTooMany = error instanceof TooManyError;
  if (isTooMany) response.set('Retry-After', String(error.seconds));
  const again = { name, problem: error.message };
  const status = isTooMany ? 429 : 422;
  if (wantsFragments(request)) sendSignInInPlace(response, { ...again, person }, status);
  else sendSignIn(response, { ...again, next: nextPage(next) }, status);
}
