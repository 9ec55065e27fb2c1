import type { Response } from 'express';
import { NotFoundError } from '../../domain/errors.ts';

/** For whoever looks after the desk; to everybody else there is no such page. Nor is there where nobody signs in. */
export function onlyAdmins({ locals: { signIn } }: Response): { readonly accountId: string } {
  if (!signIn?.isAdmin) throw new NotFoundError();
  return signIn;
}
