import type { Request, RequestHandler, Response } from 'express';
import { CodeInPlace } from '../../../views/sign-in/code.tsx';
import { SignInInPlace, type SignInInPlaceProps, SignInPage } from '../../../views/sign-in/new.tsx';
import { lastAccount } from '../../accounts/devices.ts';
import { describeOwner } from '../../accounts/passwords.ts';
import { t } from '../../messages/language.ts';
import { readCookie } from '../cookies.ts';
import { deskPasskeys } from '../desk-address.ts';
import { queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect, sendOpenFragments, sendPlainPage, wantsFragments } from '../render.tsx';

/** The form to sign in with; whoever is signed in goes on. Over a page whose sign-in has ended it comes as a fragment. */
export const newSignIn: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  const { config, signIn } = response.locals;
  if (config.accounts && wantsFragments(request)) {
    const person = queryOf(request, 'person');
    if (signIn?.accountId === person) return sendSignedInAgain(response);
    return sendSignInInPlace(response, { person, name: await lastSignInName(request, response) });
  }
  if (!config.accounts || signIn) return redirect(response, next);
  sendSignIn(response, { next });
};

export interface SignInForm {
  readonly next: string;
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
  /** Why another way did not lead in. */
  readonly refused?: string | undefined;
  /** What to know first. */
  readonly notice?: string | undefined;
}

/** Answers with the form to sign in with, new or again. */
export function sendSignIn(response: Response, form: SignInForm, status = 200): void {
  const { mail, oidc } = response.locals.config;
  const others = { provider: oidc?.name, passkeys: deskPasskeys(response) !== null };
  const children = <SignInPage {...form} others={others} mails={mail !== undefined} />;
  sendPlainPage(response, { title: t('signIn.heading'), children }, status);
}

/** The same for the dialog of a page. */
export function sendSignInInPlace(response: Response, form: SignInInPlaceProps, status = 200): void {
  sendOpenFragments(response, [<SignInInPlace {...form} />], status);
}

/** Asks for the code behind the password in the dialog of a page. */
export function sendCodeInPlace(response: Response, person: string): void {
  sendOpenFragments(response, [<CodeInPlace problems={{}} person={person} />]);
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
