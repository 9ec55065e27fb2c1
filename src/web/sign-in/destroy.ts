import type { RequestHandler } from 'express';
import { audit } from '../../accounts/audit.ts';
import { redirect } from '../render.tsx';
import { endSignIn } from '../signed-in.ts';

/** Signs whoever asks out in this browser. */
export const destroySignIn: RequestHandler = async (request, response) => {
  const { config, database, signIn } = response.locals;
  if (!config.accounts) return redirect(response, '/');
  await endSignIn(response);
  if (signIn)
    await audit(database.db, { action: 'sign-out', accountId: signIn.accountId, address: request.ip });
  redirect(response, '/sign-in');
};
