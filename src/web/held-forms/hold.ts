import type { Response } from 'express';
import { type HeldForm, holdForm } from '../../accounts/held-forms.ts';
import { nextPage } from '../next.ts';

/** Keeps a form for an account. Gives the page of the desk that goes on with it. */
export async function holdFor(
  response: Response,
  accountId: string,
  { path, body }: HeldForm,
): Promise<string> {
  const token = await holdForm(response.locals.database.db, accountId, { path: nextPage(path), body });
  return `/held-forms/${token}`;
}
