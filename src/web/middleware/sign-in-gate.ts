import type { RequestHandler } from 'express';
import { currentSignIn } from '../../accounts/sessions.ts';
import { SignInNeededError } from '../../domain/errors.ts';
import { findPerson } from '../../store/members.ts';
import { clearCookie, readCookie } from '../cookies.ts';
import { signInAddress } from '../next.ts';
import { redirect, wantsFragments } from '../render.tsx';

/** Finds who is signed in, where people sign in at all. */
export const findSignedIn: RequestHandler = async (request, response, next) => {
  const { config, database } = response.locals;
  const token = config.accounts ? readCookie(request, response, 'session') : undefined;
  if (token !== undefined) {
    const signIn = await currentSignIn(database.db, token, request.ip);
    const atDesk = signIn && (await findPerson(database.db, signIn.accountId, signIn.isAdmin));
    if (atDesk) Object.assign(response.locals, { signIn, atDesk });
    else clearCookie(response, 'session');
  }
  next();
};

/** Lets nobody further who is not signed in. It stands before what reads bodies: those of strangers are not read. */
export const requireSignIn: RequestHandler = (request, response, next) => {
  if (!response.locals.config.accounts || response.locals.signIn) return next();
  const isPage = request.method === 'GET' && !wantsFragments(request);
  if (!isPage) throw new SignInNeededError();
  response.set('Cache-Control', 'no-store');
  redirect(response, signInAddress(request.originalUrl));
};
