import type { Request, RequestHandler, Response } from 'express';
import { ConfirmationPage } from '../../../views/sign-in/confirmation.tsx';
import { describeOwner } from '../../accounts/passwords.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect, sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Asks whether it is still the person who signed in, before something that others must not do. */
export const newConfirmation: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  if (!response.locals.signIn) return redirect(response, next);
  await sendConfirmation(request, response, { next, back: '/account' });
};

export interface ConfirmationForm {
  readonly next: string;
  /** The page from which it was asked for. */
  readonly back: string;
  readonly problem?: string | undefined;
}

/** Answers with the form that asks for it, new or again. */
export async function sendConfirmation(
  request: Request,
  response: Response,
  form: ConfirmationForm,
  status = 200,
): Promise<void> {
  const { database, atDesk } = response.locals;
  const { signIn } = await describeOwner(database.db, atDesk.person.id);
  const children = <ConfirmationPage {...form} signIn={signIn} />;
  sendPage(
    response,
    viewerOf(request, response),
    { title: t('signIn.confirmation'), kind: 'form', children },
    status,
  );
}
