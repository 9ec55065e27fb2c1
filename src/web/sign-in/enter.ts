import type { Request, Response } from 'express';
import { asksForCode } from '../../accounts/one-time-codes.ts';
import { beginSecondStep, type SecondStep } from '../../accounts/second-step.ts';
import { TICKETS } from '../../accounts/tickets.ts';
import { setCookie } from '../cookies.ts';
import { redirect } from '../render.tsx';
import { signIn } from '../signed-in.ts';

/**
 * Signs somebody in who knows the password or has a link, and leads to the page that they wanted; where their account asks
 * for codes, to the form for one first.
 */
export async function enter(request: Request, response: Response, step: SecondStep): Promise<void> {
  const { db } = response.locals.database;
  if (!(await asksForCode(db, step.accountId))) {
    await signIn(request, response, step.accountId, step.way);
    return redirect(response, step.next);
  }
  setCookie(response, 'second-step', await beginSecondStep(db, step), TICKETS['second-step']);
  redirect(response, '/sign-in/code');
}
