import type { Request, RequestHandler, Response } from 'express';
import { lastAccount } from '../../accounts/devices.ts';
import { SignInNeededError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { readCookie } from '../cookies.ts';
import { holdFor } from '../held-forms/hold.ts';
import { readForm } from '../held-forms/read.ts';
import { signInAddress } from '../next.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { lastSignInName, sendSignIn } from '../sign-in/new.tsx';
import { findByToken } from '../signed-in.ts';

/** Whose page it is that sends something; what another was signed in for meanwhile is not theirs. */
const OF_PERSON = 'Of-Person';

/** Finds who is signed in, where people sign in at all. */
export const findSignedIn: RequestHandler = async (request, response, next) => {
  const token = response.locals.config.accounts ? readCookie(request, response, 'session') : undefined;
  // The cookie of a sign-in that has ended stays: it tells that nobody signed out here.
  if (token !== undefined) await findByToken(request, response, token);
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
    else holdAndAsk(request, response).catch(next);
  });
};

/**
 * Asks to sign in, and keeps what was typed for whoever was signed in here last. Not where they have signed out: somebody
 * else may have typed it since.
 */
async function holdAndAsk(request: Request, response: Response): Promise<void> {
  const { db } = response.locals.database;
  const hasSignedOut = readCookie(request, response, 'session') === undefined;
  const device = hasSignedOut ? undefined : readCookie(request, response, 'device');
  const accountId = await lastAccount(db, device);
  const { body }: { readonly body?: unknown } = request;
  const isHeld = accountId !== undefined && typeof body === 'string';
  const next = isHeld ? await holdFor(response, accountId, { path: request.originalUrl, body }) : '/';
  const notice = t(isHeld ? 'signIn.endedHeld' : 'signIn.endedNotHeld');
  sendSignIn(response, { next, name: await lastSignInName(request, response), notice }, 401);
}
