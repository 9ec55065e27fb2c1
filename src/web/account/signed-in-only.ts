import type { Request, RequestHandler, Response } from 'express';
import { isConfirmed } from '../../accounts/sessions.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { FoundSignIn } from '../../store/sign-ins.ts';
import { redirect } from '../render.tsx';

/** The sign-in of whoever asks. Throws NotFoundError where nobody signs in. */
export function ownSignIn(response: Response): FoundSignIn {
  const { signIn } = response.locals;
  if (!signIn) throw new NotFoundError();
  return signIn;
}

/** Whose sign-in is changed, and from where, for the log. */
export function ownAccount(request: Request, response: Response) {
  return { accountId: ownSignIn(response).accountId, address: request.ip };
}

/** A handler for people who have shown lately that it is them; others are led there first, and then to `page`. */
export function confirmedOnly(page: string, handler: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    if (isConfirmed(ownSignIn(response))) await handler(request, response, next);
    else redirect(response, `/account/confirmation?next=${encodeURIComponent(page)}`);
  };
}
