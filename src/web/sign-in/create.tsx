import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { HeldPage } from '../../../views/sign-in/held.tsx';
import { accountByPassword } from '../../accounts/sign-in.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { fieldsHeld, goOnWith, heldFormOf } from '../held-form.ts';
import { nextPage } from '../next.ts';
import { redirect, sendPlainPage, wantsFragments } from '../render.tsx';
import { signIn } from '../signed-in.ts';
import { sendSignedInAgain, sendSignIn, sendSignInInPlace } from './new.tsx';

/** Signs somebody in by name and password, and goes on with what they wanted. */
export const createSignIn: RequestHandler = async (request, response, next) => {
  const { name = '', password = '' } = fieldsOf(request);
  const { config, database } = response.locals;
  if (!config.accounts) return redirect(response, nextPage(fieldsOf(request).next));
  try {
    const device = readCookie(request, response, 'device');
    const accountId = await accountByPassword(database.db, { name, password, address: request.ip, device });
    await signIn(request, response, accountId, 'password');
  } catch (error) {
    if (!(error instanceof InvalidInputError || error instanceof TooManyError)) throw error;
    return askAgain(request, response, error);
  }
  goOn(request, response, next);
};

function askAgain(request: Request, response: Response, error: InvalidInputError | TooManyError): void {
  const { name, next, person = '' } = fieldsOf(request);
  if (error instanceof TooManyError) response.set('Retry-After', String(error.seconds));
  const status = error instanceof TooManyError ? 429 : 422;
  const again = { name, problem: error.message };
  if (wantsFragments(request)) sendSignInInPlace(response, { ...again, person }, status);
  else sendSignIn(response, { ...again, next: nextPage(next), held: heldFormOf(request) }, status);
}

/**
 * Goes on behind a sign-in, whatever way it went: in place on the page that asked, with a form that was typed before, or
 * on the page that was wanted. What one account typed is never sent as another.
 */
export function goOn(request: Request, response: Response, next: NextFunction): void {
  const { next: page, person } = fieldsOf(request);
  const accountId = response.locals.signIn?.accountId;
  if (wantsFragments(request)) return goOnInPlace(response, person === accountId);
  const held = heldFormOf(request);
  if (held === undefined) return redirect(response, nextPage(page));
  if (held.of === accountId) return goOnWith(held, request, next);
  if (held.of !== '') return redirect(response, '/');
  const children = <HeldPage path={held.path} fields={fieldsHeld(held)} />;
  sendPlainPage(response, { title: t('signIn.held'), children });
}

/** The page of somebody else is left; what they had not saved waits in it for them. */
function goOnInPlace(response: Response, isSamePerson: boolean): void {
  if (isSamePerson) sendSignedInAgain(response);
  else response.set('HX-Redirect', '/').status(200).end();
}
