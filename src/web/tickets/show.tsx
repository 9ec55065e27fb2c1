import type { Request, RequestHandler, Response } from 'express';
import { FirstOwnerPage, type Problems, ResetPage } from '../../../views/tickets/show.tsx';
import { MIN_PASSWORD } from '../../accounts/password-rules.ts';
import { ownerOfReset } from '../../accounts/passwords.ts';
import { readTicket } from '../../accounts/tickets.ts';
import { t } from '../../messages/language.ts';
import { pathPart } from '../fields.ts';
import { sendPlainPage } from '../render.tsx';

/** What a link that was given out leads to: becoming the first owner, or setting a password. */
export const showTicket: RequestHandler = async (request, response) => {
  await sendTicket(request, response, {});
};

export interface TypedTicket {
  readonly typed?: { readonly name?: string | undefined; readonly signIn?: string | undefined };
  readonly problems?: Problems;
}

/** Answers with the form of a link, new or again. Looking at it does not use it up: programs that read mail do that. */
export async function sendTicket(
  request: Request,
  response: Response,
  { typed = {}, problems = {} }: TypedTicket,
  status = 200,
): Promise<void> {
  const token = pathPart(request, 'token');
  const { db } = response.locals.database;
  const action = `/tickets/${encodeURIComponent(token)}`;
  const leastPassword = MIN_PASSWORD;
  if (await readTicket(db, 'first-owner', token)) {
    const children = <FirstOwnerPage {...{ action, typed, problems, leastPassword }} />;
    return sendPlainPage(response, { title: t('signIn.firstOwner'), children }, status);
  }
  const { name, signIn } = await ownerOfReset(db, token);
  const children = <ResetPage {...{ action, name, signIn, leastPassword }} problem={problems.password} />;
  sendPlainPage(response, { title: t('signIn.reset'), children }, status);
}
