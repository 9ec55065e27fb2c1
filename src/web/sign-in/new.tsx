import type { RequestHandler, Response } from 'express';
import { SignInPage } from '../../../views/sign-in/new.tsx';
import { t } from '../../messages/language.ts';
import { deskPasskeys } from '../desk-address.ts';
import { queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect, sendPlainPage } from '../render.tsx';

/** The form to sign in with; whoever is signed in goes on. */
export const newSignIn: RequestHandler = (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  const { config, signIn } = response.locals;
  if (!config.accounts || signIn) return redirect(response, next);
  sendSignIn(response, { next });
};

export interface SignInForm {
  readonly next: string;
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
  /** Why another way did not lead in. */
  readonly refused?: string | undefined;
}

/** Answers with the form to sign in with, new or again. */
export function sendSignIn(response: Response, form: SignInForm, status = 200): void {
  const { mail, oidc } = response.locals.config;
  const others = { provider: oidc?.name, passkeys: deskPasskeys(response) !== null };
  const children = <SignInPage {...form} others={others} mails={mail !== undefined} />;
  sendPlainPage(response, { title: t('signIn.heading'), children }, status);
}
