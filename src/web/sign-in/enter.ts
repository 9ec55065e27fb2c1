import type { Request, Response } from 'express';
import { asksForCode } from '../../accounts/one-time-codes.ts';
import { beginSecondStep, type SecondStep } from '../../accounts/second-step.ts';
import { TICKETS } from '../../accounts/tickets.ts';
import { setCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { signIn } from '../signed-in.ts';
import { sendCodeInPlace, sendSignedInAgain } from './new.tsx';

/**
 * Signs somebody in who knows the password or has a link, and leads to the page that they wanted; where their account asks
 * for codes, to the form for one first.
 */
export async function enter(request: Request, response: Response, step: SecondStep): Promise<void> {
  const { db } = response.locals.database;
  if (!(await asksForCode(db, step.accountId))) {
    await signIn(request, response, step.accountId, step.way);
    return goOn(request, response, step.next);
  }
  setCookie(response, 'second-step', await beginSecondStep(db, step), TICKETS['second-step']);
  const { person } = fieldsOf(request);
  if (wantsFragments(request) && person !== undefined) sendCodeInPlace(response, person);
  else redirect(response, '/sign-in/code');
}

/**
 * Goes on behind a sign-in: on the page that was wanted, or in place on the page that asked. The page of somebody else is
 * left; what they had not saved waits in it for them.
 */
export function goOn(request: Request, response: Response, next: string): void {
  if (!wantsFragments(request)) return redirect(response, next);
  if (fieldsOf(request).person === response.locals.signIn?.accountId) return sendSignedInAgain(response);
  response.set('HX-Redirect', '/').status(200).end();
}
