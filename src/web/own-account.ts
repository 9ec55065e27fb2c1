import type { Request, Response } from 'express';
import { NotFoundError } from '../domain/errors.ts';
import type { FoundSignIn } from '../store/sign-ins.ts';

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
