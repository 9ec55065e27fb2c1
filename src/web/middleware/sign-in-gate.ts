import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { lastAccount } from '../../accounts/devices.ts';
import { SignInNeededError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { clearCookie, readCookie } from '../cookies.ts';
import { HELD_BYTES } from '../held-form.ts';
import { nextPage, signInAddress } from '../next.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { lastSignInName, sendSignIn } from '../sign-in/new.tsx';
import { findByToken } from '../signed-in.ts';

/** Whose page it is that sends something; what another was signed in for meanwhile is not theirs. */
const OF_PERSON = 'Of-Person';

/** Finds who is signed in, where people sign in at all. */
export const findSignedIn: RequestHandler = async (request, response, next) => {
  const token = response.locals.config.accounts ? readCookie(request, response, 'session') : undefined;
  if (token !== undefined && !(await findByToken(request, response, token))) clearCookie(response, 'session');
  next();
};

/** Lets nobody further who is not signed in. It stands before what reads bodies: those of strangers are not read. */
export const requireSignIn: RequestHandler = (request, response, next) => {
  const { config, signIn } = response.locals;
  if (!config.accounts) return next();
  const person = request.get(OF_PERSON);
  if (signIn && (person === undefined || person === signIn.accountId)) return next();
  if (signIn || wantsFragments(request)) throw new SignInNeededError();
  response.set('Cache-Control', 'no-store');
  if (request.method === 'GET' || request.method === 'HEAD')
    return redirect(response, signInAddress(request.originalUrl));
  if (request.method !== 'POST') throw new SignInNeededError();
  readForm(request, response, (error: unknown) => {
    if (error) next(error);
    else holdForm(request, response).catch(next);
  });
};

const FORM = 'application/x-www-form-urlencoded';
const asItIs = express.text({ type: FORM, limit: HELD_BYTES });

/** The bytes of a plain form that is not too long to be carried along; nothing of any other. */
function readForm(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.get('Content-Length') ?? Number.NaN);
  if (request.is(FORM) && length <= HELD_BYTES) asItIs(request, response, next);
  else next();
}

/** Asks to sign in, and carries what was typed through that. */
async function holdForm(request: Request, response: Response): Promise<void> {
  const { db } = response.locals.database;
  const of = await lastAccount(db, readCookie(request, response, 'device'));
  const { body }: { readonly body?: unknown } = request;
  const held =
    typeof body === 'string' ? { path: nextPage(request.originalUrl), body, of: of ?? '' } : undefined;
  const notice = t(held ? 'signIn.endedHeld' : 'signIn.endedNotHeld');
  const name = await lastSignInName(request, response);
  sendSignIn(response, { next: '/', name, held, notice }, 401);
}
