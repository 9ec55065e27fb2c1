import type { Request, RequestHandler, Response } from 'express';
import { SignInInPlace, SignInPage, type SignInPageProps } from '../../../views/sign-in/new.tsx';
import { lastAccount } from '../../accounts/devices.ts';
import { describeOwner } from '../../accounts/passwords.ts';
import { t } from '../../messages/language.ts';
import { readCookie } from '../cookies.ts';
import { queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect, sendOpenFragments, sendPlainPage, wantsFragments } from '../render.tsx';

/** The form to sign in with; whoever is signed in goes on. Over a page whose sign-in has ended it comes as a fragment. */
export const newSignIn: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  const { config, signIn } = response.locals;
  const person = queryOf(request, 'person');
  if (wantsFragments(request)) {
    if (signIn?.accountId === person) return sendSignedInAgain(response);
    return sendSignInInPlace(response, { person, name: await lastSignInName(request, response) });
  }
  if (!config.accounts || signIn) return redirect(response, next);
  sendSignIn(response, { next });
};

/** Answers with the form to sign in with, new or again. */
export function sendSignIn(response: Response, form: SignInPageProps, status = 200): void {
  sendPlainPage(response, { title: t('signIn.heading'), children: <SignInPage {...form} /> }, status);
}

export interface InPlace {
  readonly person: string;
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
}

/** The same for the dialog of a page. */
export function sendSignInInPlace(response: Response, form: InPlace, status = 200): void {
  sendOpenFragments(response, [<SignInInPlace {...form} />], status);
}

/** Tells the page that it can go on with what it could not do. */
export function sendSignedInAgain(response: Response): void {
  response.set('HX-Trigger', 'signed-in');
  sendOpenFragments(response, []);
}

/** What who was signed in last in this browser signs in with; it stands in the form already. */
export async function lastSignInName(request: Request, response: Response): Promise<string | undefined> {
  const { db } = response.locals.database;
  const accountId = await lastAccount(db, readCookie(request, response, 'device'));
  return accountId === undefined ? undefined : (await describeOwner(db, accountId)).signIn;
}
